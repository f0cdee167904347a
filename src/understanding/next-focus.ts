import type { Focus } from "./focus.ts";
import type { Question } from "./question.ts";

/** Manners, interruptions and questions about the bot leave a talk where it was. */
const INTERRUPTIONS: ReadonlySet<Question["intent"]> = new Set([
  "greeting",
  "thanks",
  "help",
  "privacy",
  "list-roles",
  "out-of-scope",
]);

export interface Understood {
  question: Question;
  /** The bot asked which was meant. */
  asked: boolean;
  /** Roles that the answer offers to look at, in their order. */
  offered: readonly string[];
  /** Where the asker says they stand, if they do. */
  own?: string | null | undefined;
}

/** What a talk is about after a turn. */
export function focusAfter(turn: Understood, before: Focus | undefined): Focus | undefined {
  const { question, asked } = turn;
  const own = turn.own === undefined ? before?.own : turn.own;
  if (INTERRUPTIONS.has(question.intent)) {
    if (own === undefined) return before;
    // "I work as a teacher" says nothing that could be answered, but where a question that follows starts from.
    return { ...(before ?? { question, listed: [], discussed: [], asked: false }), own };
  }
  const listed = listedRoles(turn);
  return {
    question,
    listed: question.intent === "transition" ? withEarlierGoals(listed, before) : withEarlier(listed, before),
    discussed: discussedAfter(question, before),
    asked,
    ...(own === undefined ? {} : { own }),
  };
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
function listedRoles({ question, asked, offered }: Understood): string[] {
  const ends = question.intent === "transition" && question.from ? [question.from] : [];
  if (question.roles.length >= 2 || ends.length > 0) return [...ends, ...question.roles];
  return question.intent === "find-roles" || asked ? [...new Set(offered)] : question.roles;
}

/** Nobody goes back to more roles than these. */
const MOST_DISCUSSED = 6;

function discussedAfter({ intent, roles }: Question, before: Focus | undefined): string[] {
  const asked = intent === "advice" ? [] : roles;
  const earlier = (before?.discussed ?? []).filter((role) => !asked.includes(role));
  return [...earlier, ...asked].slice(-MOST_DISCUSSED);
}
