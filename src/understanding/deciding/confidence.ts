import type { Topic } from "../../knowledge/topics.ts";
import type { Intent } from "../question.ts";
import type { DecisionInput } from "./decide.ts";
import { isPlainComparison } from "./plain-comparison.ts";

/** What speaks for or against a reading. */
export interface Signs {
  always: number;
  /** Some of it is taken from the talk: then other weights count. */
  inTalk: number;
  /** Log-odds that it is meant, of all that the turn may ask. */
  share: number;
  /** Log-odds of its intent by the words. */
  intent: number;
  /** Log-odds of the likeliest topic asked for. */
  topic: number;
  /** Its topics are those of the question before. */
  carried: number;
  /** An unlikely topic that no word asks for. */
  unspoken: number;
  /** Words ask for other topics, and for none that was chosen. */
  contradicted: number;
  /** The runner-up among topics is near. */
  rivalled: number;
  /** No topic was found, though more is said than names. */
  silent: number;
  described: number;
  /** Log of the number of words. */
  length: number;
  lookup: number;
  compare: number;
  transition: number;
  advice: number;
}
type Weights = Readonly<Partial<Signs>>;

/**
 * How likely a reading is right, from all that speaks for it: two logistic regressions, for questions by themselves and for
 * turns that go on with a talk, fitted on labelled questions that the models had not learnt from. `scripts/fit-confidence.mjs` fits
 * them anew.
 */
const ALONE: Weights = {
  always: 1.28,
  share: 0.2,
  intent: 0.26,
  topic: 0.3,
  carried: 1.11,
  unspoken: 0.2,
  contradicted: -0.08,
  rivalled: -0.42,
  silent: 0.94,
  described: -1.28,
  length: -0.23,
  lookup: -2.07,
  compare: -1.3,
  transition: -0.43,
  advice: 0.55,
};
const IN_TALK: Weights = {
  always: 0.88,
  share: 0.72,
  intent: 0.04,
  topic: 0.08,
  carried: 1.86,
  unspoken: -0.57,
  contradicted: 1.59,
  rivalled: 0.17,
  silent: 1.48,
  described: 0.06,
  length: -0.45,
  lookup: -0.11,
  compare: -0.95,
  transition: 1.08,
};

/** In [0, 1], three digits. */
export function confidenceOf(signs: Signs): number {
  const weights = signs.inTalk === 1 ? IN_TALK : ALONE;
  let sum = 0;
  for (const sign of Object.keys(weights) as (keyof Signs)[]) sum += (weights[sign] ?? 0) * signs[sign];
  return Math.round(1000 / (1 + Math.exp(-sum))) / 1000;
}

/** The runner-up among topics is near from this part of the first on. */
const NEAR = 0.3;
const UNLIKELY = 0.5;

export function signsOf({ ranked, followed, interpretation }: DecisionInput): Signs {
  const { question, probability } = ranked[0]!;
  const { intent, topics } = question;
  const { reading, scores, evidence, weighed } = interpretation;
  const topical = intent === "lookup" || intent === "compare";
  const asked = topical && topics.length > 0;
  const before: readonly Topic[] = evidence.scene.before?.topics ?? [];
  const [topic] = topics;
  const first = topic === undefined ? 0 : evidence.topic(topic);
  const next = scores.topics.find(({ label }) => !topics.some((each) => each === label))?.probability ?? 0;
  const cued = new Set<string>(
    interpretation.features.topicCues.flatMap((cue) => (cue.strength === "cue" ? [cue.topic] : [])),
  );
  const isIntent = (one: Intent) => (intent === one ? 1 : 0);
  return {
    always: 1,
    inTalk: followed ? 1 : 0,
    share: logOdds(probability),
    intent: logOdds(weighed.find((each) => each.intent === intent)?.probability ?? 0),
    topic: asked ? logOdds(first) : 0,
    carried: asked && topics.join() === before.join() ? 1 : 0,
    unspoken: asked && cued.size === 0 && first < UNLIKELY ? 1 : 0,
    contradicted: asked && cued.size > 0 && !topics.some((each) => cued.has(each)) ? 1 : 0,
    rivalled: asked && next > NEAR * first ? 1 : 0,
    silent: topical && topics.length === 0 && !isPlainComparison(reading.masked) ? 1 : 0,
    described: reading.mentions.some((mention) => mention.kind === "role" && mention.how === "described")
      ? 1
      : 0,
    length: Math.log(1 + reading.tokens.length),
    lookup: isIntent("lookup"),
    compare: isIntent("compare"),
    transition: isIntent("transition"),
    advice: isIntent("advice"),
  };
}

function logOdds(probability: number): number {
  const inside = Math.min(Math.max(probability, 0.001), 0.999);
  return Math.log(inside / (1 - inside));
}
