import type { Answer } from "../answers/answer.ts";
import type { Focus } from "../understanding/focus.ts";
import { focusAfter } from "../understanding/next-focus.ts";
import type { Question } from "../understanding/question.ts";

export interface Turn {
  question: Question;
  answer: Answer;
  outcome: Answer["outcome"];
  /** Where the asker says they stand, if they do. */
  own?: string | null | undefined;
}

/** What the talk is about after a turn. */
export function nextFocus(
  { question, answer, outcome, own }: Turn,
  before: Focus | undefined,
): Focus | undefined {
  return focusAfter({ question, asked: outcome === "clarify", offered: rolesOffered(answer), own }, before);
}

/** The roles that an answer offers to look at, in their order. */
export function rolesOffered(answer: Answer): string[] {
  return answer.followUps.flatMap(({ question }) => (question.intent === "lookup" ? question.roles : []));
}

/** What a talk is about once somebody was told of their own way to a role, or of several that they weigh. */
export function focusOn(given: readonly string[], before: Focus | undefined): Focus | undefined {
  const roles = [...given];
  const [first, ...others] = roles;
  if (first === undefined) return undefined;
  if (others.length > 0)
    return {
      question: { intent: "compare", roles, topics: [] },
      listed: roles,
      discussed: roles,
      asked: false,
    };
  // "Which pays more?" is still about all that they weigh.
  if (before?.listed.includes(first) && before.listed.length > 1)
    return {
      question: { intent: "lookup", roles, topics: [] },
      listed: before.listed,
      discussed: [...before.listed.filter((role) => role !== first), first],
      asked: false,
    };
  return {
    question: { intent: "transition", from: null, roles, topics: [] },
    listed: roles,
    discussed: roles,
    asked: false,
  };
}
