import { blocksOf, linesBefore } from "../blocks.ts";

export interface Sentence {
  /** Without marks, source keys and line breaks. */
  text: string;
  /** 0-based line within the passage. */
  at: number;
}

const ENGLISH = new Intl.Segmenter("en", { granularity: "sentence" });

/** The sentences of a passage; a list item is at least one. */
export function sentencesOf(markdown: string): Sentence[] {
  return blocksOf(markdown).flatMap((block) =>
    [...ENGLISH.segment(block.text.replace(/\n/g, " "))].flatMap(({ segment, index }) => {
      const text = plainWords(segment);
      return text === "" ? [] : [{ text, at: block.at + linesBefore(block.text, index) }];
    }),
  );
}

export function wordCount(markdown: string): number {
  return wordsOf(plainWords(markdown)).length;
}

export function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
}

function plainWords(markdown: string): string {
  return markdown
    .replace(/\[\^[^\]]+\]/g, "")
    .replace(/\[([^\]]+)\]\([^)]*\)/g, "$1")
    .replace(/^\s*(?:[-*]|\d+\.)\s+/gm, "")
    .replace(/[*`#|]/g, "")
    .replace(/\s+/g, " ")
    .trim();
}
