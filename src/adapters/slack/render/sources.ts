import type { ContextBlock } from "@slack/types";
import type { Source } from "../../../knowledge/schema.ts";
import { context } from "./blocks.ts";
import { escapeMrkdwn, mrkdwnLink } from "./escape.ts";
import { SLACK_LIMITS } from "./limits.ts";

/** Where the answer comes from, numbered as the text cites it; ten to a context block. */
export function sourceBlocks(sources: readonly Source[]): ContextBlock[] {
  const lines = sources.map((source, at) => {
    const credit = source.attribution === undefined ? "" : ` ${source.attribution}`;
    const about = escapeMrkdwn(` ${source.publisher}, ${source.date}. ${source.licence}.${credit}`);
    return `[${at + 1}] ${mrkdwnLink(source.url, source.title)},${about}`;
  });
  const blocks: ContextBlock[] = [];
  for (let at = 0; at < lines.length; at += SLACK_LIMITS.contextElements) {
    blocks.push(context(...lines.slice(at, at + SLACK_LIMITS.contextElements)));
  }
  return blocks;
}

/** `[2]` for the second source of the answer. */
export function citer(sources: readonly Source[]): (key: string) => string | undefined {
  const numbers = new Map(sources.map((source, at) => [source.key.toLowerCase(), at + 1]));
  return (key) => {
    const number = numbers.get(key.toLowerCase());
    return number === undefined ? undefined : ` [${number}]`;
  };
}
