import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { Suggester } from "../../src/understanding/suggest.ts";
import { realBrain, realKnowledge } from "../support/brain.ts";

const { roles, skills } = await realBrain();
const knowledge = await realKnowledge();
const best = (typed: string) => roles.suggest(typed, 25)[0]?.id;
const firstThree = (typed: string) => roles.suggest(typed, 3).map(({ id }) => id);

describe("roles by what has been typed so far", () => {
  it.each([
    ["data eng", "data-engineer"],
    ["data engineer", "data-engineer"],
    ["Data Engineers", "data-engineer"],
    ["machine", "machine-learning-engineer"],
    ["prompt", "prompt-engineer"],
    ["stat", "statistician"],
    ["mlops", "mlops-engineer"],
    ["research sci", "research-scientist"],
    ["engineer research", "research-engineer"],
  ])("%s", (typed, role) => {
    expect(best(typed)).toBe(role);
  });
});

describe("roles by abbreviation", () => {
  it.each([
    ["ds", "data-scientist"],
    ["DE", "data-engineer"],
    ["mle", "machine-learning-engineer"],
    ["swe", "software-engineer"],
    ["sre", "platform-engineer"],
    ["cdo", "head-of-data"],
    ["dsm", "data-science-manager"],
    ["cve", "computer-vision-engineer"],
  ])("%s", (typed, role) => {
    expect(firstThree(typed)).toContain(role);
  });
});

describe("roles by a misspelt name", () => {
  it.each([
    ["data sceintist", "data-scientist"],
    ["enginer data", "data-engineer"],
    ["statistican", "statistician"],
    ["mashine learning", "machine-learning-engineer"],
    ["analitics engineer", "analytics-engineer"],
    ["archtect", "data-architect"],
    ["promt enginer", "prompt-engineer"],
  ])("%s", (typed, role) => {
    expect(firstThree(typed)).toContain(role);
  });
});

describe("skills", () => {
  it.each([
    ["pyth", "python"],
    ["kuber", "kubernetes"],
    ["k8s", "kubernetes"],
    ["postgre", "postgresql"],
    ["scikit", "scikit-learn"],
    ["pytroch", "pytorch"],
  ])("%s", (typed, skill) => {
    expect(skills.suggest(typed, 3).map(({ id }) => id)).toContain(skill);
  });
});

describe("the list", () => {
  test("begins with all roles where nothing has been typed", () => {
    const all = [...knowledge.roles.keys()].slice(0, 25);
    for (const typed of ["", "  ", "\u200b", "🚀", "?"]) {
      expect(roles.suggest(typed, 25).map(({ id }) => id)).toEqual(all);
    }
  });

  test("is empty for what resembles no name", () => {
    expect(roles.suggest("zzzzqqqq", 25)).toEqual([]);
    expect(roles.suggest("зарплата", 25)).toEqual([]);
  });

  test("names each role once, by its name", () => {
    const found = roles.suggest("data", 25);
    expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
    for (const { id, name } of found) expect(name).toBe(knowledge.roles.get(id)?.name);
  });

  test("every role is first for its own name", () => {
    const wrong = [...knowledge.roles.values()].filter((role) => best(role.name) !== role.id);
    expect(wrong.map((role) => role.name)).toEqual([]);
  });

  test("is never longer than asked for, and never throws, whatever has been typed", () => {
    const typed = fc.oneof(
      fc.string({ unit: "binary", maxLength: 300 }),
      fc.constantFrom("e", "data", "engineer ".repeat(500), "a".repeat(10_000), "💥", "' OR 1=1 --"),
    );
    fc.assert(
      fc.property(typed, fc.integer({ min: 0, max: 25 }), (text, limit) => {
        const found = skills.suggest(text, limit);
        expect(found.length).toBeLessThanOrEqual(limit);
        for (const { id } of found) expect(knowledge.skills.has(id)).toBe(true);
      }),
      { seed: 25, numRuns: 300 },
    );
  });
});

test("the whole name stands before a longer one that begins with it, and that before one that holds it", () => {
  const names = ["senior lead", "lead", "leader"].map((name) => ({ id: name, name, names: [] }));
  expect(new Suggester(names).suggest("lead", 5).map(({ id }) => id)).toEqual([
    "lead",
    "leader",
    "senior lead",
  ]);
});
