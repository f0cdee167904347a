/**
 * Folds a name so that spellings which differ only in case, accents, hyphens, plural or British endings fall together:
 * "Machine-Learning Engineers" and "machine learning engineer" both give "machine learning engineer".
 */
export function foldName(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[’']s\b/g, "")
    .replace(/[^\p{L}\p{N}+#./&]+/gu, " ")
    .trim()
    .split(" ")
    .map(foldWord)
    .join(" ");
}

/** Words that end in s without being plurals, or whose plural is their name. */
const NOT_PLURAL = /(?:ss|us|is|ics|ops|aws|sas|sales|kubernetes|pandas|business|statistics)$/;

/** "what's" without its apostrophe is no plural of "what", and "oops" none of "oop". */
const CONTRACTIONS = new Set([
  "whats",
  "hows",
  "whos",
  "wheres",
  "whens",
  "whys",
  "thats",
  "its",
  "heres",
  "theres",
  "lets",
  "oops",
]);

export function foldWord(word: string): string {
  if (CONTRACTIONS.has(word)) return word;
  if (word.length <= 3 || NOT_PLURAL.test(word))
    return /^[a-z]{2,3}s$/.test(word) && word.length === 4 ? word.slice(0, -1) : word;
  if (word.endsWith("ies") && word.length > 5) return `${word.slice(0, -3)}y`;
  return word.endsWith("s") ? word.slice(0, -1) : word;
}
