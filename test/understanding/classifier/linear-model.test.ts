import { describe, expect, test } from "vitest";
import { knownShare, score, train } from "../../../src/understanding/classifier/index.ts";
import { SEVERAL, SINGLE } from "./questions.ts";

const one = train(SINGLE, { kind: "one-of", seed: 1 });
const several = train(SEVERAL, { kind: "any-of", seed: 1 });

describe("a one-of model", () => {
  test("gives every label a probability, best first, and they sum to 1", () => {
    const scores = score(one, "what would a data architect earn?");
    expect(scores.map((each) => each.label).sort()).toEqual(["outlook", "salary", "skills"]);
    const found = scores.map((each) => each.probability);
    expect(found).toEqual([...found].sort((a, b) => b - a));
    expect(found.reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 9);
  });

  test.each([
    ["how much do statisticians earn", "salary"],
    ["what skills do I need", "skills"],
    ["is the demand growing", "outlook"],
    ["WHAT'S THE SALARY??", "salary"],
    ["wat is the sallary of a lead", "salary"],
    ["whcih skils are neded", "skills"],
  ])("reads %j as %s", (text, label) => {
    expect(score(one, text)[0]?.label).toBe(label);
  });

  test("is less sure of words it never saw than of a line it was trained on", () => {
    const known = score(one, "what is the salary of a data scientist")[0]!.probability;
    const unknown = score(one, "quorn zyx bhtpfl")[0]!.probability;
    expect(unknown).toBeLessThan(0.36);
    expect(known).toBeGreaterThan(unknown);
  });

  test("refuses examples that have no label or two", () => {
    const bad = [...SINGLE, { text: "both", labels: ["salary", "skills"] }];
    expect(() => train(bad, { kind: "one-of", seed: 1 })).toThrow("exactly one label");
    expect(() => train([], { kind: "one-of", seed: 1 })).toThrow("at least one");
  });
});

describe("an any-of model", () => {
  const likely = (text: string) =>
    score(several, text)
      .filter((each) => each.probability > 0.5)
      .map((each) => each.label)
      .sort();

  test("finds both topics of a question that asks two things", () => {
    expect(likely("how much does a lead earn and which skills are needed")).toEqual(["salary", "skills"]);
  });

  test("finds no topic where there is none", () => {
    expect(likely("book me a joke for last night")).toEqual([]);
  });
});

describe("tags", () => {
  const texts = ["alpha beta", "gamma delta", "alpha delta", "gamma beta", "beta", "delta", "alpha", "gamma"];
  const examples = texts.flatMap((text) => [
    { text, labels: ["compare"], tags: ["two-roles"] },
    { text, labels: ["lookup"], tags: ["one-role"] },
  ]);
  const model = train(examples, { kind: "one-of", seed: 3 });

  test("decide where the words say nothing", () => {
    expect(score(model, "alpha gamma", ["two-roles"])[0]?.label).toBe("compare");
    expect(score(model, "alpha gamma", ["one-role"])[0]?.label).toBe("lookup");
  });

  test("are no words: the same letters in the text do not count as the tag", () => {
    expect(score(model, "two-roles")).toEqual(score(model, "zzz-qqqqq"));
  });
});

describe("the share of known words", () => {
  test("counts words that training saw, however rare", () => {
    expect(knownShare(one, "typical wages")).toBe(1);
    expect(knownShare(one, "typical zebras")).toBe(0.5);
    expect(knownShare(one, "zebras graze")).toBe(0);
  });

  test("is 0 where there are no words", () => {
    expect(knownShare(one, "")).toBe(0);
    expect(knownShare(one, "  😀 … ")).toBe(0);
  });
});

describe("bad input", () => {
  test.each([
    ["", "empty"],
    ["😀😀😀", "emoji"],
    ["\u202e\u200d\ufeff", "invisible characters"],
    ["\ud800", "half a character"],
    ["مرحبا كيف الحال", "another script"],
    ["'; DROP TABLE roles; --", "SQL"],
  ])("scores %j (%s) without a fault", (text) => {
    const scores = score(one, text);
    expect(scores).toHaveLength(3);
    for (const each of scores) expect(each.probability).toBeGreaterThan(0);
  });

  test("takes time in proportion to the length of one endless word or of many words", () => {
    for (const text of ["x".repeat(200_000), "salary skills ".repeat(15_000)]) {
      const start = performance.now();
      score(one, text);
      expect(performance.now() - start).toBeLessThan(2_000);
    }
  });
});
