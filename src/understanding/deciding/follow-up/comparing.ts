import type { Topic } from "../../../knowledge/topics.ts";
import type { Focus } from "../../focus.ts";
import type { Question } from "../../question.ts";
import { isPlainComparison } from "../plain-comparison.ts";
import { isPlainRole } from "../plain-role.ts";
import { BOTH, goalOfTalk, isShort, PRONOUN, type Resolved, type Turn, topicsGoingOn } from "./turn.ts";

/** Sets a thing beside another, in so many words. */
export const SETS_BESIDE =
  /\b(?:than|vs|versus|v|against|next to|compared|comparable|compares?|over|same as|like being|differ\w*|diff|above|below|or that)\b/;
/** More or less of something: of another than itself, where something is there to be meant. */
const MORE_OR_LESS =
  /\b(?:better|worse|harder|easier|higher|lower|longer|shorter|safer|tougher|closer|richer|calmer|simpler|quicker|faster|nicer|kinder|gentler|or|between)\b/;
const ADDS = /\b(?:add|include|throw in|toss in|put|into the mix|alongside|bring in|along with)\b/;
const ADDS_TO_SEVERAL = /\b(?:plus|as well|too|also|three)\b/;
export const DROPS =
  /\b(?:drop|forget|without|leave out|minus|remove|scratch|lose|skip|ignore|take out|kick out|except)\b/;
/** The asker's own job, or what it gives them. */
const MINE =
  /\b(?:mine|my (?:current|present|own|job|role|pay|salary|hours|side)\b|what (?:i|ive|people like me)\b|people like me|than (?:i|now|what i)\b|(?:i|ive) (?:do|make|earn|get|have|got) now|as now|would my (?:pay|salary|hours)|pay ?cut|earn less)\b/;
/** Which of those spoken of, not which companies or tools. */
const WHICH =
  /\b(?:which|who|what one)(?: one| ones)?(?: of (?:them|these|those|both|the \w+|th[eo]se \w+))?(?: all)?(?: \w+ly)? (?:pays?|earns?|makes?|is|has|gets?|needs?|works?|would|will|are|does|do|asks?|wants?|lets|ends|wins|demands?|requires?|got|comes|sleeps|travels|should)\b|\b(?:whos|which ones|ones)\b|\bwhere(?: is|s) .*\b(?:better|worse|more|less|easier|higher)\b|\bof (?:these|those|them)\b|\bwhich one$|\bwhich of the (?:two|three|NUM)\b/;
/** "which roles need SQL" asks over all roles, whatever two were spoken of. */
const OVER_ALL =
  /\b(?:roles|jobs|titles|careers|positions|professions)\b(?! (?:of|between) (?:the|these|those|them))/;
const RANKS = /\b(?:rank|order|sort|compare) (?:them|their|these|those|all|both|the)\b/;
const DIFFERENCE = /\b(?:diff|difference|differences|differ|different|the same (?:job|role|thing))\b/;
const SEVERAL = /\b(?:three|NUM|all|four|others|other (?:two|NUM))\b/;

/** A turn that sets one role beside those of the talk, adds it to them or takes it away; `role` is named or pointed at. */
export function besideRole(turn: Turn, words: string, role: string, focus: Focus): Resolved | undefined {
  const { question: before, own } = focus;
  const topics = topicsOf(turn, words, before);
  if (typeof own === "string" && own !== role && MINE.test(words) && weighs(turn, words)) {
    return {
      question: { intent: "compare", roles: [own, role], topics },
      because: "it sets the role beside where the asker stands",
    };
  }
  const compared = before.intent === "compare" ? before.roles : [];
  if (DROPS.test(words) && compared.includes(role)) {
    const left = compared.filter((each) => each !== role);
    const intent = left.length > 1 ? "compare" : "lookup";
    return { question: { intent, roles: left, topics }, because: `it leaves ${role} out` };
  }
  const last = before.intent === "find-roles" ? undefined : before.roles[0];
  if (last === undefined) return undefined;
  const adds = ADDS.test(words) || (compared.length > 0 && ADDS_TO_SEVERAL.test(words));
  if (adds && isShort(turn, 14) && !compared.includes(role) && role !== last) {
    const several = compared.length > 0 ? compared : [last];
    return {
      question: { intent: "compare", roles: [...several, role], topics },
      because: "it adds a role to the comparison",
    };
  }
  if (!isShort(turn, 14) || !sets(turn, words)) return undefined;
  if (compared.includes(role)) {
    if (!/\b(?:others?|rest)\b/.test(words)) return undefined;
    return { question: { ...before, topics }, because: "it goes on with the same comparison" };
  }
  const beside = compared.length > 0 && BOTH.test(words) ? compared : [last];
  if (beside.includes(role)) return undefined;
  return {
    question: { intent: "compare", roles: [...beside, role], topics },
    because: `it compares with ${beside.join(" and ")}, asked about before`,
  };
}

