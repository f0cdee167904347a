import type { Row } from "./row.ts";

const HEAD = ["| measured | Rolewise | beside | ratio |", "| --- | ---: | ---: | ---: |"];

/**
 * The rows as a Markdown table, those of the same figure of ours as one line. Figures keep three digits, a ratio two
 * behind the point.
 */
export function renderTable(rows: readonly Row[]): string {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = JSON.stringify([row.what, row.ours]);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...HEAD, ...[...groups.values()].map(lineOf)].join("\n");
}

function lineOf(group: readonly Row[]): string {
  const { what, ours } = group[0]!;
  const cells = [
    what,
    figure(ours),
    group.map(({ beside, baseline }) => `${beside} ${figure(baseline)}`).join("<br>"),
    group.map(({ ratio }) => ratioText(ratio)).join("<br>"),
  ];
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
}

/** 1234.5 as "1,230", 12.34 as "12.3", 0.01234 as "0.0123". */
function figure(value: number): string {
  if (!Number.isFinite(value)) throw new Error(`${value} is no measured figure`);
  return value.toLocaleString("en-US", { maximumSignificantDigits: 3 });
}

/** From ten on nobody reads the digits behind the point. */
function ratioText(ratio: number): string {
  return ratio >= 10 ? figure(ratio) : ratio.toFixed(2);
}
