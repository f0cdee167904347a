import type { Answer } from "../../../answers/answer.ts";
import { clip } from "../render/limits.ts";

/** Longer titles are cut in Slack's list of threads. */
const LONGEST = 60;

/**
 * What an agent's thread is called: after the answer that it begins with, or, where that asks something back or
 * declines, after what was asked. `typed` is without Slack's markup.
 */
export function threadTitle({ title, outcome }: Answer, typed: string): string {
  const words = typed.replace(/[<>&]/g, " ").replace(/\s+/g, " ").trim();
  return clip(outcome === "answered" || words === "" ? title : words, LONGEST);
}
