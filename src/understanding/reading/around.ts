import type { Reading } from "./reading.ts";

/** The masked words around one mention. */
export interface Around {
  /** Up to eight words of the same sentence before it, commas left out, ending in a space unless there are none. */
  before: string;
  /** Up to fourteen words after it, of any sentence. */
  after: string;
}

const BEFORE = 8;
const AFTER = 14;

/** The surroundings of every mention, in their order; one pass, so that the time grows with the length alone. */
export function aroundMentions(reading: Reading): Around[] {
  const words = reading.masked.split(" ");
  const found: Around[] = reading.mentions.map(() => ({ before: "", after: "" }));
  for (const [at, word] of words.entries()) {
    const n = /^[A-Z]+(\d+)$/.exec(word)?.[1];
    if (n === undefined || found[Number(n)] === undefined) continue;
    found[Number(n)] = {
      before: wordsBefore(words, at),
      after: words.slice(at + 1, at + 1 + AFTER).join(" "),
    };
  }
  return found;
}

function wordsBefore(words: readonly string[], at: number): string {
  const from = Math.max(0, at - BEFORE);
  const near = words.slice(from, at);
  const sentence = near.slice(near.lastIndexOf(".") + 1).filter((word) => word !== ",");
  return sentence.length === 0 ? "" : `${sentence.join(" ")} `;
}
