import type { Answer } from "../answers/answer.ts";
import type { Focus } from "../understanding/focus.ts";
import type { Question } from "../understanding/question.ts";

/** Manners, interruptions and questions about the bot leave a talk where it was. */
const INTERRUPTIONS: ReadonlySet<Question["intent"]> = new Set([
  "greeting",
  "thanks",
  "help",
  "privacy",
  "list-roles",
  "out-of-scope",
]);

/** What the talk is about after a turn. */
export function nextFocus(
  turn: { question: Question; answer: Answer; outcome: Answer["outcome"] },
  before: Focus | undefined,
): Focus | undefined {
  const { question, answer, outcome } = turn;
  if (INTERRUPTIONS.has(question.intent)) return before;
  const listed = listedRoles(question, answer);
  // A closer look at one of several leaves the several in place: "and the other one?".
  const stays =
    before !== undefined &&
    before.listed.length >= 2 &&
    listed.length === 1 &&
    before.listed.includes(listed[0]!);
  return { question, listed: stays ? before.listed : listed, asked: outcome === "clarify" };
}

/** Roles in the order in which the answer shows them, for "the second one". */
function listedRoles(question: Question, answer: Answer): string[] {
  const ends = question.intent === "transition" && question.from ? [question.from] : [];
  if (question.roles.length >= 2 || ends.length > 0) return [...ends, ...question.roles];
  if (question.intent === "find-roles" || answer.outcome === "clarify") {
    return [
      ...new Set(
        answer.followUps.flatMap(({ question: next }) => (next.intent === "lookup" ? next.roles : [])),
      ),
    ];
  }
  return question.roles;
}
