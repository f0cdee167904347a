import type { Focus } from "../understanding/focus.ts";
import type { Question } from "../understanding/question.ts";
import type { Understanding } from "../understanding/understand.ts";

/** Points at the role of the talk as a place to get to: "how do I get there", "get into that", "is that doable for me". */
const POINTS_AT_GOAL =
  /\b(?:get|getting|got|go|going|move|moving|switch|come|jump|break|end up|make it|transition)\b(?: \w+){0,2} (?:there|into (?:it|that|this)|to (?:it|that|this))\b|\b(?:become|becoming|be) (?:one|that)\b|\b(?:do|doing|try) (?:this|that|it)\b|\b(?:is|would|could) (?:it|that|this)(?: be)?(?: \w+)? (?:doable|realistic|possible|feasible|hard|difficult|too late|a stretch|an option)\b/i;

/**
 * "I'm a data analyst, how do I get there": somebody says where they stand and points at the role of the talk without naming
 * it. Undefined where the words alone were clear, or point at nothing that was spoken of.
 */
export function ownMove(
  text: string,
  { question, outcome, own }: Understanding,
  focus: Focus | undefined,
): Question | undefined {
  const goal = focus?.question.roles[0];
  if (own === undefined || goal === undefined || goal === own) return undefined;
  // Whatever else was understood, it was of their own role, which is not what they point at.
  const isClear = outcome === "answered" && question.roles.length === 0;
  const namesGoal = isClear || question.roles.some((role) => role !== own);
  return namesGoal || !POINTS_AT_GOAL.test(text)
    ? undefined
    : { intent: "transition", from: own, roles: [goal], topics: [] };
}
