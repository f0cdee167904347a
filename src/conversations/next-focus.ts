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

export interface Turn {
  question: Question;
  answer: Answer;
  outcome: Answer["outcome"];
  /** Where the asker says they stand, if they do. */
  own?: string | null | undefined;
}

/** What the talk is about after a turn. */
export function nextFocus(turn: Turn, before: Focus | undefined): Focus | undefined {
  const { question, answer, outcome } = turn;
  const own = turn.own === undefined ? before?.own : turn.own;
  if (INTERRUPTIONS.has(question.intent)) {
    if (own === undefined) return before;
    // "I work as a teacher" says nothing that could be answered, but where a question that follows starts from.
    return { ...(before ?? { question, listed: [], asked: false }), own };
  }
  const listed = listedRoles(question, answer);
  return {
    question,
    listed: question.intent === "transition" ? withEarlierGoals(listed, before) : withEarlier(listed, before),
    asked: outcome === "clarify",
    ...(own === undefined ? {} : { own }),
  };
}

/** What a talk is about once somebody was told of their own way to a role, or of several that they weigh. */
export function focusOn(given: readonly string[], before: Focus | undefined): Focus | undefined {
  const roles = [...given];
  const [first, ...others] = roles;
  if (first === undefined) return undefined;
  if (others.length > 0)
    return { question: { intent: "compare", roles, topics: [] }, listed: roles, asked: false };
  // "Which pays more?" is still about all that they weigh.
  if (before?.listed.includes(first) && before.listed.length > 1)
    return { question: { intent: "lookup", roles, topics: [] }, listed: before.listed, asked: false };
  return { question: { intent: "transition", from: null, roles, topics: [] }, listed: roles, asked: false };
}

/** So many roles are kept in mind for "which of them"; nobody means more. */
const MOST_LISTED = 4;

/** A closer look at one of several leaves the several in place; a new role joins the one before it: "and the other one?". */
function withEarlier(listed: string[], before: Focus | undefined): string[] {
  const [only] = listed;
  if (listed.length !== 1 || only === undefined || !before) return listed;
  if (before.listed.includes(only)) return before.listed;
  const last = before.question.roles.at(-1);
  if (last === undefined) return listed;
  const earlier = before.listed.includes(last) ? before.listed : [last];
  return [...earlier.slice(1 - MOST_LISTED), only];
}

/** Goals that are looked at from one place stay together: "which of these three pays best". */
function withEarlierGoals(listed: string[], before: Focus | undefined): string[] {
  const [from, ...goals] = listed;
  if (goals.length === 0) return withEarlier(listed, before);
  if (from === undefined || before?.question.intent !== "transition" || before.listed[0] !== from)
    return listed;
  const earlier = before.listed.slice(1).filter((role) => !goals.includes(role));
  return [from, ...[...earlier, ...goals].slice(1 - MOST_LISTED)];
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
