import type { Root } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFootnoteFromMarkdown } from "mdast-util-gfm-footnote";
import { gfmFootnote } from "micromark-extension-gfm-footnote";

const OPTIONS = { extensions: [gfmFootnote()], mdastExtensions: [gfmFootnoteFromMarkdown()] };

/**
 * Parses the Markdown of a topic. `[^key]` becomes a footnoteReference only where a definition stands in the same text,
 * so definitions are added for the parser and taken out of the tree again.
 */
export function parseMarkdown(markdown: string): Root {
  const keys = new Set([...markdown.matchAll(/\[\^([a-z0-9-]+)\]/g)].map((match) => match[1]));
  const definitions = [...keys].map((key) => `[^${key}]: ${key}`).join("\n");
  const root = fromMarkdown(`${markdown}\n\n${definitions}`, OPTIONS);
  return { type: "root", children: root.children.filter((node) => node.type !== "footnoteDefinition") };
}

/** A tree of one paragraph of plain text. */
export function plainParagraph(text: string): Root {
  return { type: "root", children: [{ type: "paragraph", children: [{ type: "text", value: text }] }] };
}
