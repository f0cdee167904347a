import type { Matrix } from "../matrix.ts";
import { formatProblem } from "../problem.ts";
import { TOPICS } from "../topics.ts";
import { type Finding, type FindingKind, isError } from "./finding.ts";

/** The matrix as plain text: words by role and topic, reading level by topic, then every finding with its place. */
export function renderMatrix(matrix: Matrix): string {
  return [
    "Words by role and topic:",
    ...wordTable(matrix),
    "",
    "Reading level by topic (automated readability index: US school grade):",
    ...matrix.reading.map(
      ({ topic, median, hardest }) =>
        `  ${topic.padEnd(20)} median ${median.toFixed(1).padStart(4)}   hardest ${hardest.grade.toFixed(1).padStart(4)}   ${hardest.file}:${hardest.line}`,
    ),
    "",
    ...listed("error", matrix.findings.filter(isError)),
    ...listed(
      "warning",
      matrix.findings.filter((finding) => !isError(finding)),
    ),
    `${matrix.complete} of ${matrix.cells} cells (${matrix.rows.length} roles × ${TOPICS.length} topics). ${counts(matrix.findings)}`,
  ].join("\n");
}

function wordTable({ rows }: Matrix): string[] {
  const width = Math.max(0, ...rows.map((row) => row.role.length));
  const heads = TOPICS.map((topic) => topic.replace(/-.*/, "").slice(0, 7).padStart(8));
  const cells = (words: number[]) => words.map((count) => (count === 0 ? "-" : String(count)).padStart(8));
  return [
    `  ${" ".repeat(width)}${heads.join("")}`,
    ...rows.map((row) => `  ${row.role.padEnd(width)}${cells(row.words).join("")}`),
  ];
}

function listed(severity: "error" | "warning", findings: readonly Finding[]): string[] {
  if (findings.length === 0) return [];
  const heading = `${findings.length} ${severity}${findings.length === 1 ? "" : "s"}:`;
  return [heading, ...findings.map((finding) => `  ${formatProblem(finding)}`), ""];
}

const KINDS: Record<FindingKind, string> = {
  invalid: "invalid",
  thin: "thin",
  repeated: "repeated sentence",
  long: "long",
  hard: "hard to read",
  "one-sided": "one-sided link",
  aged: "aged",
  undated: "undated",
};

function counts(findings: readonly Finding[]): string {
  const errors = findings.filter(isError).length;
  const kinds = Object.entries(KINDS).flatMap(([kind, label]) => {
    const count = findings.filter((finding) => finding.kind === kind).length;
    return count === 0 ? [] : [`${count} ${label}`];
  });
  const warnings = findings.length - errors;
  return `Errors: ${errors}, warnings: ${warnings}${kinds.length > 0 ? ` (${kinds.join(", ")})` : ""}.`;
}
