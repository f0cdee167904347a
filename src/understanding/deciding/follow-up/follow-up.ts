import type { Focus } from "../../focus.ts";
import type { Intent, Question } from "../../question.ts";
import { topicByShape } from "../../reading/topic-patterns.ts";
import type { Vocabulary } from "../../vocabulary/vocabulary.ts";
import { isPlainRole } from "../plain-role.ts";
import { fill, replaceRole } from "./change-role.ts";
import { besideRole, DROPS, SETS_BESIDE } from "./comparing.ts";
import { JOBS, withoutRole } from "./going-on.ts";
import { fromOwnPlace, toGoal } from "./moving.ts";
import { withNamedRole } from "./naming.ts";
import { ownPlace } from "./own-place.ts";
import { endsPointedAt, type Pointed, pointedAt, pointedAtByName } from "./pointing.ts";
import { asTyped, CORRECTS, isShort, plainWords, type Resolved, type Turn, topicsAsked } from "./turn.ts";

/** "is prompt engineering a dead end": the field is what is asked about; in "do they need machine learning" it is not. */
const AREA_IS_SUBJECT =
  /^(?:(?:and|ok|okay|so|but|hey|hi|then) ,? ?)*(?:is|are|was|will|would|can|does|why|whats?|what is|how is|hows|how about|what about|about|tell me about) (?:in |of |for )?AREA\d/;
const STARTS_IN =
  /\b(?:start|started|starting|begin|get|getting|break|breaking|move|go|going|career|careers|jobs?|work|working|future|life) (?:\w+ )?(?:in|into|with|of) AREA\d/;
/** What is said to the bot or about it says nothing about the roles of the talk. */
const STANDS_ALONE: ReadonlySet<Intent> = new Set(["thanks", "privacy", "greeting"]);

/** Reads a turn in the light of what the conversation is about; undefined where it stands on its own. */
export function resolveFollowUp(turn: Turn, focus: Focus, vocabulary: Vocabulary): Resolved | undefined {
  const { people } = turn;
  const words = plainWords(turn.reading);
  const said = asTyped(turn.reading);
  const byName = pointedAtByName(words, turn.reading, focus);
  const onlyStart = people.roles.every((role) => role === people.start);
  const pointedAlone = byName ?? (onlyStart ? pointedAt(said, focus, vocabulary) : undefined);
  if (STANDS_ALONE.has(turn.intent) && !(pointedAlone && isShort(turn, 6))) return undefined;
  const before = focus.question;
  const ends = endsPointedAt(words, focus.listed);
  if (ends) {
    const [from, to] = ends;
    return {
      question: { intent: "transition", from, roles: [to], topics: topicsAsked(turn) },
      because: "it points at both that were spoken of",
    };
  }
  const own = ownPlace(turn, said, focus, vocabulary);
  const pointed = own && !byName && onlyStart ? pointedAt(own.rest, focus, vocabulary) : pointedAlone;
  if (own) {
    const way = fromOwnPlace(turn, words, own.role, focus, pointed?.role);
    if (way) return way;
  }
  const [dropping = ""] = DROPS_ONE.exec(said) ?? [];
  const dropped = dropping === "" || !onlyStart ? undefined : pointedAt(dropping, focus, vocabulary);
  const without = dropped && besideRole(turn, said, dropped.role, focus);
  if (without) return without;
  if (pointed) return withPointed(turn, said, pointed, focus);

  const roles = people.roles.length > 0 ? people.roles : aloneAreas(turn, words);
  const [goal] = people.goals;
  if (
    goal !== undefined &&
    people.start === undefined &&
    before.roles.length === 1 &&
    before.roles[0] !== undefined &&
    before.roles[0] !== goal &&
    /\bfrom (?:there|that|then)\b/.test(words)
  ) {
    return {
      question: { intent: "transition", from: before.roles[0], roles: [goal], topics: topicsAsked(turn) },
      because: "it goes on from the goal before",
    };
  }
  if (
    goal !== undefined &&
    people.start === undefined &&
    focus.own !== undefined &&
    focus.own !== goal &&
    turn.cues.has("first-person") &&
    !ASKS_WHAT_IT_IS.test(words)
  ) {
    return {
      question: { intent: "transition", from: focus.own, roles: [goal], topics: topicsAsked(turn) },
      because: "the asker said before where they stand",
    };
  }
  const lacks = before.roles.length < (before.intent === "compare" ? 2 : 1);
  if (
    focus.asked &&
    (lacks || isPlainRole(words)) &&
    before.intent !== "find-roles" &&
    before.intent !== "advice" &&
    roles.length > 0 &&
    isShort(turn, 12) &&
    (turn.topics.length === 0 || isPlainRole(words) || !turn.cued) &&
    !turn.cues.has("versus")
  ) {
    return { question: fill(before, roles), because: "it answers which role was meant" };
  }
  if (roles.length > 0) return withNamedRole(turn, roles, words, focus, vocabulary);
  // "how do I start in data science" names another subject, though no role.
  if (people.rolesOrAreas.length > 0 && STARTS_IN.test(words)) return undefined;
  return withoutRole(turn, words, focus);
}

