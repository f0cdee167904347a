import { describe, expect, test } from "vitest";
import {
  balance,
  type ScopeSigns,
  scopeProbability,
  trainScope,
} from "../../../src/understanding/classifier/out-of-scope.ts";
import { seededRandom } from "../../../src/understanding/classifier/random.ts";

const random = seededRandom(17);

/** Signs around a strength: 1 speaks for a text in scope, 0 against; with as much noise as a single sign cannot bear. */
function signs(strength: number): ScopeSigns {
  const near = () => strength + (random() - 0.5) * 1.6;
  const probability = () => Math.min(0.99, Math.max(0.05, 0.3 + 0.5 * near()));
  const reading = () => {
    const first = probability();
    return [
      { label: "a", probability: first },
      { label: "b", probability: 1 - first },
    ];
  };
  return {
    linear: reading(),
    embedded: reading(),
    combined: reading(),
    margin: near(),
    marginGap: near(),
    embeddedMargin: near(),
    embeddedGap: near(),
    nearest: near(),
    centroid: near(),
    knownShare: near(),
  };
}

const many = (count: number, strength: number) => Array.from({ length: count }, () => signs(strength));

describe("the out-of-scope stack", () => {
  const model = trainScope(many(400, 1), many(40, 0));
  const kept = many(200, 1).map((each) => scopeProbability(model, each));
  const refused = many(200, 0).map((each) => scopeProbability(model, each));

  test("tells the two apart on texts it was not fitted on", () => {
    expect(kept.filter((score) => score >= model.threshold).length).toBeGreaterThan(190);
    expect(refused.filter((score) => score < model.threshold).length).toBeGreaterThan(190);
  });

  test("gives both sides the same say though one has ten times as many examples", () => {
    const lost = kept.filter((score) => score < 0.5).length;
    const missed = refused.filter((score) => score >= 0.5).length;
    expect(Math.abs(lost - missed)).toBeLessThan(12);
  });

  test("stays within 0 and 1 for signs far outside what it saw", () => {
    for (const strength of [-1e9, 1e9]) {
      const score = scopeProbability(model, signs(strength));
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(1);
    }
  });

  test("needs examples of both sides", () => {
    expect(() => trainScope([], many(3, 0))).toThrow("both sides");
    expect(() => trainScope(many(3, 1), [])).toThrow("both sides");
  });
});

test("the balancing threshold keeps as large a share of the one as it refuses of the other", () => {
  const kept = [0.2, 0.6, 0.7, 0.9];
  const refused = [0.1, 0.3, 0.4, 0.65];
  const threshold = balance(kept, refused);
  expect(kept.filter((score) => score >= threshold)).toHaveLength(3);
  expect(refused.filter((score) => score < threshold)).toHaveLength(3);
});
