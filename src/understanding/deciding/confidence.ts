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
  always: 1.08,
  share: 0.23,
  intent: 0.28,
  topic: 0.23,
  carried: 0.76,
  unspoken: 0.14,
  contradicted: 0.01,
  rivalled: -0.49,
  silent: 0.54,
  described: -1.21,
  length: -0.24,
  lookup: -1.85,
  compare: -1.12,
  transition: -0.47,
  advice: 0.54,
};
const IN_TALK: Weights = {
  always: 1.43,
  share: 0.73,
  intent: 0.02,
  topic: 0.03,
  carried: 1.5,
  unspoken: -0.43,
  contradicted: 1.12,
  rivalled: 0.22,
  silent: 1.26,
  described: 0.05,
  length: -0.79,
  lookup: 0.42,
  compare: -0.8,
  transition: 1.31,
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
