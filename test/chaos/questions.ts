/** Questions whose answers fit into one message on either platform; `shows` stands in the answer and in no other. */
const ROLES = [
  ["data-engineer", "Data engineer"],
  ["data-analyst", "Data analyst"],
  ["data-scientist", "Data scientist"],
  ["ml-engineer", "Machine learning engineer"],
] as const;
const TOPICS = [
  ["salary", "Pay"],
  ["tools", "Tools"],
  ["interview", "Interviews"],
] as const;

export interface Wording {
  role: string;
  topic: string;
  text: string;
  shows: string;
}

export const QUESTIONS: readonly Wording[] = ROLES.flatMap(([role, name]) =>
  TOPICS.map(([topic, title]) => ({
    role,
    topic,
    text: `${name} ${title}`.toLowerCase(),
    shows: `${name}: `,
  })),
);
