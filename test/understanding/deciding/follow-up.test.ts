import { describe, expect, it, test } from "vitest";
import { realBrain } from "../../support/brain.ts";
import { converse } from "../understander.ts";
import { expectLast } from "./expect-last.ts";

const brain = await realBrain();

type Case = [first: string, then: string, understood: string];

describe("a topic alone goes on about the role", () => {
  it.each<Case>([
    ["what does a data engineer do", "and the salary?", "lookup:data-engineer:salary"],
    ["what does a data engineer do", "salary?", "lookup:data-engineer:salary"],
    ["what is an analytics engineer", "which tools", "lookup:analytics-engineer:tools"],
    ["data architect salary", "and the interview?", "lookup:data-architect:interview"],
    ["what is mlops engineer", "do i need a degree", "lookup:mlops-engineer:education"],
  ])("%s / %s", async (first, then, understood) => {
    await expectLast([first, then], understood);
  });
});

describe("a pronoun means the role", () => {
  it.each<Case>([
    ["what is a statistician", "what do they earn", "lookup:statistician:salary"],
    ["what is a statistician", "how do i become one", "lookup:statistician:getting-started"],
    ["tell me about prompt engineers", "will it still exist in ten years", "lookup:prompt-engineer:outlook"],
    ["nlp engineer", "what tools do they use", "lookup:nlp-engineer:tools"],
    ["data analyst skills", "do they work from home", "lookup:data-analyst:working-conditions"],
  ])("%s / %s", async (first, then, understood) => {
    await expectLast([first, then], understood);
  });
});

describe("a role alone is asked the same", () => {
  it.each<Case>([
    ["data engineer salary", "and a data scientist?", "lookup:data-scientist:salary"],
    ["data engineer salary", "what about statisticians", "lookup:statistician:salary"],
    ["data engineer tools", "same question for data analysts", "lookup:data-analyst:tools"],
    ["data engineer tools", "ok and for ml engineers", "lookup:machine-learning-engineer:tools"],
    [
      "from data analyst to data engineer",
      "what about data scientist instead",
      "transition:data-analyst>data-scientist",
    ],
  ])("%s / %s", async (first, then, understood) => {
    await expectLast([first, then], understood);
  });
});

describe("the first, the second, the other", () => {
  it.each<Case>([
    [
      "nlp engineer vs computer vision engineer",
      "what does the second one earn",
      "lookup:computer-vision-engineer:salary",
    ],
    [
      "nlp engineer vs computer vision engineer",
      "what does the first one earn",
      "lookup:nlp-engineer:salary",
    ],
    [
      "nlp engineer vs computer vision engineer",
      "what does the latter earn",
      "lookup:computer-vision-engineer:salary",
    ],
    [
      "data engineer, data scientist or statistician",
      "what does the third one earn",
      "lookup:statistician:salary",
    ],
  ])("%s / %s", async (first, then, understood) => {
    await expectLast([first, then], understood);
  });

  test("the other one is the one not looked at last", async () => {
    await expectLast(
      ["nlp engineer vs computer vision engineer", "what does the first one earn", "and the other one?"],
      "lookup:computer-vision-engineer:salary",
    );
  });
});

describe("a correction puts another role in the place of the last", () => {
  it.each<Case>([
    ["salary of a data architect", "sorry i meant data engineer", "lookup:data-engineer:salary"],
    ["salary of a data architect", "no, data engineer", "lookup:data-engineer:salary"],
    ["salary of a data architect", "sorry i meant engineer", "lookup:data-engineer:salary"],
    [
      "salary of a machine learning engineer",
      "no, the lead one",
      "lookup:lead-machine-learning-engineer:salary",
    ],
    [
      "data engineer vs data architect",
      "sorry, i meant data scientist instead of architect",
      "compare:data-engineer+data-scientist",
    ],
    [
      "from data analyst to data engineer",
      "no i meant to data scientist",
      "transition:data-analyst>data-scientist",
    ],
  ])("%s / %s", async (first, then, understood) => {
    await expectLast([first, then], understood);
  });
});

