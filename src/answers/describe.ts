import type { Knowledge } from "../knowledge/knowledge.ts";
import type { Topic } from "../knowledge/topics.ts";
import type { Question } from "../understanding/question.ts";
import type { FollowUp } from "./answer.ts";
import { LONGEST_LABEL, listWords } from "./document.ts";
import { topicLabel } from "./next.ts";
import { skillName } from "./role-words.ts";

/** A question in the words of a button: where it is too long for one, its topic is what must be seen of it. */
export function label(question: Question, knowledge: Knowledge): string {
  const whole = describe(question, knowledge);
  const [topic] = question.topics;
  if (whole.length <= LONGEST_LABEL || topic === undefined) return whole;
  return `${topicLabel(topic, knowledge)}: ${describe({ ...question, topics: [] }, knowledge)}`;
}

/** The roles for some skills, as an offer. */
export function rolesForSkills(
  skills: readonly string[],
  topics: readonly Topic[],
  knowledge: Knowledge,
): FollowUp {
  const question: Question = { intent: "find-roles", roles: [], topics: [...topics], skills: [...skills] };
  return { label: label(question, knowledge), question };
}

/** A question in words. */
export function describe(question: Question, knowledge: Knowledge): string {
  const short = (id: string) => knowledge.roles.get(id)?.short ?? id;
  const about = (topics: readonly Topic[]) =>
    topics.length > 0 ? `: ${listWords(topics.map((topic) => topicLabel(topic, knowledge)))}` : "";
  const roleOr = (id: string | undefined, otherwise: string) => (id === undefined ? otherwise : short(id));
  switch (question.intent) {
    case "lookup":
      return `${roleOr(question.roles[0], "A role")}${about(question.topics)}`;
    case "compare":
      return `${question.roles.map(short).join(" vs ") || "A comparison"}${about(question.topics)}`;
    case "transition":
      return question.from
        ? `${short(question.from)} to ${roleOr(question.roles[0], "another role")}`
        : `Becoming ${roleOr(question.roles[0], "something else")}`;
    case "find-roles":
      return question.skills.length > 0
        ? `Roles for ${listWords(question.skills.map((id) => skillName(id, knowledge)))}`
        : `Which roles fit${about(question.topics)}`;
    case "advice":
      return question.roles[0] === undefined ? "Tips for me" : `${short(question.roles[0])}: Tips`;
    case "openings":
      return "Job openings";
    case "list-roles":
      return "All roles";
    case "help":
      return "What you can do";
    case "privacy":
      return "Privacy";
    default:
      return "Something else";
  }
}
