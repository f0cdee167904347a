import { describe, expect, test } from "vitest";
import {
  embeddingMargins,
  scoreEmbedding,
  trainEmbeddingHead,
} from "../../../src/understanding/classifier/embedding-head.ts";
import { seededRandom } from "../../../src/understanding/classifier/random.ts";

const SIZE = 64;
const random = seededRandom(21);
const noise = () => random() + random() - 1;
const centers = ["a", "b", "c"].map((label) => ({
  label,
  center: Array.from({ length: SIZE }, noise),
}));

/** Points scattered about the center of a label, or halfway between those of two. */
function point(...labels: string[]) {
  const parts = centers.filter((each) => labels.includes(each.label));
  const vector = Float32Array.from({ length: SIZE }, (_, at) => {
    const sum = parts.reduce((total, { center }) => total + center[at]!, 0);
    return sum / Math.max(parts.length, 1) + 0.7 * noise();
  });
  return { vector, labels };
}

const single = Array.from({ length: 90 }, (_, at) => point("abc"[at % 3]!));
const several = [
  ...single,
  ...Array.from({ length: 30 }, () => point("a", "b")),
  ...Array.from({ length: 30 }, () => point()),
];
const options = { seed: 5, features: 256 };

describe("a head on sentence embeddings", () => {
  const one = trainEmbeddingHead(single, { ...options, kind: "one-of" });

  test("reads labels off vectors it never saw, and gives probabilities that sum to 1", () => {
    let right = 0;
    for (let at = 0; at < 60; at++) {
      const { vector, labels } = point("abc"[at % 3]!);
      const scores = scoreEmbedding(one, vector);
      expect(scores.reduce((sum, each) => sum + each.probability, 0)).toBeCloseTo(1, 9);
      if (scores[0]?.label === labels[0]) right++;
    }
    expect(right).toBeGreaterThan(54);
  });

  test("finds each of several labels, or none", () => {
    const any = trainEmbeddingHead(several, { ...options, kind: "any-of" });
    const right = [...several.slice(-60)].filter(({ vector, labels }) => {
      const found = scoreEmbedding(any, vector).filter((each) => each.probability > 0.5);
      return (
        found
          .map((each) => each.label)
          .sort()
          .join() === labels.join()
      );
    });
    expect(right.length).toBeGreaterThan(48);
  });

  test("is the same for the same seed, and works after its fields went through a file", () => {
    const again = trainEmbeddingHead(single, { ...options, kind: "one-of" });
    expect(again).toEqual(one);
    const copy = structuredClone(one);
    const { vector } = point("a");
    expect(embeddingMargins(copy, vector)).toEqual(embeddingMargins(one, vector));
  });

  test("fits probabilities on lines left out: labels drawn by lot give no certainty", () => {
    const lottery = single.map(({ vector }) => ({ vector, labels: [random() < 0.5 ? "x" : "y"] }));
    const head = trainEmbeddingHead(lottery, { ...options, kind: "one-of" });
    const sure = Array.from({ length: 60 }, () => scoreEmbedding(head, point("a").vector)[0]!.probability);
    expect(sure.filter((each) => each > 0.9).length).toBeLessThan(15);
  });

  test("refuses to learn from nothing", () => {
    expect(() => trainEmbeddingHead([], { ...options, kind: "one-of" })).toThrow("at least one");
  });
});
