import { checkAges } from "./matrix/ages.ts";
import { type Finding, isError } from "./matrix/finding.ts";
import { checkLengths } from "./matrix/lengths.ts";
import { checkNeighbourLinks } from "./matrix/neighbour-links.ts";
import { type Passage, passagesOf, roleOfFile } from "./matrix/passage.ts";
import { checkReading, type ReadingLevel, readingLevels } from "./matrix/reading-level.ts";
import { checkRepeated } from "./matrix/repeated.ts";
import { wordCount } from "./matrix/sentences.ts";
import { readPartsAtOnce } from "./parts.ts";
import type { KnowledgeTexts } from "./texts.ts";
import { TOPICS } from "./topics.ts";

/** How complete and how good a knowledge base is. */
export interface Matrix {
  /** A row a role file, right or refused, in order of their ids. */
  rows: MatrixRow[];
  /** Cells with text, and cells in all. */
  complete: number;
  cells: number;
  /** By topic: the median over the roles, and the hardest. */
  reading: ReadingLevel[];
  /** What the loader refuses and what else is amiss, by file and line. */
  findings: Finding[];
}

export interface MatrixRow {
  role: string;
  file: string;
  /** Words of each topic, in the order of `TOPICS`; 0 where it is missing or empty. */
  words: number[];
}

/** Looks over all roles and topics of a knowledge base; figures are as old as they are at `now`. */
export function buildMatrix(texts: KnowledgeTexts, now: Date): Matrix {
  const parts = readPartsAtOnce(texts);
  const passages = passagesOf(parts);
  const rows = [...parts.roleFiles.keys(), ...parts.refused.keys()]
    .sort((a, b) => a.localeCompare(b))
    .map((file) => rowOf(file, passages));
  const findings: Finding[] = [
    ...parts.problems.map((problem): Finding => ({ kind: "invalid", ...problem })),
    ...checkLengths(passages),
    ...checkRepeated(passages),
    ...checkReading(passages),
    ...checkNeighbourLinks(parts),
    ...checkAges(parts, passages, now),
  ];
  return {
    rows,
    complete: rows.flatMap((row) => row.words).filter((words) => words > 0).length,
    cells: rows.length * TOPICS.length,
    reading: readingLevels(passages),
    findings: findings.sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line),
  };
}

/** Whether something stands in the way of publishing: exit 1. */
export function hasErrors(matrix: Matrix): boolean {
  return matrix.complete < matrix.cells || matrix.findings.some(isError);
}

function rowOf(file: string, passages: readonly Passage[]): MatrixRow {
  const own = passages.filter((passage) => passage.file === file);
  const words = TOPICS.map((topic) => {
    const passage = own.find((each) => each.topic === topic);
    return passage ? wordCount(passage.markdown) : 0;
  });
  return { role: roleOfFile(file), file, words };
}
