import type { Token } from "../text/tokens.ts";

/** A run of tokens, end exclusive. */
export interface Span {
  start: number;
  end: number;
}

/** The positions of all tokens that lie in any of the spans. */
export function positionsOf(spans: readonly Span[]): ReadonlySet<number> {
  return new Set(spans.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, n) => start + n)));
}

/** The words of a span, as they were read. */
export function wordsIn(tokens: readonly Token[], { start, end }: Span): string {
  return tokens
    .slice(start, end)
    .map((token) => token.word)
    .join(" ");
}
