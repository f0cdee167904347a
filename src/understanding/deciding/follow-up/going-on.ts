import type { Focus } from "../../focus.ts";
import { amongSpokenOf } from "./comparing.ts";
import { ASKS_WAY, onTheWay } from "./moving.ts";
import { BOTH, goalOfTalk, isShort, PRONOUN, type Resolved, type Turn } from "./turn.ts";

const OPENS =
  /^(?:and|also|then|but|ok|okay|so|now|plus|what about|how about|what of|hows about|wbu|or|same for|same question|how is|whats|what if|for|with|as for|cool|nice|hmm|right|well|ah|oh|k|great|good|thanks|ta|cheers|interesting|fine|alright|aha|got it|i see|wow|sure|yeah|yes|yep)\b/;
/** "could I get into data" asks of the whole field, whatever role the talk was about. */
const ANY_FIELD =
  /\b(?:into|in|to|for) (?:data|tech|ai|ml|analytics|coding|computers|this (?:world|field|industry)|the field)(?: (?:at all|somehow|stuff|thing|world|jobs?|work))?(?: ,|$)/;
export const JOBS =
  /^(?:any|and|the|show me|ok|so|then|are there|got|what|,| )*(?:jobs?|openings?|vacanc\w+|ads|positions?)(?: (?:there|for (?:that|it|them)|then|please|pls|now|open|out there|going))*$/;

/** "what else?" asks for more of the same. */
const MORE = /^(?:and|so|ok|okay|,| )*(?:what|anything|something) (?:else|more)(?: then| there| besides)?$/;
/** "and a junior?" narrows the question before. */
const LEVEL =
  /\b(?:and|what about|how about|for|as) (?:an? |the )?(?:juniors?|seniors?|beginners?|entry level|graduates?|mid level)(?: one| ones)?$/;

const WITH_YEARS = /^(?:and )?(?:w|with|at|after) NUM (?:years?|yrs?)\b/;

/** A turn that names no role: it goes on about those of the talk. */
export function withoutRole(turn: Turn, words: string, focus: Focus): Resolved | undefined {
  const { intent } = turn;
  const before = focus.question;
  // "and a junior?" names no topic of its own: the one before goes on.
  const topics = turn.cued || turn.topicSure || before.topics.length === 0 ? turn.topics : before.topics;
  const [first] = before.roles;
  if (first === undefined) return undefined;
  if (JOBS.test(words) && before.intent !== "find-roles") return openings(first, focus);
  const narrows = before.intent === "lookup" && (WITH_YEARS.test(words) || (LEVEL.test(words) && !turn.cued));
  if (MORE.test(words) || narrows) return { question: before, because: "it asks for more of the same" };
  const among = amongSpokenOf(turn, words, focus);
  if (among) return among;
  const comparesNow =
    intent === "compare" ||
    (intent !== "find-roles" && (turn.cues.has("which-of") || turn.cues.has("compares")));
  const goesOnComparing = before.intent === "compare" && intent === "lookup";
  if (before.roles.length >= 2 && (comparesNow || goesOnComparing || BOTH.test(words))) {
    return {
      question: { intent: "compare", roles: [...before.roles], topics: [...topics] },
      because: "it goes on with the same comparison",
    };
  }
  const way = ANY_FIELD.test(words) ? undefined : onTheWay(turn, words, focus);
  if (way) return way;
  const aboutThem =
    intent === "lookup" ||
    (before.intent === "transition" && intent === "transition" && turn.cued) ||
    (intent === "advice" &&
      turn.people.start === undefined &&
      (turn.cued || /\b(?:they|them|their)\b/.test(words)));
  if (aboutThem && (topics.length > 0 || PRONOUN.test(words) || OPENS.test(words))) {
    return {
      question: { intent: "lookup", roles: [first], topics: [...topics] },
      because: `it goes on about ${first}`,
    };
  }
  const saysOrAsks = turn.people.start !== undefined || focus.own !== undefined || ASKS_WAY.test(words);
  if (intent === "transition" && saysOrAsks && !ANY_FIELD.test(words)) {
    const from = turn.people.start ?? focus.own ?? null;
    if (from !== first) {
      return {
        question: { intent: "transition", from, roles: [first], topics: turn.cued ? [...topics] : [] },
        because: `the goal is ${first}, asked about before`,
      };
    }
  }
  if (intent === "openings" && isShort(turn, 10)) return openings(first, focus);
  return undefined;
}

/** Jobs are looked for where somebody wants to get, not where they are. */
function openings(first: string, focus: Focus): Resolved {
  const sought = (focus.own === undefined ? undefined : goalOfTalk(focus, focus.own)) ?? first;
  return {
    question: { intent: "openings", roles: [sought], topics: [] },
    because: `it goes on about ${sought}`,
  };
}
