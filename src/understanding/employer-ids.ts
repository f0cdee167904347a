import { hashId } from "./hash-id.ts";

/** What an employer is found by. An id is made of a name in a job feed, never of the asker's own words. */

export const EMPLOYER_ID_MAX = 18;
/** An employer that no feed knows. */
export const UNKNOWN_EMPLOYER = "unknown";

const LEGAL_FORM =
  /^(?:inc|incorporated|llc|llp|lp|ltd|limited|corp|corporation|co|company|gmbh|ag|kg|se|plc|pty|bv|nv|sa|sas|srl|spa|oy|oyj|ab|as|asa|aps)$/;
/** Shorter beginnings say too little. */
const SHORTEST_PART = 3;

/**
 * Letters and digits alone, since "JP Morgan", "J.P. Morgan" and "JPMorgan" are one, without the legal form and cut at
 * {@link EMPLOYER_ID_MAX} characters. An empty string where nothing of the name is left.
 */
export function employerId(name: string): string {
  return idOf(wordsOf(name));
}

/**
 * Every id that an employer goes by: its name, and whole words that the name begins with. "JPMorgan Chase" is
 * `jpmorganchase`, and `jpmorgan` in part.
 */
export function employerIds(name: string): { whole: string; parts: string[] } {
  const words = wordsOf(name);
  const whole = idOf(words);
  const parts = words.slice(1).map((_, n) => idOf(words.slice(0, n + 1)));
  return { whole, parts: [...new Set(parts)].filter((id) => id.length >= SHORTEST_PART && id !== whole) };
}

/** Whether an id is meant by what a filter names: the id itself, or its hash where it did not fit a button. */
export function isEmployer(id: string, wanted: string): boolean {
  return wanted.startsWith("~") ? hashId(id) === wanted : id === wanted;
}

function wordsOf(name: string): string[] {
  const words = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/\.(?=\p{L}\b)|['’]/gu, "")
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
  if (words.length > 1 && words[0] === "the") words.shift();
  while (words.length > 1 && LEGAL_FORM.test(words.at(-1) ?? "")) words.pop();
  return words;
}

function idOf(words: readonly string[]): string {
  return words.join("").slice(0, EMPLOYER_ID_MAX);
}
