import { expect, test } from "vitest";
import {
  compileMultiply,
  matrixMemory,
  packPanels,
  TILE_COLUMNS,
  TILE_ROWS,
} from "../../../src/understanding/classifier/matmul-wasm.ts";
import { seededRandom } from "../../../src/understanding/classifier/random.ts";

test.each([
  [TILE_ROWS, 1, TILE_COLUMNS],
  [TILE_ROWS, 7, TILE_COLUMNS * 3],
  [TILE_ROWS * 3, 64, TILE_COLUMNS * 5],
])("multiplies %i rows of %i numbers into rows of %i and adds the bias", (rows, inputs, outputs) => {
  const random = seededRandom(rows * inputs * outputs);
  const memory = matrixMemory(1 << 16);
  let next = 16;
  const place = (length: number) => {
    const floats = new Float32Array(memory.buffer, next, length);
    next += Math.ceil(length / 4) * 16;
    return floats;
  };
  const [x, w, bias, out] = [
    place(rows * inputs),
    place(inputs * outputs),
    place(outputs),
    place(rows * outputs + 4),
  ];
  for (const part of [x, bias]) for (let at = 0; at < part.length; at++) part[at] = random() - 0.5;
  const plain = Float32Array.from({ length: inputs * outputs }, () => random() - 0.5);
  packPanels(plain, inputs, outputs, w);
  out.fill(99);

  compileMultiply(memory)(
    x.byteOffset,
    w.byteOffset,
    bias.byteOffset,
    out.byteOffset,
    x.byteOffset + rows * inputs * 4,
    inputs * 4,
    outputs * 4,
  );

  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < outputs; column++) {
      let sum = bias[column]!;
      for (let k = 0; k < inputs; k++) sum += x[row * inputs + k]! * plain[k * outputs + column]!;
      expect(out[row * outputs + column]).toBeCloseTo(sum, 5);
    }
  }
  expect([...out.subarray(rows * outputs)]).toEqual([99, 99, 99, 99]);
});
