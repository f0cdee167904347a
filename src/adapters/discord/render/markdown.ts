import type { ListItem, PhrasingContent, Root, RootContent } from "mdast";
import { codeSpan, escapeText, linkTarget } from "./escape.ts";

/** Where a footnote points: the place of its source in the list below the answer, from 1. */
export type FootnoteNumber = (sourceKey: string) => number | undefined;

/** The blocks of an answer's Markdown as Discord's own, one string each, so that a long text can be split between them. */
export function markdownBlocks(body: Root, footnote: FootnoteNumber): string[] {
  return body.children.flatMap((node) => block(node, footnote)).filter((text) => text !== "");
}

function block(node: RootContent, footnote: FootnoteNumber): string[] {
  switch (node.type) {
    case "paragraph":
      return [phrasing(node.children, footnote)];
    case "list":
      return node.children.map((item, at) =>
        listItem(item, node.ordered ? `${(node.start ?? 1) + at}.` : "-", footnote, 0),
      );
    default:
      // Answers hold paragraphs and lists only; anything else keeps its words and loses its form.
      return "value" in node ? [escapeText(node.value)] : [];
  }
}

function listItem(item: ListItem, mark: string, footnote: FootnoteNumber, depth: number): string {
  const indent = "  ".repeat(depth);
  const lines = item.children.flatMap((child) => {
    if (child.type === "list") {
      return child.children.map((inner, at) =>
        listItem(inner, child.ordered ? `${(child.start ?? 1) + at}.` : "-", footnote, depth + 1),
      );
    }
    return block(child, footnote);
  });
  const [first = "", ...rest] = lines;
  return [`${indent}${mark} ${first}`, ...rest].join("\n");
}

function phrasing(nodes: PhrasingContent[], footnote: FootnoteNumber): string {
  return nodes.map((node) => inline(node, footnote)).join("");
}

function inline(node: PhrasingContent, footnote: FootnoteNumber): string {
  switch (node.type) {
    case "text":
      return escapeText(node.value);
    case "strong":
      return `**${phrasing(node.children, footnote)}**`;
    case "emphasis":
      return `*${phrasing(node.children, footnote)}*`;
    case "inlineCode":
      return codeSpan(node.value);
    case "break":
      return "\n";
    case "link": {
      const target = linkTarget(node.url);
      const label = phrasing(node.children, footnote);
      return target ? `[${label}](${target})` : label;
    }
    case "footnoteReference": {
      const number = footnote(node.identifier);
      return number === undefined ? "" : ` \\[${number}\\]`;
    }
    default:
      return "value" in node ? escapeText(node.value) : "";
  }
}
