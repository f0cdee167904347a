import { parse } from "csv-parse/sync";
import type { Problem } from "./problem.ts";
import { type Salary, salarySchema } from "./schema.ts";

const NUMBERS = new Set(["n", "p10", "p25", "median", "p75", "p90"]);
const FIX = "Run `node scripts/salaries.mjs` to write the file anew.";

export interface SalariesFile {
  rows: Salary[];
  /** `lines[n]` is the 1-based line of `rows[n]`. */
  lines: number[];
  problems: Problem[];
}

/** Reads salaries.csv; a row that is not right is reported with its line and left out. */
export function readSalaries(file: string, text: string): SalariesFile {
  const read: SalariesFile = { rows: [], lines: [], problems: [] };
  let records: { record: Record<string, string>; info: { lines: number } }[];
  try {
    records = parse(text, { columns: true, info: true, skip_empty_lines: true }) as unknown as typeof records;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const line = Number(/\bline (\d+)/.exec(message)?.[1] ?? 1);
    return { ...read, problems: [{ file, line, message: `this is not valid CSV: ${message}`, fix: FIX }] };
  }
  for (const { record, info } of records) {
    const row = Object.fromEntries(
      Object.entries(record).map(([key, value]) => [
        key,
        NUMBERS.has(key) ? (value === "" ? null : Number(value)) : value,
      ]),
    );
    const parsed = salarySchema.safeParse(row);
    if (parsed.success) {
      read.rows.push(parsed.data);
      read.lines.push(info.lines);
      continue;
    }
    for (const issue of parsed.error.issues) {
      const message = `"${issue.path.join(".") || "the row"}" is not right: ${issue.message}`;
      read.problems.push({ file, line: info.lines, message, fix: FIX });
    }
  }
  return read;
}
