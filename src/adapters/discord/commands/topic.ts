import { TOPICS, type Topic } from "../../../knowledge/topics.ts";

export function isTopic(text: string): text is Topic {
  return TOPICS.some((topic) => topic === text);
}
