import type { Topic } from "../../../knowledge/topics.ts";
import type { Question } from "../../question.ts";

/** The question before, asked of another role: which of several it takes the place of is judged by their names. */
export function replaceRole(
  before: Question,
  role: string,
  topics: readonly Topic[],
  start: string | null | undefined,
): Question {
  const asked = topics.length > 0 ? [...topics] : before.topics;
  if (before.intent === "transition") {
    return start !== undefined && start === role
      ? { ...before, from: role, topics: asked }
      : { ...before, roles: [role], topics: asked };
  }
  if (before.intent === "compare" && before.roles.length >= 2) {
    const likeness = (other: string) =>
      other.split("-").filter((part) => role.split("-").includes(part)).length;
    const wrong = [...before.roles].reverse().sort((a, b) => likeness(b) - likeness(a))[0];
    return { ...before, roles: before.roles.map((each) => (each === wrong ? role : each)), topics: asked };
  }
  if (before.intent === "lookup" || before.intent === "openings")
    return { ...before, roles: [role], topics: before.intent === "lookup" ? asked : [] };
  return { intent: "lookup", roles: [role], topics: asked };
}

/** The question before with the role that it lacked. */
export function fill(before: Question, roles: readonly string[]): Question {
  if (before.intent === "compare") return { ...before, roles: [...new Set([...before.roles, ...roles])] };
  return { ...before, roles: [roles[0]!] };
}
