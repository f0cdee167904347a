import type { Intent } from "../question.ts";
import type { DecisionInput } from "./decide.ts";
import { isPlainComparison } from "./plain-comparison.ts";

/**
 * How likely a reading is right, from all that speaks for it: a logistic regression over these signs, fitted on labelled
 * questions that the models had not learnt from. `scripts/fit-confidence.mjs` fits it anew.
 */
const WEIGHTS = {
  always: 2.77,
  /** Log-odds of the intent. */
  intent: 0.35,
  /** Log-odds of the likeliest topic asked for. */
  topic: 0.42,
  /** An unlikely topic that no word asks for. */
  unspoken: -0.7,
  /** No topic was found, though more is said than names. */
  silent: -1.34,
  followed: 3.89,
  described: -0.73,
  /** Log of the number of words. */
  length: -0.51,
  lookup: -2.05,
  compare: -1.08,
  transition: -1.05,
  advice: -1.24,
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
  const isIntent = (one: Intent) => (intent === one ? 1 : 0);
  return {
    always: 1,
    intent: logOdds(weighed.find((each) => each.intent === intent)?.probability ?? 0),
    topic: asked ? logOdds(first) : 0,
    unspoken: asked && !input.cued && first < 0.5 ? 1 : 0,
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
