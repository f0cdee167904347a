import type { Answer } from "../../../answers/answer.ts";
import { plainText } from "../../../answers/plain-text.ts";
import { escapeText } from "./escape.ts";
import { LIMITS } from "./limits.ts";
import { contentMessage, type DiscordMessage } from "./message-body.ts";
import { splitText } from "./split-text.ts";

/** A phone shows about forty characters a line. */
const WIDTH = 40;

/** The answer as plain messages, for where Discord refuses its components. */
export function renderPlain(answer: Answer): DiscordMessage[] {
  return splitText(escapeText(plainText(answer, { width: WIDTH })), LIMITS.content).map(contentMessage);
}
