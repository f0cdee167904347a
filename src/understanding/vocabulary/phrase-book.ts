import type { Token } from "../text/tokens.ts";

export interface PhraseMatch<T> {
  /** How many tokens it covers. */
  length: number;
  value: T;
}

/** Phrases by their words, found in a row of tokens. A last word ending in `*` matches any word that begins so. */
export class PhraseBook<T> {
  readonly #byFirst = new Map<string, { words: readonly string[]; value: T }[]>();
  readonly #prefixes = new Map<string, T[]>();
  #shortestPrefix = Number.POSITIVE_INFINITY;

  /** `words` must be folded as tokens are. */
  add(words: readonly string[], value: T): void {
    const [first] = words;
    if (first === undefined) return;
    if (words.length === 1 && first.endsWith("*")) {
      const prefix = first.slice(0, -1);
      this.#prefixes.set(prefix, [...(this.#prefixes.get(prefix) ?? []), value]);
      this.#shortestPrefix = Math.min(this.#shortestPrefix, prefix.length);
      return;
    }
    const row = this.#byFirst.get(first) ?? [];
    row.push({ words, value });
    row.sort((a, b) => b.words.length - a.words.length);
    this.#byFirst.set(first, row);
  }

  /** Everything that begins at `at`, longest first. */
  matchesAt(tokens: readonly Token[], at: number): PhraseMatch<T>[] {
    const token = tokens[at];
    if (!token) return [];
    const matches: PhraseMatch<T>[] = [];
    for (const phrase of this.#byFirst.get(token.folded) ?? []) {
      if (
        phrase.words.every((word, k) => joins(tokens[at + k], k) && sameWord(word, tokens[at + k]?.folded))
      ) {
        matches.push({ length: phrase.words.length, value: phrase.value });
      }
    }
    for (let size = token.word.length; size >= this.#shortestPrefix; size--) {
      for (const value of this.#prefixes.get(token.word.slice(0, size)) ?? [])
        matches.push({ length: 1, value });
    }
    return matches;
  }

  longestAt(tokens: readonly Token[], at: number): PhraseMatch<T> | undefined {
    return this.matchesAt(tokens, at)[0];
  }

  /** The words that phrases are made of, without the open-ended ones; of the phrases that `keep` takes. */
  *words(keep: (value: T) => boolean = () => true): Iterable<string> {
    for (const row of this.#byFirst.values()) {
      for (const { words, value } of row) {
        if (keep(value)) for (const word of words) if (!word.endsWith("*")) yield word;
      }
    }
  }
}

function sameWord(word: string, folded: string | undefined): boolean {
  if (folded === undefined) return false;
  return word === folded || (word.endsWith("*") && folded.startsWith(word.slice(0, -1)));
}

/** A name does not run across a comma or a full stop: "interested in NLP. Data scientist". */
function joins(token: Token | undefined, k: number): boolean {
  return k === 0 || (token !== undefined && token.afterPause !== true);
}
