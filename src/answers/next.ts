import type { Knowledge, Role } from "../knowledge/knowledge.ts";
import { TOPICS, type Topic } from "../knowledge/topics.ts";
import type { FollowUp } from "./answer.ts";
import { followUp } from "./document.ts";

/** What people most often want to know next, first. */
const FAVOURITES: Topic[] = [
  "salary",
  "skills",
  "getting-started",
  "career-path",
  "tools",
  "working-conditions",
  "interview",
  "outlook",
  "education",
];

export function topicLabel(topic: Topic, knowledge: Knowledge): string {
  return knowledge.topics.get(topic)?.label ?? topic;
}

/** Further topics of the same roles: a look-up for one, a comparison for several. */
export function nextTopics(
  roles: readonly string[],
  asked: readonly Topic[],
  knowledge: Knowledge,
  most: number,
): FollowUp[] {
  return [...FAVOURITES, ...TOPICS.filter((topic) => !FAVOURITES.includes(topic))]
    .filter((topic) => !asked.includes(topic))
    .slice(0, most)
    .map((topic) => aboutTopic(roles, topic, knowledge));
}

/** All topics of the same roles, in their own order. */
export function everyTopic(roles: readonly string[], knowledge: Knowledge): FollowUp[] {
  return TOPICS.map((topic) => aboutTopic(roles, topic, knowledge));
}

function aboutTopic(roles: readonly string[], topic: Topic, knowledge: Knowledge): FollowUp {
  const intent = roles.length > 1 ? "compare" : "lookup";
  return followUp(topicLabel(topic, knowledge), { intent, roles: [...roles], topics: [topic] });
}

/** Neighbours to set beside a role, commonest move first. */
export function nearRoles(role: Role, knowledge: Knowledge): Role[] {
  const order = { common: 0, possible: 1, rare: 2 };
  const near = [...role.neighbours.to, ...role.neighbours.from].sort((a, b) => order[a.how] - order[b.how]);
  return [...new Set(near.map((each) => each.role))].flatMap((id) => knowledge.roles.get(id) ?? []);
}

export function compareWith(
  role: Role,
  knowledge: Knowledge,
  topics: readonly Topic[],
  most: number,
): FollowUp[] {
  return nearRoles(role, knowledge)
    .slice(0, most)
    .map((other) =>
      followUp(`Compare with ${other.short}`, {
        intent: "compare",
        roles: [role.id, other.id],
        topics: [...topics],
      }),
    );
}
