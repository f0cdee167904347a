import { describe, expect, it } from "vitest";
import { answerFindRoles } from "../../src/answers/find-roles.ts";
import { headlinePay } from "../../src/answers/pay.ts";
import { TOPICS } from "../../src/knowledge/topics.ts";
import { realKnowledge } from "../support/brain.ts";

const knowledge = await realKnowledge();
const byName = (name: string) => [...knowledge.roles.values()].find((role) => role.name === name)!;

describe("roles for skills", () => {
  it("come first where all are must-haves, each with its reason", () => {
    const answer = answerFindRoles(["sql", "tableau"], [], knowledge);
    expect(answer.title).toBe("Roles for SQL and Tableau");
    const [first] = answer.tables[0]?.rows ?? [];
    const role = byName(first?.[0] ?? "");
    const needs = [...role.skills, ...role.tools].filter(({ id }) => id === "sql" || id === "tableau");
    expect(needs).toHaveLength(2);
    expect(first?.[1]).toMatch(/^SQL: must have; Tableau: /);
  });

  it("list no role that asks for none of them", () => {
    const answer = answerFindRoles(["tableau"], [], knowledge);
    for (const [name = ""] of answer.tables[0]?.rows ?? []) {
      const role = byName(name);
      expect([...role.skills, ...role.tools].map(({ id }) => id)).toContain("tableau");
    }
  });

  it("tell of a topic that was asked for besides, with its sources", () => {
    const answer = answerFindRoles(["sql"], ["salary"], knowledge);
    expect(answer.tables[0]?.columns).toEqual(["Role", "Why", "Pay"]);
    for (const [, , pay] of answer.tables[0]?.rows ?? []) expect(pay).toMatch(/^Median \$|^too few/);
    expect(answer.sources.length).toBeGreaterThan(0);
    expect(answerFindRoles(["sql"], ["skills"], knowledge).tables[0]?.columns).toEqual(["Role", "Why"]);
  });

  it("are declined where nothing is known of what was named", () => {
    const answer = answerFindRoles(["underwater-basket-weaving"], [], knowledge);
    expect(answer.outcome).toBe("declined");
    expect(answer.summary).toBe("None of my roles names underwater basket weaving among what it asks for.");
  });
});

describe("roles ranked by a topic", () => {
  it("by pay fall from the highest median, and every figure has its count", () => {
    const rows = answerFindRoles([], ["salary"], knowledge).tables[0]?.rows ?? [];
    const medians = rows.map(([name = ""]) => headlinePay(byName(name), knowledge)?.median ?? 0);
    expect(medians).toEqual([...medians].sort((a, b) => b - a));
    expect(medians[0]).toBe(
      Math.max(...[...knowledge.roles.values()].map((role) => headlinePay(role, knowledge)?.median ?? 0)),
    );
    for (const [, cell] of rows) expect(cell).toMatch(/^\$[\d,]+ \(n=[\d,]+(, few)?, .+\)$/);
  });

  it("for beginners begin with one that asks for little experience", () => {
    const [first] = answerFindRoles([], ["getting-started"], knowledge).tables[0]?.rows ?? [];
    const least = Math.min(...[...knowledge.roles.values()].map(({ experience }) => experience.from));
    expect(byName(first?.[0] ?? "").experience.from).toBe(least);
  });

  it.each(TOPICS)("by %s either rank with sources or ask what is wanted", (topic) => {
    const answer = answerFindRoles([], [topic], knowledge);
    if (answer.outcome === "answered") expect(answer.sources.length).toBeGreaterThan(0);
    else expect(answer).toMatchObject({ outcome: "clarify", tables: [] });
  });
});

it("no wish at all is asked for one", () => {
  const answer = answerFindRoles([], [], knowledge);
  expect(answer.outcome).toBe("clarify");
  expect(answer.summary).toContain("Tell me what you know or like");
});
