import { describe, expect, test } from "vitest";
import { combine, needsEmbedding } from "../../../src/understanding/classifier/cascade.ts";

const reading = (probabilities: Record<string, number>) =>
  Object.entries(probabilities)
    .map(([label, probability]) => ({ label, probability }))
    .sort((one, other) => other.probability - one.probability);

describe("asking the embedding", () => {
  test.each([
    [{ a: 0.95, b: 0.03, c: 0.02 }, false],
    [{ a: 0.55, b: 0.4, c: 0.05 }, true],
    [{ a: 0.7, b: 0.1, c: 0.1 }, true],
    [{}, true],
  ])("of %j: %s", (probabilities, asked) => {
    expect(needsEmbedding(reading(probabilities))).toBe(asked);
  });
});

describe("two readings combined", () => {
  const unsure = reading({ a: 0.5, b: 0.45, c: 0.05 });

  test("give the label that both find likely, not either's first guess", () => {
    const other = reading({ c: 0.5, b: 0.48, a: 0.02 });
    expect(combine(unsure, other)[0]?.label).toBe("b");
  });

  test("are surer together than either alone where they agree", () => {
    const both = combine(reading({ a: 0.8, b: 0.2 }), reading({ a: 0.8, b: 0.2 }));
    expect(both[0]!.probability).toBeGreaterThan(0.8);
  });

  test("sum to 1 and keep every label, also one that the second does not know", () => {
    const both = combine(unsure, reading({ a: 0.9, b: 0.1 }));
    expect(both.reduce((sum, each) => sum + each.probability, 0)).toBeCloseTo(1, 9);
    expect(both.map((each) => each.label)).toEqual(["a", "b", "c"]);
  });

  test("follow the one that counts for more", () => {
    const other = reading({ b: 0.9, a: 0.1 });
    const certain = reading({ a: 0.9, b: 0.1 });
    expect(combine(certain, other, { linear: 1, embedded: 0.2 })[0]?.label).toBe("a");
    expect(combine(certain, other, { linear: 0.2, embedded: 1 })[0]?.label).toBe("b");
  });
});
