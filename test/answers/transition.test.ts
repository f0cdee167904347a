import { describe, expect, it } from "vitest";
import { answerQuestion } from "../../src/answers/answer-question.ts";
import { plainText } from "../../src/answers/plain-text.ts";
import { answerTransition } from "../../src/answers/transition.ts";
import { realKnowledge } from "../support/brain.ts";
import { roleOf } from "../support/knowledge.ts";

const knowledge = await realKnowledge();
const analyst = roleOf(knowledge, "data-analyst");
const scientist = roleOf(knowledge, "data-scientist");

function linesOf(text: string): Record<string, string[]> {
  return Object.fromEntries(
    [...text.matchAll(/^- ([A-Z][a-z ]+): (.+)$/gm)].map(([, label = "", list = ""]) => [
      label,
      list.split(", "),
    ]),
  );
}

describe("the way from one role to another", () => {
  const answer = answerTransition(analyst, scientist, [], knowledge);
  const lines = linesOf(plainText(answer));

  it("opens with how usual it is, how much is there already and what to add", () => {
    expect(answer.title).toBe("From data analyst to data scientist");
    expect(answer.summary).toMatch(
      /^From data analyst to data scientist is a .+ move.*: \d+ of \d+ must-have skills come with a data analyst's work; add .+\.$/,
    );
  });

  it("tells apart what carries over and what to learn", () => {
    const carries = lines["Carries over"] ?? [];
    const learn = lines["Learn first"] ?? [];
    expect(carries).toContain("SQL");
    expect(learn.length).toBeGreaterThan(0);
    expect(carries.filter((skill) => learn.includes(skill))).toEqual([]);
  });

  it("counts as its summary says", () => {
    const [, held, all] = /(\d+) of (\d+) must-have/.exec(answer.summary) ?? [];
    const must = [...scientist.skills, ...scientist.tools].filter(({ need }) => need === "must");
    const has = new Set([...analyst.skills, ...analyst.tools].map(({ id }) => id));
    expect([Number(held), Number(all)]).toEqual([must.filter(({ id }) => has.has(id)).length, must.length]);
  });

  it("adds topics that were asked for besides", () => {
    const { sections } = answerTransition(analyst, scientist, ["interview"], knowledge);
    expect(sections.map(({ heading }) => heading)).toContain(knowledge.topics.get("interview")?.label);
  });
});

describe("the way from elsewhere", () => {
  it("says what it takes and where to begin", () => {
    const answer = answerTransition(undefined, scientist, [], knowledge);
    expect(answer.title).toBe("Becoming a data scientist");
    expect(plainText(answer)).toMatch(/- Must have: .+\n- Usually asked for: .+\n- Bring along: /);
  });

  it("sends nobody straight to a leading role", () => {
    const answer = answerTransition(undefined, roleOf(knowledge, "head-of-data"), [], knowledge);
    expect(answer.summary).toMatch(
      /^Head of data is seldom a first job in data: most people come from .+, so aim there first\.$/,
    );
  });
});

it("somebody who is there already is told so", () => {
  const answer = answerTransition(scientist, scientist, [], knowledge);
  expect(answer.summary).toContain("You are a data scientist already");
  expect(answer.followUps.map(({ question }) => question.intent)).not.toContain("compare");
});

it("a way without a target asks for it", () => {
  const answer = answerQuestion(
    { intent: "transition", from: "data-analyst", roles: [], topics: [] },
    knowledge,
  );
  expect(answer.outcome).toBe("clarify");
  expect(answer.summary).toContain("Which role do you want to get to from data analyst?");
});
