import type { Focus } from "../../focus.ts";
import type { Question } from "../../question.ts";
import { wordsIn } from "../../reading/spans.ts";
import type { Vocabulary } from "../../vocabulary/vocabulary.ts";
import { isPlainRole, LEADS_OVER } from "../plain-role.ts";
import { replaceRole } from "./change-role.ts";
import { besideRole } from "./comparing.ts";
import { toGoal } from "./moving.ts";
import { nearestOfNoun } from "./pointing.ts";
import { CORRECTS, isShort, type Resolved, type Turn } from "./turn.ts";

/** A turn that names one role, after a question about others. */
export function withNamedRole(
  turn: Turn,
  roles: readonly string[],
  words: string,
  focus: Focus,
  vocabulary: Vocabulary,
): Resolved | undefined {
  const { topics, people } = turn;
  const before = focus.question;
  const [role] = roles;
  const [wrong, right] = roles;
  if (CORRECTS.test(words) && roles.length === 2 && right !== undefined && before.roles.includes(wrong!)) {
    return {
      question: { ...before, roles: before.roles.map((each) => (each === wrong ? right : each)) },
      because: "it corrects the role of the question before",
    };
  }
  if (
    CORRECTS.test(words) &&
    before.intent === "compare" &&
    turn.intent === "compare" &&
    roles.length > 1 &&
    !turn.cued
  ) {
    return {
      question: { ...before, roles: [...roles] },
      because: "it corrects the roles of the question before",
    };
  }
  if (role === undefined || roles.length !== 1) return undefined;
  if (CORRECTS.test(words) && before.roles.length > 0 && !turn.cues.has("versus")) {
    const [mention] = turn.reading.mentions;
    const noun = mention && nearestOfNoun(wordsIn(turn.reading.tokens, mention), focus, vocabulary);
    return {
      question: replaceRole(
        before,
        noun ?? role,
        isPlainRole(words) || !turn.cued ? [] : topics,
        people.start,
      ),
      because: "it corrects the role of the question before",
    };
  }
  const found = besideRole(turn, words, role, focus) ?? toGoal(turn, words, role, focus);
  if (found) return found;
  const bare = isShort(turn, 9) && LEADS_OVER.test(words) && !turn.cued;
  if (!bare || !isPlainRole(words)) return undefined;
  if (before.intent === "find-roles" && before.topics.length > 0) {
    return {
      question: { intent: "lookup", roles: [role], topics: [...before.topics] },
      because: "it asks of one role what was asked over all",
    };
  }
  if (before.roles.length === 0) return undefined;
  if (before.intent === "transition") {
    const question: Question =
      people.start !== undefined && people.goals.length === 0
        ? { ...before, from: people.start }
        : { ...before, roles: [role] };
    return { question, because: "it names another role for the same move" };
  }
  // After a comparison of no topic in particular, another role is set beside the others.
  if (before.intent === "compare" && before.topics.length === 0 && /^and /.test(words)) {
    return {
      question: { ...before, roles: [...new Set([...before.roles, role])] },
      because: "it adds a role to the comparison",
    };
  }
  if (before.intent === "lookup" || before.intent === "compare") {
    return {
      question: { intent: "lookup", roles: [role], topics: [...before.topics] },
      because: "it asks the same of another role",
    };
  }
  return undefined;
}
