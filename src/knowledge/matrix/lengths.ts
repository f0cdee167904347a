import type { Finding } from "./finding.ts";
import type { Passage } from "./passage.ts";
import { wordCount } from "./sentences.ts";

/** Words that a topic needs to say anything, and that people still read in a chat. */
export const TOPIC_WORDS = { least: 40, most: 160 } as const;
export const OVERVIEW_WORDS = { least: 15, most: 60 } as const;

export function checkLengths(passages: readonly Passage[]): Finding[] {
  return passages.flatMap((passage): Finding[] => {
    const { file, line, heading, topic } = passage;
    const { least, most } = topic === "overview" ? OVERVIEW_WORDS : TOPIC_WORDS;
    const words = wordCount(passage.markdown);
    // The loader has said so already.
    if (words === 0) return [];
    if (words < least) {
      const fix = `Say what is particular to this role, in at least ${least} words.`;
      return [{ kind: "thin", file, line, message: `"${heading}" has only ${words} words`, fix }];
    }
    if (words <= most) return [];
    const fix = `Shorten it to ${most} words or fewer.`;
    return [{ kind: "long", file, line, message: `"${heading}" has ${words} words`, fix }];
  });
}
