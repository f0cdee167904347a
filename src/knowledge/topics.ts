/** The thirteen things Rolewise knows about every role, in the order in which they are shown. */
export const TOPICS = [
  "definition",
  "responsibilities",
  "skills",
  "education",
  "experience",
  "tools",
  "industries",
  "outlook",
  "salary",
  "getting-started",
  "career-path",
  "interview",
  "working-conditions",
] as const;

export type Topic = (typeof TOPICS)[number];

/** The heading of a topic in a role file: `## Career path` for `career-path`. */
export function topicHeading(topic: Topic): string {
  const words = topic.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
