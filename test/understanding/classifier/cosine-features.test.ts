import { expect, test } from "vitest";
import { cosineFeatures } from "../../../src/understanding/classifier/cosine-features.ts";
import { seededRandom } from "../../../src/understanding/classifier/random.ts";

const SIZE = 64;
const random = seededRandom(4);
const unit = (values: number[]) => Float32Array.from(values, (value) => value / Math.hypot(...values));
const vectors = Array.from({ length: 12 }, () => unit(Array.from({ length: SIZE }, () => random() - 0.5)));
const dot = (one: Float32Array, other: Float32Array) =>
  one.reduce((sum, value, at) => sum + value * other[at]!, 0);

function expand(vector: Float32Array, count: number, seed: number) {
  const out = new Float32Array(count);
  cosineFeatures(SIZE, count, seed)(vector, out);
  return out;
}

test("products of features are close to the Gaussian kernel of the vectors", () => {
  const near = vectors.map((vector) => unit([...vector].map((value) => value + (random() - 0.5) * 0.1)));
  for (const [at, one] of vectors.entries()) {
    for (const other of [one, near[at]!, vectors[(at + 1) % vectors.length]!]) {
      const square = 2 - 2 * dot(one, other);
      const found = dot(expand(one, 4_096, 9), expand(other, 4_096, 9));
      expect(Math.abs(found - Math.exp(-0.5 * square))).toBeLessThan(0.06);
    }
  }
});

test("the seed alone decides the features", () => {
  const vector = vectors[0]!;
  expect(expand(vector, 128, 1)).toEqual(expand(vector, 128, 1));
  expect(expand(vector, 128, 1)).not.toEqual(expand(vector, 128, 2));
});

test("sizes that no Hadamard transform fits are refused", () => {
  expect(() => cosineFeatures(48, 96, 1)).toThrow("power of two");
  expect(() => cosineFeatures(64, 100, 1)).toThrow("divides 100");
});
