import type { Problem } from "../problem.ts";

/**
 * What the matrix finds, and whether it stands in the way.
 *
 * Errors are what an editor can mend alone and what does not come with time: a file that the loader refuses, a topic that
 * says too little, a sentence copied from one role into another. Warnings are matters of judgement (length, reading level,
 * links that two roles see differently) or of the calendar (figures that have aged): a check that was green stays green.
 */
export const SEVERITY = {
  invalid: "error",
  thin: "error",
  repeated: "error",
  long: "warning",
  hard: "warning",
  "one-sided": "warning",
  aged: "warning",
  undated: "warning",
} as const;

export type FindingKind = keyof typeof SEVERITY;

export interface Finding extends Problem {
  kind: FindingKind;
}

export function isError(finding: Finding): boolean {
  return SEVERITY[finding.kind] === "error";
}
