import type { Decision } from "./deciding/decide.ts";
import type { Evidence, EvidenceItem } from "./evidence.ts";
import type { Interpretation } from "./interpret.ts";
import { wordsIn } from "./reading/spans.ts";

interface Explained {
  interpretation: Interpretation;
  /** What was taken over from the talk, in plain words. */
  followed: string | undefined;
  decision: Decision;
}

const LONGEST_QUOTE = 40;

export function explain({ interpretation, followed, decision }: Explained): Evidence {
  const { reading, features, weighed } = interpretation;
  const { topics } = decision.question;
  const words = (start: number, end: number) => {
    const text = wordsIn(reading.tokens, { start, end });
    return text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE - 1)}…` : text;
  };
  const roles: EvidenceItem[] = [];
  const skills: EvidenceItem[] = [];
  for (const mention of reading.mentions) {
    const said = words(mention.start, mention.end);
    const mended = reading.tokens.slice(mention.start, mention.end).some((token) => token.mended);
    const spelling = mended ? ", spelling mended" : "";
    if (mention.kind === "role")
      roles.push({ id: mention.role, words: said, how: `${mention.how}${spelling}` });
    else if (mention.kind === "area")
      roles.push({ id: mention.role, words: said, how: `a field${spelling}` });
    else if ("id" in mention)
      skills.push({
        id: mention.id,
        words: said,
        how: mention.negated ? `${mention.kind}, ruled out` : `${mention.kind}${spelling}`,
      });
  }
  const cued = features.topicCues.filter((cue) => topics.includes(cue.topic));
  const uncued = topics.filter((topic) => !cued.some((cue) => cue.topic === topic));
  return {
    roles,
    skills,
    topics: [
      ...cued.map((cue) => ({
        id: cue.topic,
        words: words(cue.start, cue.end),
        how: cue.strength === "cue" ? "in so many words" : "a hint",
      })),
      ...uncued.map((topic) => ({ id: topic, words: "", how: "like questions that were asked before" })),
    ],
    cues: features.cues.map((cue) => cue.says),
    intents: weighed
      .slice(0, 3)
      .map(({ intent, probability }) => ({ intent, probability: Math.round(probability * 1000) / 1000 })),
    focus: followed ? [followed] : [],
    decision: decision.why,
  };
}
