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
  /** A slash joins it to the word before. */
  afterSlash: boolean;
}

/** Words: letters and digits, with the + and # of C++ and C#. An arrow is a word too, since it means "to". */
const WORD = /->|[\p{L}\p{N}]+(?:'[\p{L}]+)*(?:\+\+|#(?![\p{L}\p{N}]))?|[.?!\n]+|[,;:()[\]{}"/-]/gu;

export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let sentence = 0;
  let afterPause = false;
  let afterSlash = false;
  for (const [piece] of normalize(text).matchAll(WORD)) {
    if (/^[.?!\n]/.test(piece)) {
      if (tokens.length > 0) sentence += 1;
      afterPause = true;
    } else if (/^[,;:()[\]{}"]/.test(piece)) {
      afterPause = true;
    } else if (piece === "/") {
      afterSlash = tokens.length > 0;
    } else if (piece !== "-") {
      const word = piece.toLowerCase().replaceAll("'", "");
      const folded = foldToken(piece, word);
      tokens.push({ raw: piece, word, folded, mended: false, sentence, afterPause, afterSlash });
      afterPause = false;
      afterSlash = false;
    }
  }
  return tokens;
}

/** "DEs", "MLEs" and "a DA's" are forms of short names, "aws" is none. */
function foldToken(raw: string, word: string): string {
  return /^[A-Z]{2,}'?s$/.test(raw) ? word.slice(0, -1) : foldWord(word);
}

/** The words by which a name in the knowledge base is compared, cut exactly as a question is. */
export function nameWords(name: string): string[] {
  return tokenize(name).map((token) => token.folded);
}
