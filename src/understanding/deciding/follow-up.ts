import type { Focus } from "../focus.ts";
import type { Intent, Question } from "../question.ts";
import { topicByShape } from "../reading/topic-patterns.ts";
import type { Vocabulary } from "../vocabulary/vocabulary.ts";
import { fill, replaceRole } from "./change-role.ts";
import { isPlainRole } from "./plain-role.ts";
import { endsPointedAt, type Pointed, pointedAt } from "./pointing.ts";
import {
  CORRECTS,
  isShort,
  plainWords,
  type Resolved,
  type Turn,
  topicsAsked,
  unmaskedJobs,
} from "./turn.ts";
import { withNewRole } from "./with-new-role.ts";
import { withoutRole } from "./without-role.ts";

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
  if (STANDS_ALONE.has(turn.intent)) return undefined;
  const words = plainWords(turn.reading);
  const before = focus.question;
  const ends = endsPointedAt(words, focus.listed);
  if (ends) {
    const [from, to] = ends;
    return {
      question: { intent: "transition", from, roles: [to], topics: topicsAsked(turn) },
      because: "it points at both that were spoken of",
    };
  }
  const onlyStart = people.roles.every((role) => role === people.start);
  const said = unmaskedJobs(turn.reading);
  const pointed = onlyStart ? pointedAt(said, focus, vocabulary) : undefined;
  const [current] = before.roles;
  if (pointed && current !== undefined && current !== pointed.role && turn.cues.has("compares")) {
    return {
      question: {
        intent: "compare",
        roles: [current, pointed.role],
        topics: topicsAsked(turn),
      },
      because: `"${pointed.words}" points at ${pointed.role}, and the two are set side by side`,
    };
  }
  if (pointed) {
    const shape = topicByShape(said.replace(pointed.words, "ROLE0"));
    const plain = isPlainRole(said.replace(pointed.words, "")) && !turn.cued;
    const asked = shape ? { ...turn, topics: [shape] } : plain ? { ...turn, topics: [] } : turn;
    return {
      question: about(pointed, asked, before, CORRECTS.test(words)),
      because: `"${pointed.words}" points at ${pointed.role}`,
    };
  }

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
      question: {
        intent: "transition",
        from: before.roles[0],
        roles: [goal],
        topics: topicsAsked(turn),
      },
      because: "it goes on from the goal before",
    };
  }
  if (
    goal !== undefined &&
    people.start === undefined &&
    focus.own !== undefined &&
    focus.own !== goal &&
    turn.cues.has("first-person")
  ) {
    return {
      question: {
        intent: "transition",
        from: focus.own,
        roles: [goal],
        topics: topicsAsked(turn),
      },
      because: "the asker said before where they stand",
    };
  }
  if (
    focus.asked &&
    before.intent !== "find-roles" &&
    before.intent !== "advice" &&
    roles.length > 0 &&
    isShort(turn, 12) &&
    (turn.topics.length === 0 || isPlainRole(words) || !turn.cued) &&
    !turn.cues.has("versus")
  ) {
    return { question: fill(before, roles), because: "it answers which role was meant" };
  }
  if (roles.length > 0) return withNewRole(turn, roles, words, before);
  // "how do I start in data science" names another subject, though no role.
  if (people.rolesOrAreas.length > 0 && STARTS_IN.test(words)) return undefined;
  return withoutRole(turn, words, focus);
}

function about(pointed: Pointed, turn: Turn, before: Question, corrects: boolean): Question {
  if (turn.topics.length === 0 && before.intent === "compare" && !corrects)
    return { intent: "lookup", roles: [pointed.role], topics: before.topics };
  if (corrects || (turn.topics.length === 0 && before.intent === "lookup"))
    return replaceRole(before, pointed.role, turn.topics, undefined);
  const starts = turn.people.start !== undefined || SAYS_WHO.test(turn.reading.masked);
  const moves = starts && (turn.cues.has("move") || turn.cues.has("goal"));
  if (turn.intent === "transition" || moves) {
    const from = turn.people.start ?? (before.intent === "transition" ? before.from : null);
    return { intent: "transition", from, roles: [pointed.role], topics: [...turn.topics] };
  }
  return { intent: "lookup", roles: [pointed.role], topics: [...turn.topics] };
}

/** The asker says what they are, though it may be a job that no list holds. */
const SAYS_WHO = /\b(?:im|i am|i work as|ive been) an? (?!ROLE|bit\b|little\b|lot\b)\w+/;

/** A field that stands nearly alone means its role: "and data engineering?". */
function aloneAreas(turn: Turn, words: string): string[] {
  return turn.people.rolesOrAreas.length > 0 &&
    (isPlainRole(words) || turn.cues.has("versus") || AREA_IS_SUBJECT.test(words))
    ? turn.people.rolesOrAreas
    : [];
}
