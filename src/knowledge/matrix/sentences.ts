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
  return blocksOf(markdown).flatMap((block) => {
    const words = withoutMarks(block.text);
    return [...ENGLISH.segment(words.replace(/\n/g, " "))].flatMap(({ segment, index }) => {
      const text = segment.replace(/\s+/g, " ").trim();
      return text === "" ? [] : [{ text, at: block.at + linesBefore(words, index) }];
    });
  });
}

export function wordCount(markdown: string): number {
  return wordsOf(withoutMarks(markdown)).length;
}

export function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
}

/** Keeps the line breaks, by which the line of a sentence is found. */
function withoutMarks(markdown: string): string {
  return markdown
    .replace(/\[\^[^\]]+\]/g, "")
    .replace(/\[([^\]]+)\]\([^)]*\)/g, "$1")
    .replace(/^[^\S\n]*(?:[-*]|\d+\.)\s+/gm, "")
    .replace(/[*`#|]/g, "");
}
