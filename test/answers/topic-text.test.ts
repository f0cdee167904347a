import { describe, expect, it } from "vitest";
import { compareWith, nearRoles, nextTopics, topicLabel } from "../../src/answers/next.ts";
import { growthCell, projectionSentence } from "../../src/answers/outlook.ts";
import { firstSentence, leadKeys, leadOf, restOf } from "../../src/answers/topic-text.ts";
import { realKnowledge } from "../support/brain.ts";
import { roleOf } from "../support/knowledge.ts";

const knowledge = await realKnowledge();
const engineer = roleOf(knowledge, "data-engineer");
const withText = (markdown: string) => ({
  ...engineer,
  sections: { ...engineer.sections, tools: { ...engineer.sections.tools, markdown } },
});

describe("a topic's text", () => {
  const role = withText(
    "Use **SQL**, e.g. in [dbt](https://example.org).[^a] It is *old*.[^b-c]\n\n- More.[^d]\n\nEnd.",
  );

  it("begins with a lead that answers alone, without marks", () => {
    expect(leadOf(role, "tools")).toBe("Use SQL, e.g. in dbt. It is old.");
    expect(leadKeys(role, "tools")).toEqual(["a", "b-c"]);
  });

  it("gives its first sentence to a table, past an abbreviation", () => {
    expect(firstSentence(role, "tools")).toBe("Use SQL, e.g. in dbt.");
  });

  it("goes on with the rest as it stands", () => {
    expect(restOf(role, "tools")).toBe("- More.[^d]\n\nEnd.");
  });

  it("may be one paragraph, and one sentence without an end", () => {
    const short = withText("Only this");
    expect([leadOf(short, "tools"), firstSentence(short, "tools"), restOf(short, "tools")]).toEqual([
      "Only this",
      "Only this",
      "",
    ]);
  });
});

describe("what to ask next", () => {
  it("is another topic of the same role, never the one just answered", () => {
    const next = nextTopics(["data-engineer"], ["salary"], knowledge, 20);
    expect(next.map(({ question }) => question.topics[0])).not.toContain("salary");
    expect(next).toHaveLength(12);
    expect(next[0]?.question.intent).toBe("lookup");
  });

  it("stays with both roles after a comparison", () => {
    const [next] = nextTopics(["data-engineer", "data-scientist"], [], knowledge, 1);
    expect(next?.question).toEqual({
      intent: "compare",
      roles: ["data-engineer", "data-scientist"],
      topics: ["salary"],
    });
  });

  it("sets near roles beside, commonest move first and each once", () => {
    const near = nearRoles(engineer, knowledge).map(({ id }) => id);
    expect(new Set(near).size).toBe(near.length);
    const links = [...engineer.neighbours.to, ...engineer.neighbours.from];
    const usual = new Set(links.filter(({ how }) => how === "common").map(({ role }) => role));
    const common = near.filter((id) => usual.has(id));
    expect(near.slice(0, common.length)).toEqual(common);
    expect(compareWith(engineer, knowledge, ["salary"], 2).map(({ question }) => question.topics)).toEqual([
      ["salary"],
      ["salary"],
    ]);
  });

  it("is named as in the knowledge base", () => {
    expect(topicLabel("salary", knowledge)).toBe("Pay");
  });
});

describe("the official projection", () => {
  const occupation = [...knowledge.occupations.values()][0]!;
  const role = {
    ...engineer,
    occupation: { ...engineer.occupation, soc: occupation.soc, fit: "exact" as const },
  };
  const growing = (growthPercent: number) => ({
    ...knowledge,
    occupations: new Map([[occupation.soc, { ...occupation, growthPercent, openingsPerYear: 23_400 }]]),
  });

  it.each([
    [34, "grow by 34%", "+34%"],
    [-5, "shrink by 5%", "-5%"],
    [2.5, "grow by 2.5%", "+2.5%"],
  ])("of %d percent is said as %s", (percent, words, short) => {
    expect(projectionSentence(role, growing(percent))).toContain(`is expected to ${words} in the US from`);
    expect(projectionSentence(role, growing(percent))).toContain("about 23,400 openings a year");
    expect(growthCell(role, growing(percent))).toContain(short);
  });

  it("that stands still is said to", () => {
    expect(projectionSentence(role, growing(0))).toContain("is expected to stay as it is in the US from");
  });

  it("is not made up", () => {
    const none = { ...knowledge, occupations: new Map() };
    expect(projectionSentence(role, none)).toBeUndefined();
    expect(growthCell(role, none)).toBe("no official figure");
  });
});
