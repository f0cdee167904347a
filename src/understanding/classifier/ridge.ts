import { compileMultiply, matrixMemory, packPanels, TILE_COLUMNS } from "./matmul-wasm.ts";

/** Dense rows, one after the other, `width` numbers each: a multiple of `TILE_COLUMNS`. */
export interface DenseRows {
  readonly values: Float32Array;
  readonly count: number;
  readonly width: number;
}

export interface RidgeFit {
  /** One vector of `width` numbers a target. */
  readonly solutions: Float64Array[];
  /** The leverage of a row: how much its own target decides what is predicted for it, in [0, 1). */
  leverage(row: number): number;
}

/**
 * Least squares with a penalty, for several targets at once, in closed form: `(XᵀX + penalty) w = Xᵀy` by Cholesky's method.
 * Its leave-one-out predictions come for the price of a leverage each, without training again.
 */
export function fitRidge(rows: DenseRows, targets: readonly Float32Array[], penalty: number): RidgeFit {
  const { width } = rows;
  const factor = products(rows);
  for (let at = 0; at < width; at++) factor[at * width + at] = factor[at * width + at]! + penalty;
  choleskyInPlace(factor, width);
  const everything = new Float64Array(width);
  for (let row = 0; row < rows.count; row++) addRow(rows, row, 1, everything);
  const solutions = targets.map((target) => {
    // Most lines have a target's lowest value: only those that differ from it are gone through.
    const lowest = target.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
    const solution = everything.map((value) => value * lowest);
    for (let row = 0; row < rows.count; row++) {
      if (target[row] !== lowest) addRow(rows, row, target[row]! - lowest, solution);
    }
    solveLower(factor, width, solution);
    solveUpper(factor, width, solution);
    return solution;
  });
  return {
    solutions,
    leverage(row) {
      const part = Float64Array.from(rows.values.subarray(row * width, (row + 1) * width));
      solveLower(factor, width, part);
      return part.reduce((sum, value) => sum + value * value, 0);
    },
  };
}

function addRow({ values, width }: DenseRows, row: number, times: number, to: Float64Array): void {
  const from = row * width;
  for (let at = 0; at < width; at++) to[at] = to[at]! + times * values[from + at]!;
}

const BLOCK_ROWS = 256;
const BLOCK_COLUMNS = 256;

/** The lower half of XᵀX, row-major: blocks of rows at a time, so that memory does not grow with their number. */
function products(rows: DenseRows): Float64Array {
  const { values, count, width } = rows;
  const sums = new Float64Array(width * width);
  const panel = Math.min(BLOCK_COLUMNS, width);
  if (width % panel !== 0 || panel % TILE_COLUMNS !== 0)
    throw new Error(`Ridge rows cannot be ${width} wide.`);
  const memory = matrixMemory((BLOCK_ROWS * (width + panel) + width * panel + panel) * 4 + 64);
  const multiply = compileMultiply(memory);
  let next = 16;
  const place = (length: number) => {
    const floats = new Float32Array(memory.buffer, next, length);
    next += length * 4;
    return floats;
  };
  const turned = place(BLOCK_ROWS * width);
  const packed = place(BLOCK_ROWS * panel);
  const bias = place(panel);
  const out = place(width * panel);
  const plain = new Float32Array(BLOCK_ROWS * panel);

  for (let first = 0; first < count; first += BLOCK_ROWS) {
    const height = Math.min(BLOCK_ROWS, count - first);
    turned.fill(0);
    for (let row = 0; row < height; row++) {
      const from = (first + row) * width;
      for (let at = 0; at < width; at++) turned[at * BLOCK_ROWS + row] = values[from + at]!;
    }
    for (let left = 0; left < width; left += panel) {
      plain.fill(0);
      for (let row = 0; row < height; row++) {
        const from = (first + row) * width + left;
        plain.set(values.subarray(from, from + panel), row * panel);
      }
      packPanels(plain, BLOCK_ROWS, panel, packed);
      // Only rows from the diagonal down: the rest is its mirror.
      multiply(
        turned.byteOffset + left * BLOCK_ROWS * 4,
        packed.byteOffset,
        bias.byteOffset,
        out.byteOffset,
        turned.byteOffset + width * BLOCK_ROWS * 4,
        BLOCK_ROWS * 4,
        panel * 4,
      );
      for (let row = left; row < width; row++) {
        const to = row * width + left;
        const from = (row - left) * panel;
        for (let at = 0; at < panel; at++) sums[to + at] = sums[to + at]! + out[from + at]!;
      }
    }
  }
  return sums;
}

/**
 * Replaces a symmetric positive definite matrix, given by its lower half, by its lower factor. A few rows are worked on
 * side by side, so that each earlier row is fetched from memory once for all of them.
 */
function choleskyInPlace(matrix: Float64Array, width: number): void {
  for (let first = 0; first < width; first += SIDE_BY_SIDE) {
    const end = Math.min(first + SIDE_BY_SIDE, width);
    for (let column = 0; column < end; column++) {
      const other = column * width;
      for (let row = Math.max(first, column); row < end; row++) {
        const own = row * width;
        const rest = matrix[own + column]! - dot(matrix, own, matrix, other, column);
        if (column < row) matrix[own + column] = rest / matrix[other + column]!;
        else if (rest > 0) matrix[own + row] = Math.sqrt(rest);
        else throw new Error("The ridge penalty is too small for these rows.");
      }
    }
  }
}

const SIDE_BY_SIDE = 16;

function solveLower(factor: Float64Array, width: number, vector: Float64Array): void {
  for (let row = 0; row < width; row++) {
    const rest = vector[row]! - dot(factor, row * width, vector, 0, row);
    vector[row] = rest / factor[row * width + row]!;
  }
}

function solveUpper(factor: Float64Array, width: number, vector: Float64Array): void {
  for (let row = width - 1; row >= 0; row--) {
    const from = row * width;
    const value = vector[row]! / factor[from + row]!;
    vector[row] = value;
    for (let at = 0; at < row; at++) vector[at] = vector[at]! - value * factor[from + at]!;
  }
}

/** Four sums at once: one alone would wait for each addition to finish. */
function dot(a: Float64Array, fromA: number, b: Float64Array, fromB: number, length: number): number {
  let one = 0;
  let two = 0;
  let three = 0;
  let four = 0;
  let at = 0;
  for (; at + 3 < length; at += 4) {
    one += a[fromA + at]! * b[fromB + at]!;
    two += a[fromA + at + 1]! * b[fromB + at + 1]!;
    three += a[fromA + at + 2]! * b[fromB + at + 2]!;
    four += a[fromA + at + 3]! * b[fromB + at + 3]!;
  }
  for (; at < length; at++) one += a[fromA + at]! * b[fromB + at]!;
  return one + two + three + four;
}
