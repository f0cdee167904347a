import { describe, expect, it, test } from "vitest";
import { tokenize } from "../../../src/understanding/text/tokens.ts";
import { RoleDescriptions } from "../../../src/understanding/vocabulary/described-roles.ts";
import { realKnowledge } from "../../support/brain.ts";

const knowledge = await realKnowledge();
const descriptions = new RoleDescriptions(knowledge);
const find = (text: string) => descriptions.find(tokenize(text));
const likest = (text: string) =>
  find(text).map(({ likeness }) => [...likeness].sort((a, b) => b[1] - a[1])[0]?.[0]);

describe("somebody described", () => {
  it.each([
    ["what does the person who deploys models earn", "deploys models"],
    ["the folks who draw the dashboards, what do they make", "draw the dashboards"],
    ["whoever designs the warehouse, are they paid well", "designs the warehouse"],
  ])("is found in %s", (text, said) => {
    const [only, ...more] = find(text);
    expect(more).toEqual([]);
    expect(only?.clause).toContain(said);
    expect(only?.clause).not.toMatch(/earn|paid/);
  });

  it.each([
    "what does a data engineer earn",
    "is there a job where I can use R",
    "the positions that want a PhD",
    "people",
    "who",
    "",
  ])("is not found in %j", (text) => {
    expect(find(text)).toEqual([]);
  });

  test("are found one by one, without overlapping", () => {
    const found = find("the person who cleans the data vs the person who trains the models");
    expect(found).toHaveLength(2);
    expect(found[1]?.start).toBeGreaterThanOrEqual(found[0]?.end ?? 0);
  });
});

describe("what a role is described as", () => {
  const said = [...knowledge.roles.values()].flatMap((role) =>
    role.describedAs.map((phrase) => [phrase, role.id] as const),
  );

  test("is likest to that role", () => {
    expect(said.length).toBeGreaterThan(50);
    const wrong = said.filter(([phrase, role]) => likest(`the person who ${phrase}`)[0] !== role);
    expect(wrong.length / said.length).toBeLessThanOrEqual(0.1);
  });

  test("is likened between nothing and all", () => {
    for (const [phrase] of said.slice(0, 40)) {
      for (const { likeness } of find(`the person who ${phrase}`)) {
        for (const value of likeness.values()) expect(value).toBeGreaterThan(0);
      }
    }
  });
});
