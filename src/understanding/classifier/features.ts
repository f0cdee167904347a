/**
 * What the linear model reads in a text: hashes of words, of pairs of neighbouring words, of the character
 * 2- to 4-grams inside each word with its edges marked, and of the caller's tags.
 * The character n-grams are what carries it over typos and inflection; 5-grams were measured and add nothing but size.
 */

import { FNV_START, fnv1a, fnvStep, mixBits } from "../hashing.ts";

/** The lowest two bits of a feature's hash say what it is of. */
export const GRAM = 0;
export const WORD_ALONE = 1;
export const PAIR = 2;
export const TAG = 3;

export function featureKind(hash: number): number {
  return hash & 3;
}

/** Hashes keep 24 bits: of 20,000 features 0.5% collide, and sorted gaps fit two bytes in a model file. */
const HASH_SHIFT = 32 - 24;
const SHORTEST_GRAM = 2;
const LONGEST_GRAM = 4;
/** A word longer than this gives no more n-grams: it is a link or keyboard noise, and the cost must stay linear. */
const LONGEST_WORD = 40;
const EDGE = 0x20;

/** Words, numbers, and `?` and `!`, which tell questions from statements. Apostrophes stay inside words. */
const WORD = /[\p{L}\p{M}\p{N}_]+(?:['’][\p{L}]+)*|[?!]/gu;

export function wordsOf(text: string): string[] {
  return text.normalize("NFKC").toLowerCase().replaceAll("’", "'").match(WORD) ?? [];
}

/** The hash of one word alone: what `knownShare` counts. */
export function wordHash(word: string): number {
  return finish(fnv1a(word), WORD_ALONE);
}

/** All feature hashes of a text, sorted, repeats kept. */
export function featureHashes(text: string, tags: readonly string[] = []): Int32Array {
  const hashes: number[] = [];
  let before = "^";
  for (const word of wordsOf(text)) {
    hashes.push(wordHash(word), pairHash(before, word));
    addGrams(word, hashes);
    before = word;
  }
  hashes.push(pairHash(before, "$"));
  for (const tag of new Set(tags)) hashes.push(finish(fnv1a(tag), TAG));
  return Int32Array.from(hashes).sort();
}

function pairHash(one: string, other: string): number {
  return finish(fnv1a(other, fnv1a(one) ^ EDGE), PAIR);
}

function addGrams(word: string, hashes: number[]): void {
  const last = Math.min(word.length, LONGEST_WORD) + 1;
  for (let start = 0; start + SHORTEST_GRAM <= last + 1; start++) {
    let hash = FNV_START;
    const end = Math.min(start + LONGEST_GRAM, last + 1);
    for (let at = start; at < end; at++) {
      hash = fnvStep(hash, at === 0 || at === last ? EDGE : word.charCodeAt(at - 1));
      if (at - start + 1 >= SHORTEST_GRAM) hashes.push(finish(hash, GRAM));
    }
  }
}

/** The lowest bits say what a feature is of. */
function finish(hash: number, kind: number): number {
  return ((mixBits(hash) >>> HASH_SHIFT) & ~3) | kind;
}
