import type { Reading } from "../reading/reading.ts";

/** A line or sentence of a CV with the ids of the skills that it names. */
export interface CvLine {
  text: string;
  skills: string[];
}

/** Longer texts are cut: no CV needs more, and time must stay bounded. */
export const CV_MAX_CHARACTERS = 20_000;
const LONGEST_LINE = 500;

/** Cuts a CV into its lines and sentences, each with the skills that it names. */
export function readCv(text: string, read: (text: string) => Reading): CvLine[] {
  return text
    .slice(0, CV_MAX_CHARACTERS)
    .split(/\n+|(?<=[.;])\s+(?=\S)|\s[•▪·]\s/)
    .map((line) =>
      line
        .replace(/^[\s•▪·*–-]+/, "")
        .trim()
        .slice(0, LONGEST_LINE),
    )
    .filter((line) => line !== "")
    .map((line) => ({
      text: line,
      skills: [
        ...new Set(
          read(line).mentions.flatMap((mention) => {
            if (mention.kind === "skill") return mention.negated ? [] : [mention.id];
            return mention.kind === "area" && mention.term && !mention.negated ? [mention.term.id] : [];
          }),
        ),
      ],
    }));
}
