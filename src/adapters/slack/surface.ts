import { CALLBACKS } from "./names.ts";

/**
 * Everything of ours that Slack knows about. The listeners are registered from this table and the manifest is written
 * from it, so neither can name what the other lacks.
 */

export const EVENTS = {
  app_mention: { bot_event: "app_mention" },
  /** One listener; Slack subscribes by kind of conversation. */
  message: { bot_event: ["message.im", "message.channels", "message.groups", "message.mpim"] },
  app_home_opened: { bot_event: "app_home_opened" },
  app_uninstalled: { bot_event: "app_uninstalled" },
  tokens_revoked: { bot_event: "tokens_revoked" },
} as const;
export type EventName = keyof typeof EVENTS;

export const COMMANDS = {
  "/compare": {
    description: "Compare two roles side by side",
    usage: "data engineer vs data scientist, pay",
  },
  "/role": { description: "What a role is, does, needs and earns", usage: "ML engineer tools" },
  "/path": { description: "How to get from one role to another", usage: "data analyst to data scientist" },
  "/tips": { description: "Career tips for data and machine-learning roles", usage: "[your role]" },
  "/rolewise": {
    description: "Help, what is kept about you, and feedback",
    usage: "help | privacy show | privacy export | privacy erase | feedback",
  },
} as const;
export type CommandName = keyof typeof COMMANDS;

export const SHORTCUTS = {
  [CALLBACKS.explainPost]: {
    type: "message",
    name: "Explain the role in this post",
    description: "Finds the roles and skills that a post speaks of; only you see the answer",
  },
} as const;
export type ShortcutName = keyof typeof SHORTCUTS;

/** Each scope with the reason for it, as the set-up guide prints it. */
export const SCOPES = {
  "app_mentions:read": "to be asked by @mention in a channel",
  "channels:history": "to see follow-up questions in a thread that mentioned the bot",
  "groups:history": "the same in private channels it was invited to",
  "mpim:history": "the same in group messages it was added to",
  "im:history": "to be asked in a direct message",
  "chat:write": "to answer",
  commands: "for the slash commands and the message shortcut",
  "assistant:write": "to offer example questions in the Messages tab",
} as const;
export type Scope = keyof typeof SCOPES;

/** Examples shown in the Messages tab; Slack shows four. */
export const SUGGESTED_PROMPTS = [
  { title: "Compare two roles", message: "Compare a data engineer and a data scientist" },
  { title: "What does a role do?", message: "What does a machine learning engineer do?" },
  { title: "How do I get there?", message: "How do I move from data analyst to data scientist?" },
  { title: "Which role suits me?", message: "Which role suits me if I like statistics and Python?" },
] as const;
