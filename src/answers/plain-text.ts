import type { Nodes, Root } from "mdast";
import type { Answer, Table } from "./answer.ts";
import { offered } from "./offered.ts";

export interface PlainTextOptions {
  /** Columns that a line may take; lines are broken between words. Default: unbroken lines. */
  width?: number;
  /** Leaves out "Ask next", for places that show it as buttons. */
  withoutFollowUps?: boolean;
  /** What can be chosen besides, as it is to be shown. */
  choices?: readonly string[];
}

/** What stands before the follow-ups where they are not buttons. */
export const FOLLOW_UP_HEADINGS = {
  answered: "Ask next",
  clarify: "Did you mean",
  declined: "What I can answer",
} as const;

/** The plain-text twin of an answer: everything it says, readable aloud, with nothing said by layout alone. */
export function plainText(answer: Answer, options: PlainTextOptions = {}): string {
  const width = options.width ?? Number.POSITIVE_INFINITY;
  const number = sourceNumbers(answer);
  const parts = [answer.title, answer.summary].map((text) => wrap(text, width));
  for (const table of answer.tables) parts.push(plainTable(table, width));
  for (const section of answer.sections) {
    const body = plainMarkdown(section.body, width, number);
    parts.push(section.heading ? `${wrap(section.heading, width)}\n${body}` : body);
  }
  if (answer.sources.length > 0) {
    const lines = answer.sources.map((source, n) => {
      const text = `[${n + 1}] ${source.publisher}: ${source.title}, ${source.date} (${source.licence}). ${source.url}`;
      return wrap(text, width, "", "    ");
    });
    parts.push(`Sources\n${lines.join("\n")}`);
  }
  if (options.choices !== undefined && options.choices.length > 0)
    parts.push(wrap(`Choose: ${options.choices.join(" · ")}`, width, "", "  "));
  const labels = options.withoutFollowUps ? [] : offered(answer).map((next) => next.label);
  if (labels.length > 0)
    parts.push(wrap(`${FOLLOW_UP_HEADINGS[answer.outcome]}: ${labels.join(" · ")}`, width, "", "  "));
  return parts.filter((part) => part !== "").join("\n\n");
}

/** The number under which each source key of an answer is listed, from 1. */
export function sourceNumbers(answer: Pick<Answer, "sources">): ReadonlyMap<string, number> {
  return new Map(answer.sources.map((source, n) => [source.key, n + 1]));
}

export function plainMarkdown(
  root: Root,
  width: number,
  number: ReadonlyMap<string, number> = new Map(),
): string {
  return root.children.map((node) => plainBlock(node, width, "", number)).join("\n");
}

function plainBlock(node: Nodes, width: number, indent: string, number: ReadonlyMap<string, number>): string {
  if (node.type === "list") {
    return node.children
      .map((item, n) => {
        const mark = node.ordered ? `${(node.start ?? 1) + n}. ` : "- ";
        const hanging = indent + " ".repeat(mark.length);
        const text = item.children.map((child) => plainBlock(child, width, hanging, number)).join("\n");
        return indent + mark + text.trimStart();
      })
      .join("\n");
  }
  return wrap(inline(node, number), width, indent);
}

function inline(node: Nodes, number: ReadonlyMap<string, number>): string {
  switch (node.type) {
    case "text":
    case "inlineCode":
      return node.value.replaceAll("\n", " ");
    case "break":
      return "\n";
    case "footnoteReference": {
      const n = number.get(node.identifier);
      return n === undefined ? "" : ` [${n}]`;
    }
    case "link": {
      const text = node.children.map((child) => inline(child, number)).join("");
      return text === node.url ? text : `${text} (${node.url})`;
    }
    default:
      return "children" in node ? node.children.map((child) => inline(child, number)).join("") : "";
  }
}

/** Aligned columns where they fit the width; otherwise one small list a row, which reads the same aloud. */
export function plainTable(table: Table, width: number): string {
  const rows = [table.columns, ...table.rows];
  const sizes = table.columns.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const total = sizes.reduce((sum, size) => sum + size + 2, -2);
  if (total <= Math.min(width, 100)) {
    const line = (row: string[]) =>
      row
        .map((cell, k) => cell.padEnd(sizes[k] ?? 0))
        .join("  ")
        .trimEnd();
    const rule = sizes.map((size) => "-".repeat(size)).join("  ");
    return [table.caption, line(table.columns), rule, ...table.rows.map(line)].join("\n");
  }
  const blocks = table.rows.map(([name = "", ...cells]) =>
    [
      wrap(name, width),
      ...cells.map((cell, k) => wrap(`${table.columns[k + 1]}: ${cell}`, width, "  ", "    ")),
    ].join("\n"),
  );
  return [table.caption, ...blocks].join("\n");
}

/** Breaks lines between words. `indent` goes before every line; `hanging`, if given, before all but the first. */
export function wrap(text: string, width: number, indent = "", hanging = indent): string {
  const lines: string[] = [];
  for (const paragraph of text.split("\n")) {
    let line = lines.length === 0 ? indent : hanging;
    let empty = true;
    for (const word of paragraph.split(" ").filter((part) => part !== "")) {
      if (!empty && line.length + 1 + word.length > width) {
        lines.push(line);
        line = hanging;
        empty = true;
      }
      line += empty ? word : ` ${word}`;
      empty = false;
    }
    lines.push(line);
  }
  return lines.join("\n");
}
