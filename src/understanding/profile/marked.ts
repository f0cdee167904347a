import type { Mention } from "../reading/mentions.ts";
import type { Reading } from "../reading/reading.ts";

/**
 * The words of a reading with its mentions put as `@r0` (role), `@a1` (area), `@s2` (skill), `@p3` (profession or
 * background) or `@t4` (other terms), numbers kept, pauses as `,` and ends of sentences as `.`.
 */
export function markedText(reading: Reading): string {
  const words: string[] = [];
  let next = 0;
  for (let at = 0; at < reading.tokens.length; ) {
    const token = reading.tokens[at]!;
    if (at > 0 && token.sentence !== reading.tokens[at - 1]!.sentence) words.push(".");
    else if (at > 0 && token.afterPause) words.push(",");
    const mention = reading.mentions[next];
    if (mention?.start === at) {
      words.push(`@${LETTERS[mention.kind]}${next}`);
      at = mention.end;
      next += 1;
    } else {
      words.push(token.word);
      at += 1;
    }
  }
  return words.join(" ");
}

const LETTERS: Record<Mention["kind"], string> = {
  role: "r",
  area: "a",
  skill: "s",
  degree: "t",
  field: "t",
  industry: "t",
  profession: "p",
  background: "p",
};

/** Brings numbers with units into one word each, before a text is cut into words: "1.5 yrs", "3-5 years", "(3 years)". */
export function joinNumbers(text: string): string {
  return (
    text
      // "My SQL is good" speaks of no product.
      .replace(/\bmy (?=sql\b)/gi, "")
      // "No SQL" lacks SQL; the databases are written in one word, or named.
      .replace(/\bno sql\b(?! (?:data|db|store))/gi, "not sql")
      .replace(/(\d)[.,](\d{1,2})(?=\s?(?:y|h|months?\b))/gi, "$1p$2")
      .replace(/(\d+)\s?(?:-|–|—|to)\s?\d+(?=\s?\+?\s?(?:y|h|months?\b))/gi, "$1")
      .replace(/\((?=\s?(?:~|about |ca\.? )?\d+\+?\s?y)/gi, " for ")
  );
}
