import type { Question } from "../question.ts";
import { replaceRole } from "./change-role.ts";
import { isPlainRole, LEADS_OVER } from "./plain-role.ts";
import { CORRECTS, isShort, PRONOUN, type Resolved, type Turn } from "./turn.ts";

const ADDS =
  /\b(?:add|include|throw in|toss in|plus|as well|too|also add|into the mix|three|alongside|and also|bring in|along with|put in)\b/;
const COMPARES =
  /\b(?:vs|versus|v|compar\w*|against|differ\w*|better|harder|easier|than|or|between|stack up|over)\b/;

/** A turn that names a role, after a question about another. */
export function withNewRole(
  turn: Turn,
  roles: readonly string[],
  words: string,
  before: Question,
): Resolved | undefined {
  const { topics, people, intent } = turn;
  if (CORRECTS.test(words) && before.roles.length > 0 && roles.length === 1 && !turn.cues.has("versus")) {
    return {
      question: replaceRole(before, roles[0]!, isPlainRole(words) || !turn.cued ? [] : topics, people.start),
      because: "it corrects the role of the question before",
    };
  }
  if (roles.length !== 1 || before.roles.length === 0) return undefined;
  const [role] = roles as [string];
  if (ADDS.test(words) && before.intent === "compare") {
    return {
      question: {
        ...before,
        roles: [...new Set([...before.roles, role])],
        topics: turn.cued || turn.topicSure ? [...topics] : before.topics,
      },
      because: "it adds a role to the comparison",
    };
  }
  const compares = COMPARES.test(words) && !/\bor (?:so|something)\b/.test(words);
  if (
    compares &&
    isShort(turn, 14) &&
    !before.roles.includes(role) &&
    (PRONOUN.test(words) || intent === "compare" || turn.cues.has("versus") || turn.cues.has("compares"))
  ) {
    const first = before.intent === "compare" ? before.roles : before.roles.slice(0, 1);
    const kept = before.intent === "lookup" || before.intent === "compare" ? before.topics : [];
    return {
      question: {
        intent: "compare",
        roles: [...first.slice(0, 1), role],
        topics: topics.length > 0 ? [...topics] : [...kept],
      },
      because: `it compares with ${first[0]}, which was asked about before`,
    };
  }
  const bare = isShort(turn, 9) && LEADS_OVER.test(words) && !turn.cued;
  if (!bare || !isPlainRole(words)) return undefined;
  if (before.intent === "transition") {
    const question: Question =
      people.start !== undefined && people.goals.length === 0
        ? { ...before, from: people.start }
        : { ...before, roles: [role] };
    return { question, because: "it names another role for the same move" };
  }
  if (before.intent === "lookup" || before.intent === "compare") {
    return {
      question: { intent: "lookup", roles: [role], topics: [...before.topics] },
      because: "it asks the same of another role",
    };
  }
  return undefined;
}
