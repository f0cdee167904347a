import type { Table } from "../../../answers/answer.ts";
import { escapeText } from "./escape.ts";

/**
 * A table as aligned sections, one string a row: the row's name, then each column's name before its cell.
 * A phone shows about forty characters a line, so columns side by side would break there.
 */
export function tableBlocks(table: Table): string[] {
  const [, ...columns] = table.columns;
  return table.rows.map(([name = "", ...cells]) =>
    [
      `**${escapeText(name)}**`,
      ...columns.map((column, at) =>
        columns.length === 1
          ? cell(cells[at])
          : `- ${escapeText(column)}: ${cell(cells[at]).replaceAll("\n", " ")}`,
      ),
    ].join("\n"),
  );
}

function cell(text: string | undefined): string {
  return text === undefined || text.trim() === "" ? "–" : escapeText(text);
}