describe("comparisons grow out of the talk", () => {
  it.each<Case>([
    [
      "data engineer vs data scientist",
      "add statistician",
      "compare:data-engineer+data-scientist+statistician",
    ],
    [
      "data engineer vs data scientist",
      "and statistician too",
      "compare:data-engineer+data-scientist+statistician",
    ],
    [
      "data engineer vs data scientist",
      "which of them pays more",
      "compare:data-engineer+data-scientist:salary",
    ],
    ["data engineer vs data scientist", "salary?", "compare:data-engineer+data-scientist:salary"],
    [
      "what is a research engineer",
      "how does it differ from a research scientist",
      "compare:research-engineer+research-scientist",
    ],
    ["data engineer salary", "is it better than a data scientist", "compare:data-engineer+data-scientist"],
  ])("%s / %s", async (first, then, understood) => {
    await expectLast([first, then], understood);
  });

  test("of the two roles asked about one after the other", async () => {
    await expectLast(
      ["prompt engineer", "and ai engineers?", "compare the two"],
      "compare:prompt-engineer+ai-engineer",
    );
  });
});

describe("moves go on", () => {
  it.each<Case>([
    [
      "from data analyst to data scientist",
      "which skills am i missing",
      "transition:data-analyst>data-scientist:skills",
    ],
    ["i'm a data analyst", "i want to become a data engineer", "transition:data-analyst>data-engineer"],
  ])("%s / %s", async (first, then, understood) => {
    await expectLast([first, then], understood);
  });

  test("from where the asker stands, said long before", async () => {
    await expectLast(
      [
        "i'm a bi developer",
        "what does a data engineer earn",
        "which tools do they use",
        "how can i become an analytics engineer",
      ],
      "transition:business-intelligence-developer>analytics-engineer",
    );
  });
});

describe("the bot asked which role", () => {
  it.each<Case>([
    ["what tools do they use?", "data engineer", "lookup:data-engineer:tools"],
    ["is it stressful", "oh sorry, for data architects", "lookup:data-architect:working-conditions"],
  ])("%s / %s", async (first, then, understood) => {
    await expectLast([first, then], understood);
  });
});

describe("interruptions leave the talk where it was", () => {
  it.each([
    ["thanks", "thanks!"],
    ["a greeting", "hello again"],
    ["the weather", "what's the weather like in oslo"],
    ["a question of privacy", "can anyone see what i write here"],
    ["a question about the bot", "what can you do"],
    ["a joke", "tell me a joke"],
    ["another job", "how do i become a nurse"],
  ])("%s", async (_, interruption) => {
    await expectLast(["data engineer tools", interruption, "and the salary?"], "lookup:data-engineer:salary");
  });
});

describe("a turn that stands on its own", () => {
  it.each<Case>([
    ["data engineer salary", "what skills does a data scientist need", "lookup:data-scientist:skills"],
    ["data engineer salary", "nlp engineer vs statistician", "compare:nlp-engineer+statistician"],
    ["data engineer salary", "from teacher to data analyst", "transition:>data-analyst"],
    ["data engineer salary", "which jobs use python", "find-roles:::python"],
    ["data engineer salary", "which roles do you know", "list-roles"],
    ["data engineer salary", "what's the weather like in oslo", "out-of-scope"],
    ["data engineer salary", "do you store my messages", "privacy"],
    ["data engineer salary", "thanks", "thanks"],
  ])("%s / %s", async (first, then, understood) => {
    await expectLast([first, then], understood);
  });
});

test("what was taken from the talk is said in the evidence, and only then", async () => {
  const [first, second] = await converse(brain, ["what does a data engineer do", "and the salary?"]);
  expect(first?.evidence.focus).toEqual([]);
  expect(second?.evidence.focus.join()).toContain("data-engineer");
});

test("the same turn is understood without a talk, or asked about", async () => {
  const [alone] = await converse(brain, ["and the salary?"]);
  expect(alone?.outcome).toBe("clarify");
  expect(alone?.question.roles).toEqual([]);
});
