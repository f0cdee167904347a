import type { Intent } from "../question.ts";
import { namesRole } from "../reading/mentions.ts";
import type { DecisionInput } from "./decide.ts";
import { isPlainComparison } from "./plain-comparison.ts";
import { isPlainRole } from "./plain-role.ts";

/** What speaks for or against a reading. */
export interface Signs {
  always: number;
  /** It was read in the light of the talk: then other weights count. */
  inTalk: number;
  /** Log-odds of the intent. */
  intent: number;
  /** Log-odds of the likeliest topic asked for. */
  topic: number;
  /** An unlikely topic that no word asks for. */
  unspoken: number;
  /** Words ask for other topics, and for none that was chosen. */
  contradicted: number;
  /** The runner-up among topics is near. */
  rivalled: number;
  /** No topic was found, though more is said than names. */
  silent: number;
  /** It is a search and nothing else. */
  search: number;
  /** Followed up, and by themselves the words ask for something else. */
  followedAgainst: number;
  followedCompare: number;
  followedMove: number;
  /** The same, and the words name a role. */
  followedNamed: number;
  /** The same, and nothing is said but a role: "what about data scientists?". */
  followedPlain: number;
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
  always: 2.45,
  intent: 0.36,
  topic: 0.37,
  unspoken: -0.69,
  contradicted: -0.74,
  rivalled: -0.57,
  silent: -1.6,
  search: 4.06,
  described: -0.88,
  length: -0.38,
  lookup: -1.72,
  compare: -0.96,
  transition: -1.1,
  advice: -1.39,
};
const IN_TALK: Weights = {
  always: 1.65,
  intent: 0.18,
  topic: 0.1,
  unspoken: 0.05,
  contradicted: -1.47,
  rivalled: 0.46,
  silent: -0.83,
  followedAgainst: 0.51,
  followedCompare: 0.49,
  followedMove: 0.89,
  followedNamed: 0.12,
  followedPlain: 0.28,
  described: 0.65,
  length: -0.74,
  lookup: 0.41,
  compare: 0.49,
  transition: 0.89,
};

/** In [0, 1], three digits. */
export function confidenceOf(signs: Signs): number {
  const weights = signs.inTalk === 1 ? IN_TALK : ALONE;
  let sum = 0;
  for (const sign of Object.keys(weights) as (keyof Signs)[]) sum += (weights[sign] ?? 0) * signs[sign];
  return Math.round(1000 / (1 + Math.exp(-sum))) / 1000;
}

export function signsOf(input: DecisionInput): Signs {
  const { question, chosen, weighed, reading, followed } = input;
  const { intent, topics } = question;
  const inTalk = followed && input.inTalk;
  const topical = intent === "lookup" || intent === "compare";
  const asked = topical && topics.length > 0;
  const first = chosen[0]?.probability ?? 0;
  const next =
    input.topicScores.find(({ label }) => !topics.some((topic) => topic === label))?.probability ?? 0;
  const isIntent = (one: Intent) => (intent === one ? 1 : 0);
  return {
    always: 1,
    inTalk: inTalk ? 1 : 0,
    intent: logOdds(weighed.find((each) => each.intent === intent)?.probability ?? 0),
    topic: asked ? logOdds(first) : 0,
    unspoken: asked && input.cued.size === 0 && first < 0.5 ? 1 : 0,
    contradicted: asked && input.cued.size > 0 && !topics.some((topic) => input.cued.has(topic)) ? 1 : 0,
    rivalled: asked && next > 0.3 * first ? 1 : 0,
    silent: topical && topics.length === 0 && !isPlainComparison(reading.masked) ? 1 : 0,
    search: followed && !inTalk ? 1 : 0,
    followedAgainst: inTalk && weighed[0]?.intent !== intent ? 1 : 0,
    followedCompare: inTalk && intent === "compare" ? 1 : 0,
    followedMove: inTalk && intent === "transition" ? 1 : 0,
    followedNamed: inTalk && reading.mentions.some(namesRole) ? 1 : 0,
    followedPlain: inTalk && isPlainRole(reading.masked) ? 1 : 0,
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
