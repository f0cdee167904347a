import { parse } from "csv-parse/sync";
import type { Problem } from "./problem.ts";
import { type Salary, salarySchema } from "./schema.ts";

const NUMBERS = new Set(["n", "p10", "p25", "median", "p75", "p90"]);

/** Reads salaries.csv; a row that is not right is reported with its line and left out. */
export function readSalaries(file: string, text: string): { rows: Salary[]; problems: Problem[] } {
  const rows: Salary[] = [];
  const problems: Problem[] = [];
  let records: { record: Record<string, string>; info: { lines: number } }[];
  try {
    records = parse(text, { columns: true, info: true, skip_empty_lines: true }) as unknown as typeof records;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return {
      rows,
      problems: [{ file, line: 1, message, fix: "Run `npm run salaries` to write the file anew." }],
    };
  }
  for (const { record, info } of records) {
    const row = Object.fromEntries(
      Object.entries(record).map(([key, value]) => [
        key,
        NUMBERS.has(key) ? (value === "" ? null : Number(value)) : value,
      ]),
    );
    const parsed = salarySchema.safeParse(row);
    if (parsed.success) rows.push(parsed.data);
    else {
      const issue = parsed.error.issues[0];
      const message = `"${issue?.path.join(".")}" is not right: ${issue?.message}`;
      problems.push({
        file,
        line: info.lines,
        message,
        fix: "Run `npm run salaries` to write the file anew.",
      });
    }
  }
  return { rows, problems };
}
