/** A question is a sentence or two; what is longer is a document that we do not want to keep. */
export const MISS_TEXT_MAX = 300;

/** The text as kept: one line, no control characters (PostgreSQL takes no NUL), at most {@link MISS_TEXT_MAX} characters. */
export function missText(text: string): string {
  const line = text
    .replace(/\p{Surrogate}/gu, "\uFFFD")
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim();
  return Array.from(line).slice(0, MISS_TEXT_MAX).join("");
}

/** What two spellings of one question have in common. */
export function foldMiss(text: string): string {
  return missText(text)
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s?!.]+$/u, "");
}
