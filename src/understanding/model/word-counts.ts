import type { Lexicon } from "../text/lexicon.ts";
import { tokenize } from "../text/tokens.ts";

/** A word outside the dictionary counts as a word of ours once so many examples use it; rarer ones are slips. */
const OURS_FROM = 25;

/** How often each word stands in the examples: what a misspelt word most likely means. */
export function countWords(texts: readonly string[], lexicon: Lexicon): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const { word } of tokenize(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  for (const [word, count] of counts) {
    if (!/^[a-z]+$/.test(word) || (count < OURS_FROM && !lexicon.known.has(word))) counts.delete(word);
  }
  return counts;
}

/** In how many of the texts each word stands. */
export function countTexts(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const word of new Set(tokenize(text).map((token) => token.word)))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}
