import type { AskedField } from "../../guidance/asking.ts";
import type { ProfileEdit } from "../../guidance/profile-edit.ts";
import type { ProfileReading } from "../../understanding/profile/read-profile.ts";
import type { Question } from "../../understanding/question.ts";

const FIRST_PERSON = /\b(?:i|i'm|im|i’m|i've|ive|i’ve|i'd|id|my|me|mine)\b|\bhere\s*(?:[,.;]|$)/i;
/** Nothing but where somebody stands: "I work as a teacher", "hi, I'm a data analyst at a bank". */
const SAYS_WHO =
  /^\s*(?:(?:hi|hello|hey|so|well|ok|okay)\b[\s,.!]*)?(?:i\s*am|i['’]?m|i\s+work|i['’]ve\s+been|i\s+have\s+been|i\s+used\s+to\s+be|currently|working\s+as|my\s+(?:job|role|title|background))\b/i;
const SAYS_GOAL =
  /^\s*(?:set |make |change )?(?:my )?(?:new )?(?:career )?(?:goal|target|aim|dream(?: job)?)(?: role)?\s*(?:is|:|to|=|would be)/i;
const ASKS =
  /\?\s*$|^\s*(?:what|whats|what's|how|which|who|why|when|where|is|are|does|do|can|could|should|compare|tell|explain|show|list)\b/i;
const ASKS_INSIDE =
  /\?|\b(?:what|how|which|who|why|when|where|(?:should|can|could|would) (?:i|you|we|it|one|someone|somebody|a|the)|is it|are there|do (?:i|you)|tell me|compare|explain)\b/i;
const EDITS =
  /^\s*(?:please )?(?:add|remove|drop|delete|set|change|update|my|forget|also|make (?:it|that)|not)\b/i;
/** Questions that one asks about roles, whoever asks. */
const ABOUT_ROLES: ReadonlySet<Question["intent"]> = new Set(["lookup", "compare", "openings", "list-roles"]);

/**
 * "How do I become one?" is about the way to a role, and theirs at that, even where it is understood as one about getting
 * started there; "how do I get started?" is about the first steps.
 */
export function wayAsked(text: string, question: Question): Question {
  const isAboutStarting = question.topics.length === 1 && question.topics[0] === "getting-started";
  if (!isAboutStarting || !FIRST_PERSON.test(text) || /\bstart/i.test(text)) return question;
  if (question.intent === "transition") return { ...question, topics: [] };
  return question.intent === "lookup" && question.roles.length === 1
    ? { intent: "transition", from: null, roles: question.roles, topics: [] }
    : question;
}

export function asksSomething(text: string): boolean {
  return ASKS_INSIDE.test(text);
}

/** Whether a message is a description of its writer, rather than a question in which they mention a thing or two. */
export function isIntroduction(
  text: string,
  { edits }: ProfileReading,
  question: Question | undefined,
): boolean {
  const kinds = new Set(edits.map(kindOf));
  if (kinds.has("current") && SAYS_WHO.test(text) && !asksSomething(text) && asksNothing(question))
    return true;
  if (kinds.has("targets") && SAYS_GOAL.test(text)) return true;
  const tellsWork = kinds.has("years") || kinds.has("skill") || kinds.has("hours") || kinds.has("degree");
  if (!tellsWork) return false;
  const speaksOfSelf = FIRST_PERSON.test(text) || kinds.has("hours");
  if (ASKS.test(text)) return kinds.size >= 3 && speaksOfSelf;
  const aboutRoles = question !== undefined && ABOUT_ROLES.has(question.intent);
  if (kinds.size >= 4) return true;
  if (kinds.size === 3) return speaksOfSelf || !aboutRoles;
  return kinds.size === 2 && speaksOfSelf && !aboutRoles;
}

/** "I'm a data analyst" is read as a question about the role for want of another; with a topic it is one. */
function asksNothing(question: Question | undefined): boolean {
  if (question?.intent === "lookup") return question.topics.length === 0;
  return question === undefined || question.intent === "out-of-scope" || question.intent === "greeting";
}

/** Whether a message changes a profile that is known: "no, 5 years", "add dbt", "I know Spark now". */
export function isEdit(text: string, reading: ProfileReading, question: Question | undefined): boolean {
  if (reading.edits.length === 0 || ASKS.test(text)) return false;
  if (reading.isCorrection || EDITS.test(text)) return true;
  // Time and place are no subject of a question that asks nothing.
  const plain = new Set(["years", "hours", "region", "degree"]);
  if (reading.edits.every((edit) => plain.has(kindOf(edit)))) return text.length < 80 && !asksSomething(text);
  const aboutRoles = question !== undefined && ABOUT_ROLES.has(question.intent);
  return FIRST_PERSON.test(text) && !aboutRoles;
}

function kindOf(edit: ProfileEdit): string {
  switch (edit.do) {
    case "field":
      return "degree";
    case "time-zone":
      return "region";
    case "drop-skill":
    case "interest":
      return "interest";
    default:
      return edit.do;
  }
}

/** Whether a change is what was asked for. */
export function answers(edit: ProfileEdit, asked: AskedField): boolean {
  switch (asked) {
    case "target":
      return edit.do === "targets" || edit.do === "add-target";
    case "skills":
      return edit.do === "skill";
    default:
      return edit.do === asked;
  }
}
