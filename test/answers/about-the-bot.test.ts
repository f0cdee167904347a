import { describe, expect, it } from "vitest";
import { answerListRoles, answerNoFeed, answerPrivacy, starters } from "../../src/answers/about-the-bot.ts";
import { answerAdvice } from "../../src/answers/advice.ts";
import { answerQuestion } from "../../src/answers/answer-question.ts";
import { plainText } from "../../src/answers/plain-text.ts";
import { realKnowledge } from "../support/brain.ts";
import { roleOf } from "../support/knowledge.ts";

const knowledge = await realKnowledge();

it("the list of roles names each once, under a family", () => {
  const said = plainText(answerListRoles(knowledge), { withoutFollowUps: true });
  const names = said
    .split("\n")
    .flatMap((line) => /^- [A-Z][^:]+: (.+)$/.exec(line)?.[1]?.split(", ") ?? [])
    .sort();
  expect(names).toEqual([...knowledge.roles.values()].map(({ name }) => name).sort());
});

it("openings are declined honestly, with what can be said of the role instead", () => {
  const answer = answerNoFeed("data-engineer", knowledge);
  expect(answer.outcome).toBe("declined");
  expect(answer.summary).toContain("no job feed");
  expect(answer.followUps.every(({ question }) => question.roles.includes("data-engineer"))).toBe(true);
  expect(answerNoFeed(undefined, knowledge).followUps.length).toBeGreaterThan(0);
});

it("privacy is for the asker alone and says how long what is kept", () => {
  const answer = answerPrivacy(knowledge);
  expect(answer.audience).toBe("private");
  expect(plainText(answer)).toMatch(/15 minutes.*10 minutes/s);
});

describe("first questions", () => {
  it("can all be answered", () => {
    for (const { question } of starters(knowledge))
      expect(answerQuestion(question, knowledge).outcome).toBe("answered");
  });

  it("leave out roles that the knowledge base lacks", () => {
    const none = { ...knowledge, roles: new Map() };
    expect(starters(none).every(({ question }) => question.roles.length === 0)).toBe(true);
  });
});

describe("tips", () => {
  it("start from the role that somebody has", () => {
    const analyst = roleOf(knowledge, "data-analyst");
    const answer = answerAdvice(analyst, [], knowledge);
    expect(answer).toMatchObject({ title: "Tips for data analysts", audience: "private" });
    for (const { question } of answer.followUps)
      expect(question).toMatchObject({ intent: "transition", from: "data-analyst" });
  });

  it("do not promise a next step to whoever stands at the top", () => {
    const top = { ...roleOf(knowledge, "head-of-data"), neighbours: { from: [], to: [] } };
    const answer = answerAdvice(top, [], knowledge);
    expect(answer.summary).toContain("Head of data is the top of its ladder here");
    expect(answer.followUps).toEqual([]);
  });

  it("without a role are general and speak of interviews where asked", () => {
    expect(plainText(answerAdvice(undefined, ["interview"], knowledge))).toContain("Interviews:");
    expect(plainText(answerAdvice(undefined, [], knowledge))).not.toContain("Interviews:");
  });
});
