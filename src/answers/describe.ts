import type { Knowledge } from "../knowledge/knowledge.ts";
import type { Topic } from "../knowledge/topics.ts";
import type { Question } from "../understanding/question.ts";
import { LONGEST_LABEL } from "./document.ts";
import { topicLabel } from "./next.ts";

/** A question in the words of a button: where it is too long for one, its topic is what must be seen of it. */
export function label(question: Question, knowledge: Knowledge): string {
  const whole = describe(question, knowledge);
  const [topic] = question.topics;
  if (whole.length <= LONGEST_LABEL || topic === undefined) return whole;
  return `${topicLabel(topic, knowledge)}: ${describe({ ...question, topics: [] }, knowledge)}`;
}

/** A question in words. */
export function describe(question: Question, knowledge: Knowledge): string {
  const short = (id: string) => knowledge.roles.get(id)?.short ?? id;
  const about = (topics: readonly Topic[]) =>
    topics.length > 0 ? `: ${topicLabel(topics[0]!, knowledge)}` : "";
  switch (question.intent) {
    case "lookup":
      return `${short(question.roles[0]!)}${about(question.topics)}`;
    case "compare":
      return `${question.roles.map(short).join(" vs ")}${about(question.topics)}`;
    case "transition":
      return question.from
        ? `${short(question.from)} to ${short(question.roles[0]!)}`
        : `Becoming ${short(question.roles[0]!)}`;
    case "find-roles":
      return "Which roles fit";
    case "advice":
      return "Tips for me";
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
