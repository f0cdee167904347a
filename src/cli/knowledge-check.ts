import { renderMatrix } from "../knowledge/matrix/render.ts";
import { buildMatrix, hasErrors } from "../knowledge/matrix.ts";
import { type Parts, readPartsAtOnce } from "../knowledge/parts.ts";
import { formatProblem } from "../knowledge/problem.ts";
import { readKnowledgeTexts } from "../knowledge/texts.ts";
import { TOPICS } from "../knowledge/topics.ts";
import { checkExamples } from "./knowledge-examples.ts";

export interface KnowledgeCheckOptions {
  /** The knowledge folder. */
  folder: string;
  /** Looks at the texts too: completeness, length, repetition, age, reading level, links. */
  matrix: boolean;
  now: Date;
  /** Takes whole lines, without the last line feed. */
  write(text: string): void;
}

/**
 * `rolewise knowledge check [--matrix]`: writes every problem as `file:line: what is wrong. How to mend it.`
 * @returns the exit code: 1 where anything is wrong that the loader or, with `matrix`, an editor must mend; warnings give 0.
 */
export async function knowledgeCheck(options: KnowledgeCheckOptions): Promise<number> {
  const { folder, write } = options;
  const [texts, examples] = await Promise.all([readKnowledgeTexts(folder), checkExamples(folder)]);
  for (const problem of examples.problems) write(formatProblem(problem));
  if (options.matrix) {
    const matrix = buildMatrix(texts, options.now);
    write(renderMatrix(matrix));
    return hasErrors(matrix) || examples.problems.length > 0 ? 1 : 0;
  }
  const parts = readPartsAtOnce(texts);
  for (const problem of parts.problems) write(formatProblem(problem));
  const problems = parts.problems.length + examples.problems.length;
  if (problems > 0) {
    write(`\n${problems} ${problems === 1 ? "problem" : "problems"} in ${folder}.`);
    return 1;
  }
  write(allWell(parts, examples.count));
  return 0;
}

function allWell({ lists, roleFiles, salaries }: Parts, examples: number): string {
  const counts = [
    `${roleFiles.size} roles × ${TOPICS.length} topics`,
    `${lists["skills.yaml"]?.length ?? 0} skills`,
    `${lists["sources.yaml"]?.length ?? 0} sources`,
    `${salaries.rows.length} rows of pay`,
    `${examples} examples`,
  ];
  return `All well: ${counts.join(", ")}.`;
}
