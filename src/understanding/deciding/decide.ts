import { TOPICS } from "../../knowledge/topics.ts";
import type { Interpretation } from "../interpret.ts";
import type { Intent, Question } from "../question.ts";
import type { RoleMention } from "../reading/mentions.ts";
import type { Reading } from "../reading/reading.ts";
import { confidenceOf, type Signs, signsOf } from "./confidence.ts";

/** What is made of a question: the reading, whether to act on it, and what else it may have meant. */
export interface Decision {
  question: Question;
  outcome: "answered" | "clarify" | "declined";
  /** 0 to 1: how likely the reading is right. */
  confidence: number;
  /** What the confidence rests on; undefined where there was nothing to read. */
  signs: Signs | undefined;
  /** Other readings, likeliest first: what is offered where the bot asks. */
  alternatives: Question[];
  /** One sentence. */
  why: string;
}

export interface DecisionInput {
  /** What the turn may ask, likeliest first, with the probability of each. */
  ranked: readonly Ranked[];
  /** Taken from the conversation rather than from this text alone. */
  followed: boolean;
  /** It is a search for job ads, and says so. */
  search: boolean;
  interpretation: Interpretation;
}

export interface Ranked {
  question: Question;
  probability: number;
}

/** Below this, the bot asks rather than answers. */
const ANSWERS_FROM = 0.86;
/** The same where it is taken from the talk: there it is easier to be sure and wrong. */
const ANSWERS_IN_TALK_FROM = 0.93;
/** The same where no other reading can be offered: to ask would help nobody. */
const ANSWERS_ALONE_FROM = 0.75;
/** A search for job ads that says all it looks for leaves little to doubt. */
const SEARCH_CONFIDENCE = 0.95;
/** Below this it is said that little is clear. */
const SAYS_SO_BELOW = 0.4;

/** @param input with at least one reading */
export function decide(input: DecisionInput): Decision {
  const { question } = input.ranked[0]!;
  const signs = signsOf(input);
  const confidence = input.search ? SEARCH_CONFIDENCE : confidenceOf(signs);
  const made = { question, confidence, signs, alternatives: alternativesOf(input) };
  if (question.intent === "out-of-scope")
    return { ...made, outcome: "declined", why: "Nothing in it is about a role that I know." };
  const lacks = missing(question);
  if (lacks) return { ...made, outcome: "clarify", why: lacks };
  const unclear = rivalled(input.interpretation.reading);
  if (unclear && !input.followed) {
    const why = `More than one role fits the words for ${unclear.role}.`;
    return { ...made, outcome: "clarify", confidence: Math.min(confidence, 0.5), why };
  }
  if (confidence < SAYS_SO_BELOW)
    return { ...made, outcome: "clarify", why: "Too little of it is clear to answer." };
  const surely = input.followed ? ANSWERS_IN_TALK_FROM : ANSWERS_FROM;
  const from = made.alternatives.length > 0 ? surely : ANSWERS_ALONE_FROM;
  if (confidence < from)
    return { ...made, outcome: "clarify", why: "Two readings are too close to pick one." };
  return { ...made, outcome: "answered", why: "One reading is clearly the likeliest." };
}

/** What a question cannot be answered without, in words; undefined where nothing is missing. */
function missing(question: Question): string | undefined {
  switch (question.intent) {
    case "lookup":
      return question.roles.length === 0 ? "It does not say which role." : undefined;
    case "compare":
      return question.roles.length < 2 ? "A comparison needs two roles." : undefined;
    case "transition":
      return question.roles.length === 0 ? "It does not say which role is the goal." : undefined;
    default:
      return undefined;
  }
}

function rivalled(reading: Reading): RoleMention | undefined {
  for (const mention of reading.mentions) {
    if (mention.kind === "role" && mention.rivals.length > 0) return mention;
  }
  return undefined;
}

const MOST_ALTERNATIVES = 4;
/** What is less likely is not offered. */
const LEAST_OFFERED = 0.03;
/** What can be put on a button beside another reading. */
const OFFERED: ReadonlySet<Intent> = new Set(["lookup", "compare", "transition", "find-roles", "openings"]);

function alternativesOf({ ranked, interpretation }: DecisionInput): Question[] {
  const { question } = ranked[0]!;
  const { reading, scores, evidence } = interpretation;
  const found: Question[] = [];
  const add = (other: Question) => {
    const same = JSON.stringify(other);
    if (same !== JSON.stringify(question) && !found.some((each) => JSON.stringify(each) === same))
      found.push(other);
  };
  const topics = [...question.topics];
  const mention = rivalled(reading);
  if (mention) for (const rival of mention.rivals) add({ intent: "lookup", roles: [rival], topics });
  for (const { question: other, probability } of ranked.slice(1))
    if (probability >= LEAST_OFFERED && OFFERED.has(other.intent) && !missing(other)) add(other);
  if (question.intent === "lookup" || question.intent === "compare") {
    for (const { label } of scores.topics.slice(0, 3)) {
      const topic = TOPICS.find((each) => each === label);
      if (topic && question.roles.length > 0 && !question.topics.includes(topic))
        add({ ...question, topics: [topic] });
    }
  }
  const { people } = evidence.turn;
  const roles = people.rolesOrAreas;
  if (roles.length >= 2 && question.intent === "transition")
    add({ intent: "compare", roles: roles.slice(0, 3), topics });
  for (const role of roles.slice(0, 2)) add({ intent: "lookup", roles: [role], topics });
  return found.slice(0, MOST_ALTERNATIVES);
}
