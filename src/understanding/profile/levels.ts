import type { Mention } from "../reading/mentions.ts";
import type { Reading } from "../reading/reading.ts";

const LEVEL_WORDS: Readonly<Record<string, number>> = {
  beginner: 1,
  novice: 1,
  little: 1,
  rudimentary: 1,
  rusty: 1,
  dabbled: 1,
  starter: 1,
  learning: 1,
  some: 2,
  basic: 2,
  basics: 2,
  bit: 2,
  elementary: 2,
  fundamentals: 2,
  ok: 2,
  okay: 2,
  okayish: 2,
  junior: 2,
  intermediate: 3,
  decent: 3,
  solid: 3,
  good: 3,
  well: 3,
  comfortable: 3,
  confident: 3,
  competent: 3,
  working: 3,
  strong: 4,
  strongest: 4,
  advanced: 4,
  proficient: 4,
  fluent: 4,
  great: 4,
  skilled: 4,
  deep: 4,
  heavy: 4,
  expert: 5,
  expertise: 5,
  excellent: 5,
  master: 5,
  mastery: 5,
  guru: 5,
  ninja: 5,
  wizard: 5,
};
/** "very good" is more than good; "not so strong" is less than strong. */
const STRONGER = new Set(["very", "really", "super", "extremely", "pretty"]);
const SMALL = new Set([
  "in",
  "at",
  "with",
  "of",
  "and",
  "knowledge",
  "skills",
  "experience",
  "level",
  "my",
  "the",
  "is",
  "am",
  "a",
  "an",
  "i",
  "im",
  "know",
  "use",
  "user",
  "on",
  "understanding",
  "command",
  "background",
  "user",
  "programming",
  "coding",
  "writing",
  "about",
  "only",
  "just",
]);

/** The level of each skill as its words have it, by the number of the mention; those without such words are left out. */
export function readLevels({ tokens, mentions }: Reading): Map<number, number> {
  const at = new Map<number, { n: number; mention: Mention }>();
  for (const [n, mention] of mentions.entries())
    for (let position = mention.start; position < mention.end; position++) at.set(position, { n, mention });
  const levels = new Map<number, number>();
  /** The level that a list carries on: "strong SQL, Python and Spark". */
  let carried: number | undefined;
  for (let position = 0; position < tokens.length; position++) {
    const token = tokens[position]!;
    const here = at.get(position);
    if (here) {
      if (carried !== undefined && !levels.has(here.n)) levels.set(here.n, carried);
      position = here.mention.end - 1;
      continue;
    }
    if (position > 0 && token.sentence !== tokens[position - 1]!.sentence) carried = undefined;
    const level = levelAt(position);
    if (level === undefined) {
      if (!SMALL.has(token.word) && !STRONGER.has(token.word)) carried = undefined;
      continue;
    }
    const behind = at.get(lastMentionBefore(position));
    if (behind && !leadsToMention(position)) levels.set(behind.n, level);
    else carried = level;
  }
  return levels;

  function levelAt(position: number): number | undefined {
    const word = tokens[position]!.word;
    const digit = digitLevel(position);
    if (digit !== undefined) return digit;
    const level = Object.hasOwn(LEVEL_WORDS, word) ? LEVEL_WORDS[word] : undefined;
    if (level === undefined) return undefined;
    const before = tokens[position - 1]?.word ?? "";
    // "I know Excel (very) well", and neither "well, Excel" nor "Excel as well".
    if (word === "well" && !at.has(position - (STRONGER.has(before) ? 2 : 1))) return undefined;
    if (before === "not" || (before === "so" && tokens[position - 2]?.word === "not") || before === "no")
      return Math.max(1, level - 2);
    return STRONGER.has(before) && level >= 3 ? Math.min(5, level + 1) : level;
  }

  /** "SQL 4", "SQL 4/5", "SQL: 4 out of 5", right behind a skill. */
  function digitLevel(position: number): number | undefined {
    const digit = /^[1-5]$/.exec(tokens[position]!.word)?.[0];
    const behind = at.get(position - 1)?.mention;
    if (!digit || behind === undefined) return undefined;
    const next = tokens[position + 1];
    const isSpan =
      next !== undefined &&
      !next.afterPause &&
      /^(?:years?|yrs?|y|months?|h|hrs?|hours?|projects?|of|times|courses?)$/.test(next.word);
    return isSpan ? undefined : Number(digit);
  }

  /** Whether the level word at `position` goes with what comes: only small words stand between, and no pause. */
  function leadsToMention(position: number): boolean {
    for (let next = position + 1; next < tokens.length && next - position <= 4; next++) {
      if (tokens[next]!.afterPause) return false;
      if (at.has(next)) return true;
      if (!SMALL.has(tokens[next]!.word) && levelAt(next) === undefined) return false;
    }
    return false;
  }

  function lastMentionBefore(position: number): number {
    let back = position - 1;
    while (back >= 0 && position - back <= 3 && !at.has(back)) {
      if (!SMALL.has(tokens[back]!.word) && levelAt(back) === undefined && !STRONGER.has(tokens[back]!.word))
        return -1;
      back -= 1;
    }
    return back;
  }
}
