import { describe, expect, test } from "vitest";
import { seededRandom } from "../../../src/understanding/classifier/random.ts";
import { fitRidge } from "../../../src/understanding/classifier/ridge.ts";

const WIDTH = 16;
const PENALTY = 0.5;
const random = seededRandom(8);
const count = 300;
const values = Float32Array.from({ length: count * WIDTH }, () => random() - 0.5);
const targets = [0, 1].map(() => Float32Array.from({ length: count }, () => random() - 0.5));
const rowOf = (row: number) => values.subarray(row * WIDTH, (row + 1) * WIDTH);
const dot = (one: ArrayLike<number>, other: ArrayLike<number>) => {
  let sum = 0;
  for (let at = 0; at < WIDTH; at++) sum += one[at]! * other[at]!;
  return sum;
};

describe("ridge regression", () => {
  const fit = fitRidge({ values, count, width: WIDTH }, targets, PENALTY);

  test("leaves no gradient at its solution, for each target", () => {
    for (const [at, solution] of fit.solutions.entries()) {
      for (let column = 0; column < WIDTH; column++) {
        let gradient = PENALTY * solution[column]!;
        for (let row = 0; row < count; row++) {
          gradient += (dot(rowOf(row), solution) - targets[at]![row]!) * rowOf(row)[column]!;
        }
        expect(Math.abs(gradient)).toBeLessThan(1e-4);
      }
    }
  });

  test("knows from the leverage what it would predict had it not seen a row", () => {
    for (const left of [0, 17, count - 1]) {
      const rest = Array.from({ length: count }, (_, row) => row).filter((row) => row !== left);
      const without = fitRidge(
        { values: Float32Array.from(rest.flatMap((row) => [...rowOf(row)])), count: count - 1, width: WIDTH },
        [Float32Array.from(rest, (row) => targets[0]![row]!)],
        PENALTY,
      );
      const target = targets[0]![left]!;
      const fitted = dot(rowOf(left), fit.solutions[0]!);
      const foretold = target - (target - fitted) / (1 - fit.leverage(left));
      expect(foretold).toBeCloseTo(dot(rowOf(left), without.solutions[0]!), 5);
    }
  });

  test("sums several column blocks as one", () => {
    const wide = 512;
    const rows = 6;
    const many = Float32Array.from({ length: rows * wide }, () => random() - 0.5);
    const target = Float32Array.from({ length: rows }, () => random());
    const [solution] = fitRidge({ values: many, count: rows, width: wide }, [target], 1e-3).solutions;
    for (let row = 0; row < rows; row++) {
      let found = 0;
      for (let at = 0; at < wide; at++) found += many[row * wide + at]! * solution![at]!;
      expect(found).toBeCloseTo(target[row]!, 3);
    }
  });
});
