import { type Block, blocksOf, linesBefore } from "./blocks.ts";

/** Shares, money, sample sizes, large counts and spans of time: what a reader would want to check. */
const FIGURE =
  /[$€£]\s?\d[\d,.]*|\d[\d,.]*\s?%|\bn\s?=\s?\d[\d,]*|\b\d{1,3}(?:,\d{3})+\b|\b\d+(?:\s?(?:-|–|to)\s?\d+)?\s?(?:minutes?|hours?|days?|weeks?|months?|years?)\b/;
const SOURCE = /\[\^([a-z0-9-]+)\]/g;

export interface Figure {
  /** As it is written. */
  text: string;
  /** 0-based line within the section. */
  at: number;
  /** Source keys in its paragraph or list item. */
  sources: string[];
}

/** The first figure of each paragraph and list item that has one. */
export function figuresOf(markdown: string): Figure[] {
  return blocksOf(markdown).flatMap((block) => figureOf(block) ?? []);
}

export function figureOf(block: Block): Figure | undefined {
  const match = FIGURE.exec(block.text);
  if (!match) return undefined;
  const at = block.at + linesBefore(block.text, match.index);
  return { text: match[0].trim(), at, sources: sourceKeysOf(block.text) };
}

/** Source keys in the order of their first use. */
export function sourceKeysOf(markdown: string): string[] {
  return [...new Set([...markdown.matchAll(SOURCE)].map((match) => match[1] ?? ""))];
}
