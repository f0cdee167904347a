import type { Measured } from "./row.ts";
import { renderTable } from "./table.ts";

/** The end of a suite: its rows go to the runner, or to standard output where it runs alone. */
export function report({ rows, notes = [] }: Partial<Measured>): void {
  const measured: Measured = { rows: rows ?? [], notes };
  if (process.send) process.send(measured);
  else console.log([renderTable(measured.rows), ...notes].join("\n\n"));
}
