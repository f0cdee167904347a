import type { Intent } from "../question.ts";
import type { DecisionInput } from "./decide.ts";
import { isPlainComparison } from "./plain-comparison.ts";

/**
 * How likely a reading is right, from all that speaks for it: a logistic regression over these signs, fitted on labelled
 * questions that the models had not learnt from. `scripts/fit-confidence.mjs` fits it anew.
 */
const WEIGHTS = {
  always: 2.45,
  /** Log-odds of the intent. */
  intent: 0.36,
  /** Log-odds of the likeliest topic asked for. */
  topic: 0.37,
  /** An unlikely topic that no word asks for. */
  unspoken: -0.69,
  /** Words ask for other topics, and for none that was chosen. */
  contradicted: -0.74,
  /** The runner-up among topics is near. */
  rivalled: -0.57,
  /** More roles are named than the reading is about. */
  dropped: -0.86,
  /** No topic was found, though more is said than names. */
  silent: -1.6,
  followed: 4.06,
  described: -0.88,
  /** Log of the number of words. */
  length: -0.38,
  lookup: -1.72,
  compare: -0.96,
  transition: -1.1,
  advice: -1.39,
};
/** What speaks for or against a reading, by name. */
export type Signs = Readonly<Record<keyof typeof WEIGHTS, number>>;

/** In [0, 1], three digits. */
export function confidenceOf(signs: Signs): number {
  let sum = 0;
  for (const sign of Object.keys(WEIGHTS) as (keyof Signs)[]) sum += WEIGHTS[sign] * signs[sign];
  return Math.round(1000 / (1 + Math.exp(-sum))) / 1000;
}

export function signsOf(input: DecisionInput): Signs {
  const { question, chosen, weighed, reading, followed } = input;
  const { intent, topics } = question;
  const topical = intent === "lookup" || intent === "compare";
  const asked = topical && topics.length > 0;
  const first = chosen[0]?.probability ?? 0;
  const next =
    input.topicScores.find(({ label }) => !topics.some((topic) => topic === label))?.probability ?? 0;
  const isIntent = (one: Intent) => (intent === one ? 1 : 0);
  return {
    always: 1,
    intent: logOdds(weighed.find((each) => each.intent === intent)?.probability ?? 0),
    topic: asked ? logOdds(first) : 0,
    unspoken: asked && input.cued.size === 0 && first < 0.5 ? 1 : 0,
    contradicted: asked && input.cued.size > 0 && !topics.some((topic) => input.cued.has(topic)) ? 1 : 0,
    rivalled: asked && next > 0.3 * first ? 1 : 0,
    dropped:
      new Set(reading.mentions.flatMap((each) => (each.kind === "role" ? [each.role] : []))).size >
      question.roles.length + (intent === "transition" ? 1 : 0)
        ? 1
        : 0,
    silent: topical && topics.length === 0 && !isPlainComparison(reading.masked) ? 1 : 0,
    followed: followed ? 1 : 0,
    described: reading.mentions.some(isDescribed) ? 1 : 0,
    length: Math.log(1 + reading.tokens.length),
    lookup: isIntent("lookup"),
    compare: isIntent("compare"),
    transition: isIntent("transition"),
    advice: isIntent("advice"),
  };
}

function isDescribed(mention: DecisionInput["reading"]["mentions"][number]): boolean {
  return mention.kind === "role" && mention.how === "described";
}

function logOdds(probability: number): number {
  const inside = Math.min(Math.max(probability, 0.001), 0.999);
  return Math.log(inside / (1 - inside));
}
