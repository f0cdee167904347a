import { type APIButtonComponentWithCustomId, ButtonStyle, ComponentType } from "discord.js";
import { offered } from "../../../answers/offered.ts";
import { plainText } from "../../../answers/plain-text.ts";
import type { Reply } from "../../../conversations/message.ts";
import type { Action } from "../../../conversations/personal/action.ts";
import type { ActionButton, ReplyFile } from "../../../conversations/personal/personal-reply.ts";
import { followUpRows, type Row, row } from "./buttons.ts";
import { escapeText, shorten } from "./escape.ts";
import { LIMITS } from "./limits.ts";
import { contentMessage, type DiscordMessage } from "./message-body.ts";
import { formatPersonal } from "./personal-id.ts";
import { renderAnswer } from "./render.ts";
import { splitText } from "./split-text.ts";

const STYLES = { first: ButtonStyle.Primary, danger: ButtonStyle.Danger } as const;

/**
 * A reply about its asker: its buttons stand before the follow-ups, and there is nothing to rate or to share about it.
 * `guildId` goes into the buttons where it is shown outside of the guild whose member it is about.
 */
export function renderPersonal(reply: Reply, guildId?: string): DiscordMessage[] {
  const { answer, buttons = [], file } = reply;
  // Its own buttons are what to do next; the follow-ups are an offer, even where it asks something.
  const rows = [...personalRows(buttons, guildId), ...followUpRows(offered(answer), "answered")];
  const messages = renderAnswer({ ...answer, followUps: [] }, { rows });
  return file === undefined
    ? messages
    : messages.map((message, at) => (at === messages.length - 1 ? withFileShown(message, file) : message));
}

function withFileShown(message: DiscordMessage, file: ReplyFile): DiscordMessage {
  const shown = { type: ComponentType.File as const, file: { url: `attachment://${file.name}` } };
  return { ...message, components: [...(message.components ?? []), shown], file };
}

export function personalButton(
  label: string,
  action: Action,
  look?: ActionButton["look"],
  guildId?: string,
): APIButtonComponentWithCustomId {
  return {
    type: ComponentType.Button,
    style: look === undefined ? ButtonStyle.Secondary : STYLES[look],
    custom_id: formatPersonal({ action, guildId }),
    label: shorten(label, LIMITS.buttonLabel),
  };
}

function personalRows(buttons: readonly ActionButton[], guildId: string | undefined): Row[] {
  const made = buttons.map(({ label, action, look }) => personalButton(label, action, look, guildId));
  return [row(made.slice(0, LIMITS.buttonsInRow)), row(made.slice(LIMITS.buttonsInRow))].filter(
    ({ components }) => components.length > 0,
  );
}

/** The same as plain messages, for where Discord refuses the components or the file. */
export function renderPersonalPlain({ answer, buttons = [], file }: Reply): DiscordMessage[] {
  const choices = buttons.map(({ label }) => label);
  const words = splitText(escapeText(plainText(answer, { choices })), LIMITS.content);
  const room = LIMITS.content - "```\n\n```".length;
  const code = file === undefined ? [] : splitText(file.text.replaceAll("`", "ˋ"), room);
  return [...words, ...code.map((piece) => `\`\`\`\n${piece}\n\`\`\``)].map(contentMessage);
}