function besideSomething(turn: Turn, words: string): boolean {
  return turn.cues.has("versus") || SETS_BESIDE.test(words) || DROPS.test(words) || /\bback to\b/.test(words);
}

const ASKS_WHAT_IT_IS = /\b(?:tell me about|what (?:is|are|does|do)|whats)\b/;
const DROPS_ONE = new RegExp(`${DROPS.source}[^,]*`);

/** A turn that points at one of several: "the second one", "the lead", "analyst it is". */
function withPointed(turn: Turn, said: string, pointed: Pointed, focus: Focus): Resolved {
  const { role } = pointed;
  const masked = said.replace(pointed.words, "ROLE0");
  const corrects = CORRECTS.test(said);
  const found = corrects
    ? undefined
    : (besideRole(turn, masked, role, focus) ?? toGoal(turn, masked, role, focus));
  if (found) return found;
  if (JOBS.test(masked.replace(/(?:the )?ROLE0 ?,? ?/, "").trim()))
    return {
      question: { intent: "openings", roles: [role], topics: [] },
      because: `"${pointed.words}" points at ${role}`,
    };
  const shape = topicByShape(masked);
  const plain = isPlainRole(said.replace(pointed.words, "")) && !turn.cued;
  const asked = shape ? { ...turn, topics: [shape] } : plain ? { ...turn, topics: [] } : turn;
  return {
    question: about(pointed, asked, focus.question, corrects),
    because: `"${pointed.words}" points at ${role}`,
  };
}

function about({ role }: Pointed, turn: Turn, before: Question, corrects: boolean): Question {
  if (turn.intent === "openings" || (before.intent === "openings" && !turn.cued))
    return { intent: "openings", roles: [role], topics: [] };
  if (turn.topics.length === 0 && before.intent === "compare" && !corrects)
    return { intent: "lookup", roles: [role], topics: before.topics };
  if (corrects || (turn.topics.length === 0 && before.intent === "lookup"))
    return replaceRole(before, role, turn.topics, undefined);
  const starts = turn.people.start !== undefined || SAYS_WHO.test(turn.reading.masked);
  const moves = starts && (turn.cues.has("move") || turn.cues.has("goal"));
  if (turn.intent === "transition" || moves) {
    const from = turn.people.start ?? (before.intent === "transition" ? before.from : null);
    if (from !== role) return { intent: "transition", from, roles: [role], topics: [...turn.topics] };
  }
  return { intent: "lookup", roles: [role], topics: [...turn.topics] };
}

/** The asker says what they are, though it may be a job that no list holds. */
const SAYS_WHO = /\b(?:im|i am|i work as|ive been) an? (?!ROLE|bit\b|little\b|lot\b)\w+/;

/** A field that stands nearly alone means its role: "and data engineering?". */
function aloneAreas(turn: Turn, words: string): string[] {
  return turn.people.rolesOrAreas.length > 0 &&
    (isPlainRole(words) || AREA_IS_SUBJECT.test(words) || (isShort(turn, 9) && besideSomething(turn, words)))
    ? turn.people.rolesOrAreas
    : [];
}
