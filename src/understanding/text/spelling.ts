import { foldWord } from "../../knowledge/fold-name.ts";
import { editDistance } from "./edit-distance.ts";

/** Words this short are left alone: one edit away from everything. */
const SHORTEST_MENDED = 4;
/** From this length two edits are forgiven. */
const TWO_EDITS_FROM = 8;
/** Short words are near too many others to doubt their first letter as well. */
const FIRST_LETTER_UP_TO = 5;
const SHORTEST_JOINED = 8;
/** Rarer words are not looked for in others. */
const JOINED_FROM = 4;

/**
 * Mends unknown words towards a vocabulary, by the symmetric-delete method: two words within one edit share a form with
 * one letter less. Words of the lexicon are never touched, since "form" may well be meant.
 */
export class Spelling {
  readonly #known: ReadonlySet<string>;
  /** Weight by word: how likely it is to be meant, for ties. */
  readonly #weights: ReadonlyMap<string, number>;
  #index: { byDeletion: Map<string, string[]>; longWords: Map<string, string[]> } | undefined;

  /** `known` are words that stand as they are; `weights` the words that may be meant, heavier for likelier. */
  constructor(known: ReadonlySet<string>, weights: ReadonlyMap<string, number>) {
    this.#known = known;
    this.#weights = weights;
  }

  /** Made when the first unknown word comes: most questions have none. */
  #indexed() {
    if (this.#index) return this.#index;
    const byDeletion = new Map<string, string[]>();
    const longWords = new Map<string, string[]>();
    for (const word of this.#weights.keys()) {
      if (word.length < SHORTEST_MENDED - 1) continue;
      for (const form of deletions(word)) push(byDeletion, form, word);
      if (word.length >= TWO_EDITS_FROM - 1) push(longWords, word[0]!, word);
    }
    this.#index = { byDeletion, longWords };
    return this.#index;
  }

  /** The word that was meant; undefined where the word is known, or nothing is near enough. */
  mend(word: string): string | undefined {
    return this.mendSlip(word) ?? this.mendFarther(word);
  }

  /** The same, by one edit alone. */
  mendSlip(word: string): string | undefined {
    if (!this.#isMendable(word)) return undefined;
    const { byDeletion } = this.#indexed();
    const near = new Set(deletions(word).flatMap((form) => byDeletion.get(form) ?? []));
    return this.#best(word, near, 1);
  }

  /** The same, by two edits, which long words alone are forgiven. */
  mendFarther(word: string): string | undefined {
    if (word.length < TWO_EDITS_FROM || !this.#isMendable(word)) return undefined;
    const { longWords } = this.#indexed();
    const starts = new Set([word[0]!, word[1]!]);
    return this.#best(
      word,
      [...starts].flatMap((letter) => longWords.get(letter) ?? []),
      2,
    );
  }

  #isMendable(word: string): boolean {
    if (word.length < SHORTEST_MENDED || word.length > 30 || this.isCommon(word)) return false;
    // The names of the knowledge base are held without their plural endings: "cnns" is no slip for "cons".
    return !this.#weights.has(foldWord(word)) && /^[a-z]+$/.test(word);
  }

  /** A word of the dictionary, or one that is likely to be meant. */
  isCommon(word: string): boolean {
    return this.#known.has(word) || this.#weights.has(word);
  }

  /** Two words of the vocabulary run together, "deeplearning"; undefined where it is a word, or no such two. */
  split(word: string): [string, string] | undefined {
    if (word.length < SHORTEST_JOINED || word.length > 30 || this.#known.has(word) || this.#weights.has(word))
      return undefined;
    for (let at = 4; at <= word.length - 4; at++) {
      const [first, second] = [word.slice(0, at), word.slice(at)];
      if ((this.#weights.get(first) ?? 0) >= JOINED_FROM && (this.#weights.get(second) ?? 0) >= JOINED_FROM)
        return [first, second];
    }
    return undefined;
  }

  #best(word: string, candidates: Iterable<string>, limit: number): string | undefined {
    let best: string | undefined;
    let bestScore = Number.NEGATIVE_INFINITY;
    for (const candidate of candidates) {
      if (word.length <= FIRST_LETTER_UP_TO && word[0] !== candidate[0]) continue;
      const distance = editDistance(word, candidate, limit);
      if (distance > limit) continue;
      const score =
        Math.log1p(this.#weights.get(candidate) ?? 0) - 2.5 * (distance - 1) - edges(word, candidate);
      if (score > bestScore) {
        bestScore = score;
        best = candidate;
      }
    }
    return best;
  }
}

/** People seldom get the first letter wrong, and seldom leave words a letter short at the end. */
function edges(word: string, candidate: string): number {
  return (word[0] === candidate[0] ? 0 : 2) + (word.at(-1) === candidate.at(-1) ? 0 : 0.3);
}

function deletions(word: string): string[] {
  const forms = [word];
  for (let at = 0; at < word.length; at++) forms.push(word.slice(0, at) + word.slice(at + 1));
  return forms;
}

function push(map: Map<string, string[]>, key: string, value: string): void {
  const row = map.get(key);
  if (row) row.push(value);
  else map.set(key, [value]);
}
