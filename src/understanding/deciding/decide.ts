import type { Knowledge } from "../../knowledge/knowledge.ts";
import { TOPICS, type Topic } from "../../knowledge/topics.ts";
import type { Score } from "../classifier/index.ts";
import type { Question } from "../question.ts";
import type { RoleMention } from "../reading/mentions.ts";
import type { Reading } from "../reading/reading.ts";
import type { ChosenTopic } from "./choose-topics.ts";
import { confidenceOf, type Signs, signsOf } from "./confidence.ts";
import type { PeopleNamed } from "./people-named.ts";
import type { WeighedIntent } from "./weigh-intents.ts";

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
  question: Question;
  /** Taken from the conversation rather than from this text alone. */
  followed: boolean;
  /** Something was spoken of before. */
  inTalk: boolean;
  reading: Reading;
  weighed: readonly WeighedIntent[];
  chosen: readonly ChosenTopic[];
  /** All topics with their probability, likeliest first. */
  topicScores: readonly Score[];
  /** Topics that are asked for in so many words. */
  cued: ReadonlySet<Topic>;
  people: PeopleNamed;
  knowledge: Knowledge;
}

/** Below this, the bot asks rather than answers. */
const ANSWERS_FROM = 0.84;
/** The same where no other reading can be offered: to ask would help nobody. */
const ANSWERS_ALONE_FROM = 0.75;
/** Below this it is said that little is clear. */
const SAYS_SO_BELOW = 0.4;

export function decide(input: DecisionInput): Decision {
  const { question } = input;
  const signs = signsOf(input);
  const confidence = confidenceOf(signs);
  const made = { question, confidence, signs, alternatives: alternativesOf(input) };
  if (question.intent === "out-of-scope")
    return { ...made, outcome: "declined", why: "Nothing in it is about a role that I know." };
  const lacks = missing(question);
  if (lacks) return { ...made, outcome: "clarify", why: lacks };
  const unclear = rivalled(input.reading);
  if (unclear && !input.followed) {
    const why = `More than one role fits the words for ${unclear.role}.`;
    return { ...made, outcome: "clarify", confidence: Math.min(confidence, 0.5), why };
  }
  if (confidence < SAYS_SO_BELOW)
    return { ...made, outcome: "clarify", why: "Too little of it is clear to answer." };
  const from = made.alternatives.length > 0 ? ANSWERS_FROM : ANSWERS_ALONE_FROM;
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

function alternativesOf({
  question,
  weighed,
  chosen,
  topicScores,
  people,
  reading,
}: DecisionInput): Question[] {
  const found: Question[] = [];
  const add = (other: Question) => {
    const same = JSON.stringify(other);
    if (same !== JSON.stringify(question) && !found.some((each) => JSON.stringify(each) === same))
      found.push(other);
  };
  const topics: Topic[] = chosen.map((each) => each.topic);
  const mention = rivalled(reading);
  if (mention) for (const rival of mention.rivals) add({ intent: "lookup", roles: [rival], topics });
  if (question.intent === "lookup" || question.intent === "compare") {
    for (const { label } of topicScores.slice(0, 3)) {
      const topic = TOPICS.find((each) => each === label);
      if (topic && question.roles.length > 0 && !question.topics.includes(topic))
        add({ ...question, topics: [topic] });
    }
  }
  const likely = new Set(
    weighed
      .slice(0, 3)
      .filter((each) => each.probability > 0.08)
      .map((each) => each.intent),
  );
  const roles = people.rolesOrAreas;
  if (roles.length >= 2 && (likely.has("compare") || question.intent === "transition"))
    add({ intent: "compare", roles: roles.slice(0, 3), topics });
  if (roles.length >= 2 && likely.has("transition"))
    add({ intent: "transition", from: roles[0]!, roles: [roles[1]!], topics: [] });
  for (const role of roles.slice(0, 2)) add({ intent: "lookup", roles: [role], topics });
  return found.slice(0, MOST_ALTERNATIVES);
}