function sets(turn: Turn, words: string): boolean {
  if (/\bor (?:so|something)\b/.test(words)) return false;
  if (SETS_BESIDE.test(words) || turn.cues.has("compares")) return true;
  return MORE_OR_LESS.test(words) && (PRONOUN.test(words) || turn.intent === "compare" || turn.cued);
}

/** A turn that names nobody and weighs those that were spoken of. */
export function amongSpokenOf(turn: Turn, words: string, focus: Focus): Resolved | undefined {
  const { question: before, listed, own } = focus;
  const topics = topicsOf(turn, words, before);
  const goal = typeof own === "string" ? goalOfTalk(focus, own) : undefined;
  if (typeof own === "string" && goal !== undefined && MINE.test(words) && weighs(turn, words)) {
    return {
      question: { intent: "compare", roles: [own, goal], topics },
      because: "it sets the goal beside where the asker stands",
    };
  }
  const from = before.intent === "transition" ? before.from : null;
  if (from && (turn.cues.has("than") || OF_TWO.test(words) || WHICH.test(words))) {
    const several = SEVERAL.test(words) && listed.length > 2;
    const roles = several ? listed.filter((role) => role !== from) : [from, ...before.roles];
    return { question: { intent: "compare", roles, topics }, because: "it sets the goal beside the start" };
  }
  if (OVER_ALL.test(words)) return undefined;
  if (before.intent === "compare") {
    const goesOn = before.roles.length > 1 && WHICH.test(words) && isShort(turn, 11);
    return goesOn
      ? { question: { ...before, topics }, because: "it goes on with the same comparison" }
      : undefined;
  }
  if (listed.length < 2) return undefined;
  if (before.intent === "find-roles" || before.intent === "advice") return undefined;
  const asksWhich =
    WHICH.test(words) && isShort(turn, 11) && (turn.cued || turn.topicSure || turn.cues.has("which-of"));
  const besideOthers = SETS_BESIDE.test(words) && /\bthe (?:others|other (?:two|NUM))\b/.test(words);
  const asks = asksWhich || besideOthers || RANKS.test(words) || (isShort(turn, 9) && DIFFERENCE.test(words));
  const comparesTwo = turn.intent === "compare" && (turn.cues.has("than") || turn.cues.has("compares"));
  if (!asks && !comparesTwo && !OF_TWO.test(words) && !GAP.test(words)) return undefined;
  const roles =
    SEVERAL.test(words) || RANKS.test(words) || THEM.test(words) ? listed.slice(-4) : listed.slice(-2);
  return { question: { intent: "compare", roles, topics }, because: "it compares those that were spoken of" };
}

const THEM = /\b(?:of (?:them|these|those)|them all|among them)\b/;
/** Says of two that they are meant; "them" alone may be the people of one role. */
const OF_TWO =
  /\b(?:both|(?:of )?(?:these|those|the|the last) (?:two|NUM)|either of (?:them|these|those|em)|each of (?:them|these|those)|of (?:them|em))\b/;
/** What lies between two: after one was set beside the other it is asked of both. */
const GAP = /\b(?:the|that|this|big|much of an?|large|small|huge) (?:\w+ )?(?:gap|difference|jump between)\b/;

function weighs(turn: Turn, words: string): boolean {
  return (
    turn.cued ||
    SETS_BESIDE.test(words) ||
    MORE_OR_LESS.test(words) ||
    WHICH.test(words) ||
    turn.cues.has("than")
  );
}

/** "more than devops?" asks of the topic before; "what's the difference" of nothing in particular. */
function topicsOf(turn: Turn, words: string, before: Question): Topic[] {
  const asked = turn.topics.filter((topic) => topic !== "definition");
  if (DIFFERENCE.test(words) && (!turn.cued || asked.length === 0)) return [];
  if (!turn.cued && (isPlainRole(words.replace(SAYS_LITTLE, "")) || isPlainComparison(turn.reading.masked)))
    return topicsGoingOn({ ...turn, topicSure: false }, before);
  return topicsGoingOn(turn, before);
}

const SAYS_LITTLE = new RegExp(
  `${SETS_BESIDE.source}|${MORE_OR_LESS.source}|${ADDS.source}|${DROPS.source}|\\b(?:more|less|which|who|whos|rank|order|sort|all|three|NUM)\\b`,
  "g",
);
