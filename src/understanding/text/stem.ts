import { createRequire } from "node:module";

/** By its own path: the root of `natural` loads five database drivers and prints to standard output. */
const porter: { stem(word: string): string } = createRequire(import.meta.url)(
  "natural/lib/natural/stemmers/porter_stemmer.js",
);

const stems = new Map<string, string>();
const MOST_KEPT = 20_000;

export function stem(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const found = porter.stem(word);
  if (stems.size >= MOST_KEPT) stems.clear();
  stems.set(word, found);
  return found;
}
