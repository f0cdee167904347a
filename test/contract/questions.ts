import type { Knowledge } from "../../src/knowledge/knowledge.ts";
import { TOPICS, type Topic } from "../../src/knowledge/topics.ts";
import { INTENTS, plainQuestion, type Question } from "../../src/understanding/question.ts";

/** Questions that together show every answer the knowledge base gives. */

export function lookups(knowledge: Knowledge): Question[] {
  return [...knowledge.roles.keys()].flatMap((role) => [
    plainQuestion("lookup", [role]),
    ...TOPICS.map((topic) => plainQuestion("lookup", [role], [topic])),
    plainQuestion("lookup", [role], ["skills", "tools", "salary"]),
  ]);
}

export function comparisons(knowledge: Knowledge, topics: readonly Topic[]): Question[] {
  const roles = [...knowledge.roles.keys()];
  return roles.flatMap((role, at) =>
    roles.slice(at + 1).map((other) => plainQuestion("compare", [role, other], topics)),
  );
}

export function largeComparisons(knowledge: Knowledge): Question[] {
  const roles = [...knowledge.roles.keys()];
  return roles.flatMap((_, at) => [
    plainQuestion("compare", [...roles, ...roles].slice(at, at + 3), [TOPICS[at % TOPICS.length]!]),
    plainQuestion("compare", [...roles, ...roles].slice(at, at + 4)),
  ]);
}

/** Every move that the knowledge base knows, a few that it does not, and the way in from elsewhere. */
export function transitions(knowledge: Knowledge): Question[] {
  const roles = [...knowledge.roles.values()];
  const way = (from: string | null, to: string, topics: Topic[] = []): Question => ({
    intent: "transition",
    from,
    roles: [to],
    topics,
  });
  return roles.flatMap((role, at) => [
    ...role.neighbours.to.map((near) => way(role.id, near.role)),
    way(role.id, roles[(at + 7) % roles.length]!.id, ["salary"]),
    way(null, role.id),
    way(role.id, role.id),
  ]);
}

export function rankings(knowledge: Knowledge): Question[] {
  const find = (topics: Topic[], skills: string[]): Question => ({
    intent: "find-roles",
    roles: [],
    topics,
    skills,
  });
  return [
    ...TOPICS.map((topic) => find([topic], [])),
    ...[...knowledge.skills.keys()].map((skill) => find([], [skill])),
    ...[...knowledge.degrees.keys(), ...knowledge.fields.keys(), ...knowledge.industries.keys()].map((term) =>
      find([], [term]),
    ),
    find([], ["sql", "tableau", "python"]),
  ];
}

export function advice(knowledge: Knowledge): Question[] {
  return [...knowledge.roles.keys()].flatMap((role): Question[] => [
    { intent: "advice", roles: [role], topics: [], skills: [] },
    { intent: "advice", roles: [role], topics: ["interview"], skills: [] },
  ]);
}

/** Every intent with nothing named. */
export function bare(): Question[] {
  return INTENTS.map((intent): Question => {
    if (intent === "transition") return { intent, from: null, roles: [], topics: [] };
    if (intent === "find-roles" || intent === "advice") return { intent, roles: [], topics: [], skills: [] };
    return plainQuestion(intent);
  });
}
