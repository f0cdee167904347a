import { describe, expect, it } from "vitest";
import type { Answer } from "../../src/answers/answer.ts";
import { focusOn, nextFocus } from "../../src/conversations/next-focus.ts";
import type { Focus } from "../../src/understanding/focus.ts";
import { plainQuestion, type Question } from "../../src/understanding/question.ts";
import { realBrain } from "../support/brain.ts";

const brain = await realBrain();

function focusAfter(question: Question, before?: Focus, outcome?: Answer["outcome"]): Focus | undefined {
  const answer = brain.answer(question);
  return nextFocus({ question, answer, outcome: outcome ?? answer.outcome }, before);
}

const engineer = plainQuestion("lookup", ["data-engineer"], ["tools"]);
const pair = plainQuestion("compare", ["data-engineer", "data-scientist"]);

describe("what a talk is about", () => {
  it("is the last question that was about something", () => {
    expect(focusAfter(engineer)).toEqual({
      question: engineer,
      listed: ["data-engineer"],
      discussed: ["data-engineer"],
      asked: false,
    });
  });

  it.each(["greeting", "thanks", "help", "privacy", "list-roles", "out-of-scope"] as const)(
    "is not changed by %s",
    (intent) => {
      const before = focusAfter(engineer);
      expect(focusAfter(plainQuestion(intent), before)).toEqual(before);
      expect(focusAfter(plainQuestion(intent))).toBeUndefined();
    },
  );

  it("keeps the roles that were asked about, latest last, each once", () => {
    const architect = plainQuestion("lookup", ["data-architect"]);
    const after = [pair, architect, engineer].reduce<Focus | undefined>(
      (before, question) => focusAfter(question, before),
      undefined,
    );
    expect(after?.discussed).toEqual(["data-scientist", "data-architect", "data-engineer"]);
  });

  it("waits where the bot asked which", () => {
    const open = plainQuestion("lookup", [], ["salary"]);
    expect(focusAfter(open)).toMatchObject({ question: open, asked: true });
  });

  it("keeps where the asker stands, until they say otherwise", () => {
    const answer = brain.answer(engineer);
    const turn = { question: engineer, answer, outcome: answer.outcome };
    const told = nextFocus({ ...turn, own: "data-analyst" }, undefined);
    expect(told?.own).toBe("data-analyst");
    expect(nextFocus(turn, told)?.own).toBe("data-analyst");
    expect(nextFocus({ ...turn, own: null }, told)?.own).toBeNull();
  });
});

describe("the roles last shown", () => {
  it("stand in the order of a comparison", () => {
    expect(focusAfter(pair)?.listed).toEqual(["data-engineer", "data-scientist"]);
  });

  it("are start and target of a way", () => {
    const way: Question = {
      intent: "transition",
      from: "data-analyst",
      roles: ["data-scientist"],
      topics: [],
    };
    expect(focusAfter(way)?.listed).toEqual(["data-analyst", "data-scientist"]);
  });

  it("are those of a ranking in its order", () => {
    const ranking: Question = { intent: "find-roles", roles: [], topics: ["salary"], skills: [] };
    const rows = brain.answer(ranking).tables[0]?.rows ?? [];
    const names = focusAfter(ranking)?.listed.map((id) => brain.knowledge.roles.get(id)?.name);
    expect(names).toEqual(rows.slice(0, names?.length).map(([name]) => name));
    expect(names?.length).toBeGreaterThanOrEqual(2);
  });

  it("stay both where one of two is looked at more closely", () => {
    const before = focusAfter(pair);
    expect(focusAfter(plainQuestion("lookup", ["data-scientist"]), before)?.listed).toEqual(before?.listed);
  });

  it("are the one before and the new one, for 'and the other one?'", () => {
    const before = focusAfter(engineer);
    expect(focusAfter(plainQuestion("lookup", ["statistician"]), before)?.listed).toEqual([
      "data-engineer",
      "statistician",
    ]);
  });
});

describe("what somebody was told of their own way", () => {
  it("is about the one role or the several that it named", () => {
    expect(focusOn([], undefined)).toBeUndefined();
    expect(focusOn(["data-engineer"], undefined)).toMatchObject({
      question: { intent: "transition", roles: ["data-engineer"] },
      listed: ["data-engineer"],
    });
    expect(focusOn(["data-engineer", "data-analyst"], undefined)).toMatchObject({
      question: { intent: "compare" },
      listed: ["data-engineer", "data-analyst"],
    });
  });

  it("leaves the several that they weigh in place when it is about one of them", () => {
    const weighed = focusOn(["head-of-data", "data-science-manager"], undefined);
    const one = focusOn(["head-of-data"], weighed);
    expect(one?.question.roles).toEqual(["head-of-data"]);
    expect(one?.listed).toEqual(["head-of-data", "data-science-manager"]);
    expect(focusOn(["data-engineer"], weighed)?.listed).toEqual(["data-engineer"]);
  });
});
