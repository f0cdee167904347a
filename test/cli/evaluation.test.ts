import { describe, expect, it } from "vitest";
import { evaluateQuestions } from "../../src/cli/evaluation.ts";
import { formatReport } from "../../src/cli/evaluation-report.ts";
import { faultsOf, type Label, readLabelled } from "../../src/understanding/labelled.ts";
import { plainQuestion, type Question } from "../../src/understanding/question.ts";
import { realBrain } from "../support/brain.ts";

const brain = await realBrain();

function label(over: Partial<Label> = {}): Label {
  return {
    text: "",
    intent: "lookup",
    roles: ["data-engineer"],
    topics: ["salary"],
    also: [],
    intentAny: [],
    ...over,
  };
}

describe("a frame", () => {
  const got = plainQuestion("lookup", ["data-engineer"], ["salary"]);
  const way = (from: string | null): Question => ({
    intent: "transition",
    from,
    roles: ["data-engineer"],
    topics: [],
  });

  it.each<[string, Label, Question, string[]]>([
    ["is right where all agrees", label(), got, []],
    ["may have another accepted intent", label({ intent: "advice", intentAny: ["lookup"] }), got, []],
    ["needs one of the topics", label({ topics: ["salary", "tools"] }), got, []],
    ["may have topics that are allowed besides", label({ topics: [], also: ["salary"] }), got, []],
    ["has no topic that nobody asked for", label({ topics: [] }), got, ["topics"]],
    ["lacks its topic", label({ topics: ["tools"], also: ["salary"] }), got, ["topics"]],
    ["names the same roles in any order", label({ roles: ["b", "a"] }), { ...got, roles: ["a", "b"] }, []],
    ["has no role too many", label(), { ...got, roles: ["data-engineer", "data-scientist"] }, ["roles"]],
    ["has the intent wrong", label({ intent: "compare" }), got, ["intent"]],
    [
      "starts where the asker stands",
      label({ intent: "transition", from: "data-analyst", topics: [] }),
      way(null),
      ["from"],
    ],
    ["may start from elsewhere", label({ intent: "transition", from: null, topics: [] }), way(null), []],
  ])("%s", (_, wanted, given, faults) => {
    expect(faultsOf(wanted, given)).toEqual(faults);
  });
});

describe("a file of labels", () => {
  it("holds questions and dialogues, a line each", () => {
    const one = JSON.stringify({ text: "a", intent: "help" });
    const two = JSON.stringify({
      turns: [
        { text: "b", intent: "greeting" },
        { text: "c", intent: "thanks" },
      ],
    });
    expect(readLabelled(`${one}\n\n${two}\n`, "f").map((turns) => turns.map(({ text }) => text))).toEqual([
      ["a"],
      ["b", "c"],
    ]);
  });

  it.each(["{", "[]", '{"text": "a"}', '{"text": "a", "intent": "nothing"}'])(
    "names the line that is none: %s",
    (line) => {
      expect(() =>
        readLabelled(`${JSON.stringify({ text: "a", intent: "help" })}\n${line}`, "some.jsonl"),
      ).toThrow(/^some\.jsonl:2: not a labelled question/);
    },
  );
});

describe("a report", () => {
  it("counts what is right, and a later turn in the light of the earlier", async () => {
    const report = await evaluateQuestions(
      [
        [label({ text: "data engineer salary" }), label({ text: "and the tools?", topics: ["tools"] })],
        [label({ text: "what's the weather", intent: "out-of-scope", roles: [], topics: [] })],
        [label({ text: "data scientist salary" })],
      ],
      brain,
    );
    expect(report).toMatchObject({
      questions: 4,
      frame: 3,
      roles: 3,
      intent: 4,
      outOfScope: { questions: 1, declined: 1 },
      inScope: { questions: 3, declined: 0 },
      answered: { wrong: 1 },
      byIntent: { lookup: { questions: 3, frame: 2 } },
    });
    expect(report.misses.map(({ wrong }) => wrong)).toEqual([["roles"]]);
    const text = formatReport(report, 5);
    expect(text).toMatch(/^Frame +3\/4 \(75\.0%\)$/m);
    expect(text).toContain("data scientist salary\n    wrong roles;");
    expect(formatReport(report, 0)).not.toContain("Misses");
  });
});
