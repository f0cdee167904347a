/** Something wrong in a knowledge file, said so that an editor can mend it without reading code. */
export interface Problem {
  /** Relative to the knowledge folder. */
  file: string;
  /** 1-based. */
  line: number;
  /** What is wrong. */
  message: string;
  /** How to mend it. */
  fix: string;
}

export function formatProblem(problem: Problem): string {
  return `${problem.file}:${problem.line}: ${problem.message}. ${problem.fix}`;
}

export class KnowledgeError extends Error {
  override readonly name = "KnowledgeError";
  readonly problems: Problem[];

  constructor(problems: Problem[]) {
    const noun = problems.length === 1 ? "problem" : "problems";
    super(`${problems.length} ${noun} in the knowledge base:\n${problems.map(formatProblem).join("\n")}`);
    this.problems = problems;
  }
}
