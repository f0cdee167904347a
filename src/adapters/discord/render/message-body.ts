import { type APIMessageTopLevelComponent, MessageFlags } from "discord.js";
import type { ReplyFile } from "../../../conversations/personal/personal-reply.ts";

/**
 * The body of a message as Discord's API takes it, for creating and for editing alike.
 * An edit without `allowed_mentions` would fall back to "everybody may be pinged", so every body carries it.
 */
export interface DiscordMessage {
  flags: number;
  content?: string;
  components?: APIMessageTopLevelComponent[];
  allowed_mentions: { parse: [] };
  /** Sent beside the body; a component of the message shows it. */
  file?: ReplyFile;
}

/** Answers mention nobody: neither roles, people nor the person they reply to. */
export const NO_MENTIONS: DiscordMessage["allowed_mentions"] = { parse: [] };

export function componentsMessage(components: APIMessageTopLevelComponent[]): DiscordMessage {
  return { flags: MessageFlags.IsComponentsV2, components, allowed_mentions: NO_MENTIONS };
}

/** Plain text without link previews. The text must have been escaped already. */
export function contentMessage(content: string): DiscordMessage {
  return { flags: MessageFlags.SuppressEmbeds, content, allowed_mentions: NO_MENTIONS };
}

/** Seen by the one who acted alone; only the first reply to an interaction can decide it. */
export function ephemeral(message: DiscordMessage): DiscordMessage {
  return { ...message, flags: message.flags | MessageFlags.Ephemeral };
}
