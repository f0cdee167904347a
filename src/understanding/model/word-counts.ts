import { foldWord } from "../../knowledge/fold-name.ts";
import { editDistance } from "../text/edit-distance.ts";
import type { Lexicon } from "../text/lexicon.ts";
import { tokenize } from "../text/tokens.ts";

/** A word outside the dictionary counts as a word of ours once so many examples use it; rarer ones are slips. */
const OURS_FROM = 25;
/** A word outside the dictionary that is one slip away from a longer word of a name is that slip, however many make it. */
const LONG_NAME = 6;

/** How often each word stands in the examples: what a misspelt word most likely means. `names` are the words of names. */
export function countWords(
  texts: readonly string[],
  lexicon: Lexicon,
  names: ReadonlySet<string>,
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const { word } of tokenize(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const longNames = [...names].filter((name) => name.length >= LONG_NAME);
  const isSlip = (word: string) =>
    !names.has(foldWord(word)) && longNames.some((name) => editDistance(foldWord(word), name, 1) <= 1);
  for (const [word, count] of counts) {
    if (!/^[a-z]+$/.test(word)) counts.delete(word);
    else if (!lexicon.known.has(word) && (count < OURS_FROM || isSlip(word))) counts.delete(word);
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
