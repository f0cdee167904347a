import { describe, it } from "vitest";
import { expectLast } from "./expect-last.ts";

type Talk = [understood: string, ...turns: string[]];

describe("a role is set beside those of the talk", () => {
  it.each<Talk>([
    ["compare:statistician+data-analyst:salary", "pay of a statistician", "higher than a data analyst's?"],
    ["compare:nlp-engineer+ai-engineer:tools", "nlp engineer tools", "next to those of an ai engineer?"],
    [
      "compare:data-engineer+platform-engineer:working-conditions",
      "hours of a data engineer",
      "worse than devops?",
    ],
  ])("%s", async (understood, ...turns) => {
    await expectLast(turns, understood);
  });
});

describe("of several one is left out, added or picked", () => {
  const three = "data engineer vs data architect vs statistician";
  it.each<Talk>([
    ["compare:data-engineer+statistician", three, "forget the architect"],
    ["lookup:data-architect:salary", three, "architect it is. what do they earn"],
    [
      "compare:data-engineer+data-architect+ai-engineer:salary",
      "data engineer vs data architect pay",
      "throw in ai engineers",
    ],
    [
      "compare:data-engineer+data-analyst+statistician:salary",
      "data engineer salary",
      "data analyst?",
      "statistician?",
      "which of the three is paid best",
    ],
  ])("%s", async (understood, ...turns) => {
    await expectLast(turns, understood);
  });
});

describe("where the asker stands is part of the talk", () => {
  it.each<Talk>([
    [
      "transition:data-analyst>data-architect",
      "data analyst vs data architect",
      "i'm the former, how do i become the other one",
    ],
    [
      "transition:software-engineer>data-engineer",
      "data engineer skills",
      "I'm a software engineer already. how would I switch",
    ],
    [
      "transition:software-engineer>mlops-engineer",
      "im a software engineer, how do i become a data engineer",
      "what if mlops engineer instead",
    ],
    [
      "compare:software-engineer+data-engineer:salary",
      "im a software engineer, how do i become a data engineer",
      "is the pay better than mine",
    ],
    ["openings:data-engineer", "im a software engineer, how do i become a data engineer", "vacancies?"],
    [
      "lookup:data-engineer:interview",
      "im a software engineer, how do i become a data engineer",
      "what happens in the interviews",
    ],
  ])("%s", async (understood, ...turns) => {
    await expectLast(turns, understood);
  });
});

describe("what is corrected", () => {
  it.each<Talk>([
    [
      "compare:data-scientist+data-architect:salary",
      "data scientist vs data engineer salary",
      "sorry, I said data engineer, I meant data architect",
    ],
    ["lookup:business-intelligence-developer:tools", "bi analyst tools", "no, I mean developer"],
  ])("%s", async (understood, ...turns) => {
    await expectLast(turns, understood);
  });
});
