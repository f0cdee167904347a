import type { Topic } from "../../../knowledge/topics.ts";
import type { Focus } from "../../focus.ts";
import type { Intent, Question } from "../../question.ts";
import { SETS_BESIDE } from "./comparing.ts";
import { goalOfTalk, isShort, type Resolved, type Turn, topicsAsked } from "./turn.ts";

/** Asks for the way to a role, or whether it can be gone. */
export const ASKS_WAY =
  /\bhow (?:do|would|could|can|should|might|did|will|to|does|about) (?:i|we|one|somebody|someone)\b|\bhow ?(?:,|$)|\bhow from\b|^how\b|\bhow to (?:get|go|switch|move|change|do|become|reach|start|begin)\b|\bhowd i\b|\b(?:get|got) (?:there|in|to (?:it|that|this)|into (?:it|that|this))\b|\b(?:could|can) i\b|\bwould i (?:fit|make it|manage|cope)\b|\bcould somebody like me\b|\b(?:the|a|this|that|is|make|making) (?:switch|jump|move|leap|step|change|promotion)\b|\bcross(?:ing)? over\b|\bchange over\b|\bwhat (?:does|would|will) (?:it|the \w+|that) take\b|\bwhat (?:do|would|am) i (?:lack|lacking|miss|missing|still need)\b|\b(?:path|way|road|route) (?:to|there|in)\b|\bfrom there\b|\bfirst steps?\b|\b(?:reach|become|be) (?:it|that|one|the)\b|\btoo late\b|\bguide\b|\b(?:realistic|doable|possible|feasible)\b/;
/** The asker changes to another goal. */
const INSTEAD =
  /\b(?:instead|rather|in place of|what if|if i choose|maybe|perhaps|or maybe|then|say|nah|sideways|only)\b|\?$/;
const ASKS = /\b(?:how|what|whats|which|who|do|does|is|are|can|could|would|will|should|any)\b/;
const SHOULD_HAVE_SAID = /\bi ?should(?:ve| have)? (?:said|mentioned|told you)\b/;
const HOW_LONG = /\bhow (?:long|many (?:years|yrs|months))\b|\btime (?:needed|frame)\b|\bmonths or years\b/;
/** Facts about a role, which are the same for whoever wants to get there. */
const FACTS: ReadonlySet<Topic> = new Set([
  "salary",
  "interview",
  "industries",
  "outlook",
  "working-conditions",
  "definition",
  "responsibilities",
]);
/** Asks what is peculiar to the move: what is missing, how long it takes. */
const OF_THE_MOVE =
  /\b(?:missing|miss|lack|lacking|take me|takes me|take|takes|long|gap|carry over|carries over|transfer\w*|learn|first|step|realistic|doable|switch|move|jump|without|hard|till|until|time)\b/;
/** "5 years of Java already": told, not asked. */
const TELLS_OF_SELF =
  /^(?:and |i have |ive |ive got |got |with |also )*(?:NUM|a few|many|some) (?:years?|yrs?)\b/;

/** What a turn asks in which somebody says where they stand: the way from there to the role of the talk. */
export function fromOwnPlace(
  turn: Turn,
  words: string,
  own: string | null,
  focus: Focus,
  pointed: string | undefined,
): Resolved | undefined {
  const others = turn.people.roles.filter((role) => role !== own);
  const spokenOf = pointed === own ? undefined : pointed;
  const [goal] = others.length > 0 ? others : [spokenOf ?? goalOfTalk(focus, own)];
  if (others.length > 1 || goal === undefined || goal === own) return undefined;
  const said = { ...(own === null ? {} : { own }) };
  if (own !== null && turn.cued && SETS_BESIDE.test(words)) {
    const question: Question = { intent: "compare", roles: [own, goal], topics: topicsAsked(turn) };
    return { question, because: "it sets the asker's own role beside the one of the talk", ...said };
  }
  const asks = ASKS_WAY.test(words) || /\b(?:till|until|before) \w/.test(words);
  const tells =
    isShort(turn, 11) && !ASKS.test(words.replace(SHOULD_HAVE_SAID, "")) && leadsUp(focus.question);
  if (!asks && !tells && turn.intent !== "transition") return undefined;
  const topics = asks ? topicsAsked(turn).filter((topic) => topic !== "getting-started") : [];
  return {
    question: { intent: "transition", from: own, roles: [goal], topics },
    because: "it says where the asker stands",
    ...said,
  };
}

/** A role is named or pointed at as the goal of somebody who said before where they stand. */
export function toGoal(turn: Turn, words: string, goal: string, focus: Focus): Resolved | undefined {
  const { own, question: before } = focus;
  const [advised] = before.intent === "advice" ? before.roles : [];
  const from = own !== undefined ? own : before.intent === "transition" ? before.from : advised;
  if (from === undefined || from === goal || turn.cues.has("versus")) return undefined;
  const facts = turn.cued && turn.topics.some((topic) => FACTS.has(topic));
  const asks = ASKS_WAY.test(words) && !facts;
  const changes = INSTEAD.test(words) && !turn.cued && isShort(turn, 10) && isMoving(before);
  if (!asks && !changes) return undefined;
  const topics = asks ? topicsAsked(turn).filter((topic) => topic !== "getting-started") : [];
  return {
    question: { intent: "transition", from, roles: [goal], topics },
    because: "the asker said before where they stand",
  };
}

/** The asker's move goes on, in a turn that names nobody. */
export function onTheWay(turn: Turn, words: string, focus: Focus): Resolved | undefined {
  const { own, question: before } = focus;
  const from = before.intent === "transition" ? before.from : own;
  if (from === undefined || ASIDES.has(turn.intent)) return undefined;
  const goal = before.intent === "transition" ? before.roles[0] : goalOfTalk(focus, from);
  if (goal === undefined) return undefined;
  const facts = turn.topics.some((topic) => FACTS.has(topic));
  const goesOn =
    before.intent === "transition" &&
    (TELLS_OF_SELF.test(words) ||
      HOW_LONG.test(words) ||
      ((OF_THE_MOVE.test(words) || ASKS_WAY.test(words)) && !(turn.cued && facts)) ||
      ((turn.intent === "transition" || turn.intent === "advice") && !facts));
  const asksElse = turn.cued && turn.topics.some((topic) => topic !== "getting-started");
  const asks = before.intent !== "transition" && ASKS_WAY.test(words) && !asksElse;
  if (!goesOn && !asks) return undefined;
  const topics: Topic[] = HOW_LONG.test(words) && !turn.cued ? ["experience"] : asks ? [] : topicsAsked(turn);
  return {
    question: { intent: "transition", from, roles: [goal], topics: TELLS_OF_SELF.test(words) ? [] : topics },
    because: "it goes on with the same move",
  };
}

const ASIDES: ReadonlySet<Intent> = new Set(["out-of-scope", "help", "list-roles", "find-roles"]);

function isMoving(before: Question): boolean {
  return before.intent !== "find-roles" && before.intent !== "openings";
}

/** Questions that lead up to somebody's own move to the role. */
function leadsUp(before: Question): boolean {
  if (before.intent === "transition") return before.from === null;
  const own: readonly Topic[] = ["getting-started", "education", "experience", "skills", "career-path"];
  return before.intent === "lookup" && before.topics.some((topic) => own.includes(topic));
}
