import type { List, Root, RootContent } from "mdast";
import { escapeMrkdwn, mrkdwnLink } from "./escape.ts";

/** Gives the mark that stands for a source, like `[2]`; undefined for a source the answer does not list. */
export type Cite = (sourceKey: string) => string | undefined;

/**
 * mdast to Slack's mrkdwn, one string a paragraph or list item, so that a long text can be split between them.
 * Only the nodes that `Section.body` allows occur; anything else gives the text it holds.
 */
export function toMrkdwn(body: Root, cite: Cite): string[] {
  return body.children.flatMap((node) => blockLines(node, cite, 0)).filter((line) => line !== "");
}

function blockLines(node: RootContent, cite: Cite, depth: number): string[] {
  if (node.type === "list") return listLines(node, cite, depth);
  return [inline([node], cite).trim()];
}

function listLines(list: List, cite: Cite, depth: number): string[] {
  const start = list.start ?? 1;
  return list.children.flatMap((item, index) => {
    const mark = list.ordered ? `${start + index}.` : depth === 0 ? "•" : "◦";
    const indent = "    ".repeat(depth);
    const [first, ...rest] = item.children;
    const lead = first === undefined || first.type === "list" ? "" : inline([first], cite).trim();
    const nested = first?.type === "list" ? item.children : rest;
    return [
      `${indent}${mark} ${lead}`.trimEnd(),
      ...nested.flatMap((child) => blockLines(child, cite, depth + 1)),
    ];
  });
}

function inline(nodes: readonly RootContent[], cite: Cite): string {
  let out = "";
  for (const node of nodes) {
    const piece = inlinePiece(node, cite);
    out += needsGap(out, piece, node) ? `\u200B${piece}` : piece;
  }
  return out;
}

function inlinePiece(node: RootContent, cite: Cite): string {
  switch (node.type) {
    case "text":
      return escapeMrkdwn(node.value.replaceAll("\n", " "));
    case "strong":
      return wrap("*", inline(node.children, cite));
    case "emphasis":
      return wrap("_", inline(node.children, cite));
    case "inlineCode":
      return `\`${escapeMrkdwn(node.value.replaceAll("`", "ˋ"))}\``;
    case "link":
      return mrkdwnLink(node.url, plainOf(node.children));
    case "break":
      return "\n";
    case "footnoteReference":
      return cite(node.identifier) ?? "";
    default:
      return "children" in node
        ? inline(node.children, cite)
        : "value" in node
          ? escapeMrkdwn(node.value)
          : "";
  }
}

/** Slack formats only what stands between word boundaries; a zero-width space makes one inside a word. */
function needsGap(before: string, piece: string, node: RootContent): boolean {
  if (before === "" || piece === "") return false;
  const formatted = node.type === "strong" || node.type === "emphasis" || node.type === "inlineCode";
  return formatted ? /[\p{L}\p{N}]$/u.test(before) : /[*_`]$/.test(before) && /^[\p{L}\p{N}]/u.test(piece);
}

function wrap(mark: string, words: string): string {
  const inner = words.trim();
  if (inner === "") return words;
  const [lead = "", tail = ""] = [words.match(/^\s*/)?.[0], words.match(/\s*$/)?.[0]];
  return `${lead}${mark}${inner}${mark}${tail}`;
}

function plainOf(nodes: readonly RootContent[]): string {
  return nodes
    .map((node) => ("value" in node ? node.value : "children" in node ? plainOf(node.children) : ""))
    .join("");
}
