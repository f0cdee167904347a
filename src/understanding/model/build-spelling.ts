import { FILTER_WORDS } from "../reading/openings-filters.ts";
import type { Lexicon } from "../text/lexicon.ts";
import { Spelling } from "../text/spelling.ts";
import type { Vocabulary } from "../vocabulary/vocabulary.ts";

/** A name of the knowledge base is as likely to be meant as a word of this many examples. */
const NAME_WEIGHT = 4;
const COMMON_WEIGHT = 1;

/** Spelling that mends towards names, cues, words of the examples and the commonest English words. */
export function buildSpelling(
  lexicon: Lexicon,
  words: ReadonlyMap<string, number>,
  vocabulary: Vocabulary,
): Spelling {
  const weights = new Map(words);
  const add = (word: string, weight: number) => {
    if (/^[a-z]+$/.test(word)) weights.set(word, (weights.get(word) ?? 0) + weight);
  };
  for (const word of [...lexicon.common, ...FILTER_WORDS]) add(word, COMMON_WEIGHT);
  // Informal names hold misspellings, and nobody means to misspell.
  for (const word of new Set(vocabulary.roles.words((named) => named.how !== "informal name")))
    add(word, NAME_WEIGHT);
  for (const book of [vocabulary.terms, vocabulary.others, vocabulary.topics]) {
    for (const word of new Set(book.words())) add(word, NAME_WEIGHT);
  }
  for (const word of new Set(vocabulary.grammar.words())) add(word, NAME_WEIGHT);
  return new Spelling(lexicon.known, weights);
}
