import { describe, expect, it } from "vitest";
import { describe as inWords } from "../../src/answers/describe.ts";
import { askWhich, decline, emptyQuestion, tooLong, unknownRole } from "../../src/answers/uncertain.ts";
import { plainQuestion, type Question } from "../../src/understanding/question.ts";
import { realKnowledge } from "../support/brain.ts";

const knowledge = await realKnowledge();
const pay = plainQuestion("lookup", [], ["salary"]);
const nearest = ["data-engineer", "data-scientist"];

describe("asking which", () => {
  it("keeps the topic for each role that it offers", () => {
    const answer = askWhich({ question: pay, alternatives: [], nearest }, knowledge);
    expect(answer).toMatchObject({
      outcome: "clarify",
      summary: "Which role is your question about pay for?",
    });
    expect(answer.followUps.map(({ question }) => question)).toEqual(
      nearest.map((role) => plainQuestion("lookup", [role], ["salary"])),
    );
  });

  it("asks for the other side of a comparison, in the role's own spelling", () => {
    const question = plainQuestion("compare", ["nlp-engineer"]);
    const answer = askWhich({ question, alternatives: [], nearest: ["nlp-engineer", ...nearest] }, knowledge);
    expect(answer.summary).toBe("With which role shall I compare the NLP engineer?");
    expect(answer.followUps.map(({ question: next }) => next.roles)).toEqual(
      nearest.map((role) => ["nlp-engineer", role]),
    );
  });

  it("offers the neighbours of a role that is to be compared with nothing, before other readings", () => {
    const question = plainQuestion("compare", ["data-engineer"], ["salary"]);
    const alternatives = [plainQuestion("lookup", ["data-engineer"])];
    const { followUps } = askWhich({ question, alternatives, nearest: ["data-engineer"] }, knowledge);
    expect(followUps.length).toBeGreaterThan(2);
    expect(followUps.slice(0, -1).map((next) => next.question)).toEqual(
      followUps
        .slice(0, -1)
        .map((next) => ({ ...question, roles: ["data-engineer", next.question.roles[1]] })),
    );
    expect(followUps.at(-1)?.question).toEqual(alternatives[0]);
  });

  it("asks where to for whoever says only where they start, and offers no way back there", () => {
    const question: Question = { intent: "transition", from: "data-engineer", roles: [], topics: [] };
    const answer = askWhich({ question, alternatives: [], nearest }, knowledge);
    expect(answer.summary).toBe("Which role do you want to get to from data engineer?");
    expect(answer.followUps.map(({ label }) => label)).toEqual(["Data engineer to Data scientist"]);
  });

  it("offers the readings first, and at most five", () => {
    const alternatives = [...knowledge.roles.keys()]
      .slice(0, 7)
      .map((role) => plainQuestion("lookup", [role]));
    const answer = askWhich(
      { question: plainQuestion("lookup", ["data-engineer"]), alternatives, nearest },
      knowledge,
    );
    expect(answer.followUps.map(({ label }) => label)[0]).toBe("Data engineer");
    expect(answer.followUps).toHaveLength(5);
  });

  it("shows the topic of readings that are too long for a button", () => {
    const both = ["data-engineer", "data-scientist"];
    const alternatives = [
      plainQuestion("compare", both, ["skills"]),
      plainQuestion("lookup", both, ["tools"]),
    ];
    const answer = askWhich(
      { question: plainQuestion("compare", both, ["responsibilities"]), alternatives, nearest },
      knowledge,
    );
    expect(answer.followUps.map(({ label }) => label)).toEqual([
      "What they do: Data engineer vs Data…",
      "Skills: Data engineer vs Data…",
      "Data engineer: Tools",
    ]);
  });

  it("offers something to ask where nothing is near", () => {
    const answer = askWhich({ question: pay, alternatives: [], nearest: [] }, knowledge);
    expect(answer.followUps.length).toBeGreaterThan(0);
  });
});

describe("declining", () => {
  it("says what it knows, and offers what is nearest", () => {
    const question = plainQuestion("out-of-scope");
    const answer = decline({ question, alternatives: [], nearest }, knowledge);
    expect(answer.outcome).toBe("declined");
    expect(answer.summary).toContain("careers in data and machine learning");
    expect(answer.followUps.map(({ label }) => label)).toEqual([
      "About Data engineer",
      "About Data scientist",
    ]);
  });
});

it("a text that is too long is told by how much", () => {
  expect(tooLong(20_000, 4_000, knowledge).summary).toContain("20,000 characters and I read at most 4,000");
});

it("a text without words is told how to ask", () => {
  expect(emptyQuestion(knowledge)).toMatchObject({ outcome: "clarify", title: "Ask me something" });
});

it.each<[Question, string]>([
  [plainQuestion("lookup", ["data-engineer"]), "Data engineer"],
  [plainQuestion("lookup", ["data-engineer"], ["salary"]), "Data engineer: Pay"],
  [plainQuestion("compare", ["data-engineer", "data-scientist"]), "Data engineer vs Data scientist"],
  [
    { intent: "transition", from: "data-analyst", roles: ["data-engineer"], topics: [] },
    "Data analyst to Data engineer",
  ],
  [{ intent: "transition", from: null, roles: ["data-engineer"], topics: [] }, "Becoming Data engineer"],
  [plainQuestion("list-roles"), "All roles"],
  [plainQuestion("lookup", [], ["salary", "skills"]), "A role: Pay and Skills"],
  [plainQuestion("compare"), "A comparison"],
  [{ intent: "transition", from: "data-analyst", roles: [], topics: [] }, "Data analyst to another role"],
  [{ intent: "find-roles", roles: [], topics: [], skills: ["sql", "python"] }, "Roles for SQL and Python"],
  [{ intent: "find-roles", roles: [], topics: ["salary"], skills: [] }, "Which roles fit: Pay"],
  [{ intent: "advice", roles: ["data-analyst"], topics: [], skills: [] }, "Data analyst: Tips"],
  [{ intent: "advice", roles: [], topics: [], skills: [] }, "Tips for me"],
])("%o is put on a button as %s", (question, words) => {
  expect(inWords(question, knowledge)).toBe(words);
});

describe("a name that is none of our roles'", () => {
  it("is said to be unknown, with what is nearest and the way to all roles", () => {
    const answer = unknownRole(nearest, knowledge);
    expect(answer).toMatchObject({ title: "I know no role by that name", outcome: "declined" });
    expect(answer.followUps.map(({ question }) => [question.intent, ...question.roles])).toEqual([
      ["lookup", "data-engineer"],
      ["lookup", "data-scientist"],
      ["list-roles"],
    ]);
  });

  it("promises nothing near where nothing is, and offers what people begin with", () => {
    const { summary, followUps } = unknownRole([], knowledge);
    expect(summary).not.toContain("nearest");
    expect(followUps.length).toBeGreaterThan(2);
  });
});
