import { ComponentType } from "discord.js";
import type { Row } from "./render/buttons.ts";
import { componentsMessage, type DiscordMessage } from "./render/message-body.ts";

/** Short lines of the adapter's own, in Discord's Markdown. They hold nothing that a person typed. */
export const LINES = {
  hint: "Ask me like this: mention me in a message with your question, e.g. *what does a data engineer do?* You can also write `/ask`, `/role` or `/compare`. I see a message's text only where it mentions me, or replies to me with the ping on.",
  hintDirect: "Ask me in words, e.g. *what does a data engineer do?*, or write `/compare`.",
  oldButton:
    "This button is from an older version of me and I can no longer tell what it asks. Please ask again, e.g. with `/ask`.",
  private: "That is about you, so I answer it to you alone.",
  alone: "I answer this to you alone.",
  asker: "In this channel I answer to the asker alone.",
  notShared:
    "Whoever runs this community has my answers kept to their askers in this channel, so I will not post it here.",
  mentorsAsked: (channelId: string) => `Your question is in <#${channelId}> now.`,
  mentorsUnreachable:
    "I could not reach the mentors, and your question was not posted. Please write to them yourself.",
  askAlone:
    "That is about you, so I answer it to you alone. Ask me with `/ask` or in a direct message, and nobody else sees it.",
  notSaved: "Nothing was changed yet. Please mend this and send the form again:",
  thanks: "Thank you, that helps.",
  whatWasWrong: "What was not right?",
  emptyPost: "That message has no text that I could read.",
  fault: "Something went wrong on my side. Please try again.",
  threadStarted: (threadId: string) => `Let us go on in <#${threadId}>. Mention me there, or reply to me.`,
  threadThere: (threadId: string) => `There is a thread already: <#${threadId}>.`,
  threadOpening: "Ask on here: mention me, or reply to this message.",
  sharedBy: (userId: string) => `-# Shared by <@${userId}>`,
  cannotPost: (channelId: string, missing: string[]) =>
    `I cannot answer in <#${channelId}>: I lack the permission ${missing.join(", ")}. A server administrator can grant it to my role in the channel's settings. Meanwhile you can ask me here.`,
  cannotThread: (missing: string[]) =>
    `I cannot start a thread here: I lack the permission ${missing.join(", ")}. A server administrator can grant it to my role in the channel's settings.`,
  hello:
    "Hello! I answer questions on careers in data and machine learning. Try `/role`, `/compare` or `/ask`, or mention me with your question. I see a message only where it mentions me.",
} as const;

/** A line as a message, with buttons below it if there are any. */
export function line(text: string, ...rows: Row[]): DiscordMessage {
  return componentsMessage([{ type: ComponentType.TextDisplay, content: text }, ...rows]);
}
