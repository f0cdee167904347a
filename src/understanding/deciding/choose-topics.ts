import { TOPICS, type Topic } from "../../knowledge/topics.ts";
import type { Score } from "../classifier/index.ts";
import type { Intent } from "../question.ts";
import type { FoundTopicCue } from "../reading/topic-cues.ts";

/** Likelier than this, a topic is asked. A look-up that says more than a name has a topic, a move seldom has one. */
const ASKED: Partial<Record<Intent, number>> = {
  lookup: 0.03,
  compare: 0.15,
  transition: 0.35,
  "find-roles": 0.1,
  advice: 0.4,
};
const ASKED_OTHERWISE = 0.5;
/** A cue in so many words lowers the bar. */
const CUE_WORTH = 0.6;
/** A further topic must be nearly certain: one answer too many is worse than one too few. */
const FURTHER = 0.8;
const MOST = 3;
/** What a move is seldom asked about: where no word asks for it, it mostly tells the story so far. */
const ASIDES: ReadonlySet<Topic> = new Set([
  "education",
  "industries",
  "salary",
  "working-conditions",
  "outlook",
  "tools",
  "interview",
]);
const ASIDE_FROM = 0.9;

export interface ChosenTopic {
  topic: Topic;
  probability: number;
}

/** The topics asked for, likeliest first. A further topic must be nearly as likely as the first. */
export function chooseTopics(
  scores: readonly Score[],
  cues: readonly FoundTopicCue[],
  intent: Intent,
): ChosenTopic[] {
  const asked = ASKED[intent] ?? ASKED_OTHERWISE;
  const cued = new Set(cues.filter((cue) => cue.strength === "cue").map((cue) => cue.topic));
  const chosen: ChosenTopic[] = [];
  for (const { label, probability } of scores) {
    const topic = TOPICS.find((each) => each === label);
    if (!topic) continue;
    if (intent === "transition" && ASIDES.has(topic) && !cued.has(topic) && probability < ASIDE_FROM)
      continue;
    const bar = chosen.length === 0 ? asked * (cued.has(topic) ? CUE_WORTH : 1) : FURTHER;
    if (probability >= bar && chosen.length < MOST) chosen.push({ topic, probability });
  }
  return chosen;
}
