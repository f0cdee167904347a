import { foldWord } from "../../knowledge/fold-name.ts";
import { normalize } from "./normalize.ts";

export interface Token {
  /** As typed, in plain letters. */
  raw: string;
  /** Lower-cased, apostrophes dropped, spelling mended where `mended`. */
  word: string;
  /** `word` without its plural ending: what names are compared by. */
  folded: string;
  mended: boolean;
  /** Counts up at full stops, question marks and line ends. */
  sentence: number;
  /** A comma, semicolon, bracket or the like stands before it. */
  afterPause: boolean;
}

/** Words: letters and digits, with the + and # of C++ and C#. An arrow is a word too, since it means "to". */
const WORD = /->|[\p{L}\p{N}]+(?:'[\p{L}]+)*(?:\+\+|#(?![\p{L}\p{N}]))?|[.?!\n]+|[,;:()[\]{}"/-]/gu;

export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let sentence = 0;
  let afterPause = false;
  for (const [piece] of normalize(text).matchAll(WORD)) {
    if (/^[.?!\n]/.test(piece)) {
      if (tokens.length > 0) sentence += 1;
      afterPause = true;
    } else if (/^[,;:()[\]{}"]/.test(piece)) {
      afterPause = true;
    } else if (piece !== "-" && piece !== "/") {
      const word = piece.toLowerCase().replaceAll("'", "");
      tokens.push({ raw: piece, word, folded: foldToken(piece, word), mended: false, sentence, afterPause });
      afterPause = false;
    }
  }
  return tokens;
}

/** "DEs" and "MLEs" are plurals, "aws" is none. */
function foldToken(raw: string, word: string): string {
  return /^[A-Z]{2,}s$/.test(raw) ? word.slice(0, -1) : foldWord(word);
}

/** The words by which a name in the knowledge base is compared, cut exactly as a question is. */
export function nameWords(name: string): string[] {
  return tokenize(name).map((token) => token.folded);
}
