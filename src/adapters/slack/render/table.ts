import type { DataTableBlock, KnownBlock, TableBlock } from "@slack/types";
import type { Table } from "../../../answers/answer.ts";
import { escapeMrkdwn } from "./escape.ts";
import { SLACK_LIMITS } from "./limits.ts";

/** A table this long is worth paging, sorting and filtering, which only the data table offers. */
const LONG_TABLE_ROWS = 12;
const DATA_TABLE_PAGE = 12;

/** JSON of a native table may take this much of a message, so that the rest of an answer still fits beside it. */
const NATIVE_SIZE = 9_000;

/** The table as native blocks, each for a message of its own (Slack takes one a message); long ones are cut between rows. */
export function nativeTables(table: Table): KnownBlock[] {
  if (table.columns.length > SLACK_LIMITS.tableColumns || table.rows.length === 0) return [];
  const chunks: string[][][] = [[]];
  let size = rowSize(table.columns);
  let characters = rowCharacters(table.columns);
  for (const row of table.rows) {
    const last = chunks.at(-1)!;
    const full =
      last.length + 1 >= SLACK_LIMITS.tableRows ||
      size + rowSize(row) > NATIVE_SIZE ||
      characters + rowCharacters(row) > SLACK_LIMITS.tableCharacters;
    if (full && last.length > 0) {
      chunks.push([row]);
      size = rowSize(table.columns) + rowSize(row);
      characters = rowCharacters(table.columns) + rowCharacters(row);
    } else {
      last.push(row);
      size += rowSize(row);
      characters += rowCharacters(row);
    }
  }
  return chunks.map((rows) => nativeTable({ ...table, rows }));
}

function nativeTable(table: Table): TableBlock | DataTableBlock {
  const rows = [table.columns, ...table.rows].map((row) => row.map(cell));
  if (table.rows.length >= LONG_TABLE_ROWS) {
    const caption = table.caption || "Table";
    return { type: "data_table", caption, rows, page_size: DATA_TABLE_PAGE, row_header_column_index: 0 };
  }
  return { type: "table", rows, column_settings: table.columns.map(() => ({ is_wrapped: true })) };
}

/** The same table as lines of text, for a second table in one message and for tables that Slack would refuse. */
export function tableLines(table: Table): string[] {
  const [, ...columns] = table.columns;
  return table.rows.map(([name = "", ...cells]) => {
    const parts = cells.map(
      (value, at) => `${escapeMrkdwn(columns[at] ?? "")}: ${escapeMrkdwn(value || "–")}`,
    );
    return `• *${escapeMrkdwn(name)}* – ${parts.join("; ")}`;
  });
}

/** Slack refuses an empty cell. */
function cell(text: string): { type: "raw_text"; text: string } {
  return { type: "raw_text", text: text === "" ? "–" : text };
}

function rowSize(row: readonly string[]): number {
  return JSON.stringify(row.map(cell)).length + 1;
}

function rowCharacters(row: readonly string[]): number {
  return row.reduce((sum, text) => sum + text.length, 0);
}
