import type { ReplyFile } from "../../../conversations/personal/personal-reply.ts";
import { context, section } from "./blocks.ts";
import { escapeEntities } from "./escape.ts";
import { SLACK_LIMITS } from "./limits.ts";
import type { SlackMessage } from "./render.ts";

const FENCE = "```";
/** Of code in one block, the fences taken off. */
const ROOM = SLACK_LIMITS.sectionText - 2 * (FENCE.length + 1);
/** As many as keep a message within what Slack takes of blocks. */
const BLOCKS = 3;

/**
 * A file of text as code to copy. Uploading it would take the scope `files:write`, a right over files that the bot needs
 * for nothing else; what is kept of a person is a page or two.
 */
export function renderFile({ name, text, description }: ReplyFile): SlackMessage[] {
  const pieces = piecesOf(escapeEntities(text.trimEnd()).replaceAll("`", "ˋ"), ROOM);
  const parts = Math.ceil(pieces.length / BLOCKS);
  return Array.from({ length: parts }, (_, at) => {
    const codes = pieces.slice(at * BLOCKS, (at + 1) * BLOCKS).map((piece) => `${FENCE}\n${piece}\n${FENCE}`);
    const part = parts === 1 ? "" : `, part ${at + 1} of ${parts}`;
    const caption = `${escapeEntities(name)}${part}: ${escapeEntities(description)}`;
    return {
      text: [caption, ...codes].join("\n"),
      blocks: [context(caption), ...codes.map(section)],
      unfurl_links: false,
      unfurl_media: false,
    };
  });
}

/** Cut between lines, or where a line alone is too long, anywhere but inside an entity. */
function piecesOf(text: string, max: number): string[] {
  const pieces: string[] = [];
  for (const line of text.split("\n").flatMap((long) => linesOf(long, max))) {
    const last = pieces.at(-1);
    if (last !== undefined && last.length + 1 + line.length <= max)
      pieces[pieces.length - 1] = `${last}\n${line}`;
    else pieces.push(line);
  }
  return pieces;
}

function linesOf(line: string, max: number): string[] {
  if (line.length <= max) return [line];
  const at = max - (/&[a-z]*$/.exec(line.slice(0, max))?.[0].length ?? 0);
  return [line.slice(0, at), ...linesOf(line.slice(at), max)];
}
