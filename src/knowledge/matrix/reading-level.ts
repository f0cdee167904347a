import { TOPICS, type Topic } from "../topics.ts";
import type { Finding } from "./finding.ts";
import type { Passage } from "./passage.ts";
import { sentencesOf, wordsOf } from "./sentences.ts";

/** A first-year student's grade is 13; beyond this one, only practised readers of the field follow. */
const HARDEST_GRADE = 16;

/**
 * The automated readability index (Senter and Smith, 1967): the US school grade that reads the text with ease, from
 * letters a word and words a sentence. It needs no syllables, which nobody can count in "PyTorch".
 */
export function readingGrade(markdown: string): number {
  const sentences = sentencesOf(markdown);
  const words = sentences.flatMap((sentence) => wordsOf(sentence.text));
  if (words.length === 0) return 0;
  const letters = words.join("").replace(/[^\p{L}\p{N}]/gu, "").length;
  return 4.71 * (letters / words.length) + 0.5 * (words.length / sentences.length) - 21.43;
}

export interface ReadingLevel {
  topic: Topic;
  /** Over the roles. */
  median: number;
  hardest: { role: string; file: string; line: number; grade: number };
}

export function readingLevels(passages: readonly Passage[]): ReadingLevel[] {
  return TOPICS.flatMap((topic): ReadingLevel[] => {
    const graded = passages
      .filter((passage) => passage.topic === topic)
      .map(({ role, file, line, markdown }) => ({ role, file, line, grade: readingGrade(markdown) }))
      .sort((a, b) => a.grade - b.grade);
    const hardest = graded.at(-1);
    if (!hardest) return [];
    const middle = (graded.length - 1) / 2;
    const low = graded[Math.floor(middle)]?.grade ?? 0;
    const high = graded[Math.ceil(middle)]?.grade ?? 0;
    return [{ topic, median: (low + high) / 2, hardest }];
  });
}

export function checkReading(passages: readonly Passage[]): Finding[] {
  return passages.flatMap((passage): Finding[] => {
    const grade = readingGrade(passage.markdown);
    if (grade <= HARDEST_GRADE) return [];
    const { file, line, heading } = passage;
    const message = `"${heading}" reads at grade ${grade.toFixed(1)}`;
    return [{ kind: "hard", file, line, message, fix: "Use shorter sentences and words." }];
  });
}
