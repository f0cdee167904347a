import type { Topic } from "../../knowledge/topics.ts";
import type { Focus } from "../focus.ts";
import type { Question } from "../question.ts";
import { isShort, PRONOUN, type Resolved, type Turn } from "./turn.ts";

const OPENS =
  /^(?:and|also|then|but|ok|okay|so|now|plus|what about|how about|what of|hows about|wbu|or|same for|same question|how is|whats|what if|for|with|as for|cool|nice|hmm|right|well|ah|oh|k|great|good|thanks|ta|cheers|interesting|fine|alright|aha|got it|i see|wow|sure|yeah|yes|yep)\b/;
const BOTH = /\b(?:both|all (?:three|of them|of those|four)|either|each|the two|those two|these two|them)\b/;
/** Says of two that they are meant; "them" alone may be the people of one role. */
const OF_TWO =
  /\b(?:both|(?:of )?(?:these|those|the|the last) (?:two|NUM)|either of (?:them|these|those|em)|each of (?:them|these|those)|of (?:them|em))\b/;
/** What lies between two: after one was set beside the other it is asked of both. */
const GAP = /\b(?:the|that|this|big|much of an?|large|small|huge) (?:\w+ )?(?:gap|difference|jump between)\b/;
/** "could I get into data" asks of the whole field, whatever role the talk was about. */
const ANY_FIELD =
  /\b(?:into|in|to|for) (?:data|tech|ai|ml|it|analytics|coding|computers|this (?:world|field|industry)|the field)(?: (?:at all|somehow|stuff|thing|world|jobs?|work))?(?: ,|$)/;

/** A turn that names no role: it goes on about those of the talk. */
export function withoutRole(turn: Turn, words: string, focus: Focus): Resolved | undefined {
  const { intent } = turn;
  const before = focus.question;
  // "and a junior?" names no topic of its own: the one before goes on.
  const topics = turn.cued || turn.topicSure || before.topics.length === 0 ? turn.topics : before.topics;
  const [first] = before.roles;
  if (first === undefined) return undefined;
  if (saysWhoAsks(turn) && leadsUp(before)) {
    return {
      question: { intent: "transition", from: turn.people.start ?? null, roles: [first], topics: [] },
      because: "it says where the asker stands",
    };
  }
  const comparesNow =
    intent === "compare" ||
    (intent !== "find-roles" && (turn.cues.has("which-of") || turn.cues.has("compares")));
  const ofTwo = comparesNow || OF_TWO.test(words) || GAP.test(words);
  if (ofTwo && before.roles.length < 2 && before.intent !== "transition" && focus.listed.length >= 2) {
    return {
      question: { intent: "compare", roles: focus.listed.slice(0, 2), topics: [...topics] },
      because: "it compares the two that were spoken of",
    };
  }
  if (
    before.intent === "transition" &&
    before.from !== null &&
    (turn.cues.has("than") || OF_TWO.test(words))
  ) {
    return {
      question: { intent: "compare", roles: [before.from, first], topics: [...topics] },
      because: "it sets the goal beside the start",
    };
  }
  const goesOnComparing = before.intent === "compare" && intent === "lookup";
  if (before.roles.length >= 2 && (comparesNow || goesOnComparing || BOTH.test(words))) {
    return {
      question: { intent: "compare", roles: [...before.roles], topics: [...topics] },
      because: "it goes on with the same comparison",
    };
  }
  if (
    before.intent === "transition" &&
    (intent === "transition" || intent === "advice" || (intent === "lookup" && goesOnMoving(words)))
  ) {
    return { question: { ...before, topics: [...topics] }, because: "it goes on with the same move" };
  }
  const aboutThem =
    intent === "lookup" ||
    (intent === "advice" &&
      turn.people.start === undefined &&
      (turn.cued || /\b(?:they|them|their)\b/.test(words)));
  if (aboutThem && (topics.length > 0 || PRONOUN.test(words) || OPENS.test(words))) {
    return {
      question: { intent: "lookup", roles: [first], topics: [...topics] },
      because: `it goes on about ${first}`,
    };
  }
  if (intent === "transition" && turn.people.start !== undefined && !ANY_FIELD.test(words)) {
    return {
      question: { intent: "transition", from: turn.people.start, roles: [first], topics: [...topics] },
      because: `the goal is ${first}, asked about before`,
    };
  }
  if (intent === "openings" && isShort(turn, 10)) {
    return {
      question: { intent: "openings", roles: [first], topics: [] },
      because: `it goes on about ${first}`,
    };
  }
  return undefined;
}

/** "I'm a physics student", and nothing asked. */
function saysWhoAsks(turn: Turn): boolean {
  return (
    turn.people.start !== undefined &&
    (turn.cues.has("my-start") || turn.cues.has("here")) &&
    !turn.cued &&
    isShort(turn, 9)
  );
}

/** Questions that lead up to somebody's own move to the role. */
function leadsUp(before: Question): boolean {
  if (before.intent === "transition") return before.from === null;
  const own: readonly Topic[] = ["getting-started", "education", "experience", "skills"];
  return before.intent === "lookup" && before.topics.some((topic) => own.includes(topic));
}

/** The asker's own part in a move goes on: what they miss, how long it takes them. */
function goesOnMoving(words: string): boolean {
  return /\b(?:i|me|my|missing|take|takes|long|gap|carry over|carries over|transfer\w*|learn|first|step|realistic|doable|switch|move|jump|without|hard)\b/.test(
    words,
  );
}
