import { foldName } from "../fold-name.ts";
import type { Finding } from "./finding.ts";
import type { Passage } from "./passage.ts";
import { sentencesOf, wordsOf } from "./sentences.ts";

/** Shorter ones ("Git and Docker.") may well be true of two roles. */
const FEWEST_WORDS = 5;

/** Sentences that stand in more than one place once case, plural, hyphens and punctuation are folded. */
export function checkRepeated(passages: readonly Passage[]): Finding[] {
  const first = new Map<string, string>();
  const findings: Finding[] = [];
  for (const { file, line, markdown } of passages) {
    for (const sentence of sentencesOf(markdown)) {
      if (wordsOf(sentence.text).length < FEWEST_WORDS) continue;
      const folded = foldName(sentence.text.replace(/[./&]+(?=\s|$)/g, ""));
      const place = `${file}:${line + sentence.at}`;
      const earlier = first.get(folded);
      if (earlier === undefined) first.set(folded, place);
      else {
        const message = `"${sentence.text}" also stands at ${earlier}`;
        const fix = "Say what is particular to this role, or leave it out.";
        findings.push({ kind: "repeated", file, line: line + sentence.at, message, fix });
      }
    }
  }
  return findings;
}
