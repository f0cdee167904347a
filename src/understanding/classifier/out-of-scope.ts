import { sigmoid } from "./calibration.ts";
import type { Score } from "./linear-model.ts";

/** What tells a text that belongs to one of the labels from one that belongs to none. */
export interface ScopeSigns {
  linear: readonly Score[];
  embedded: readonly Score[];
  combined: readonly Score[];
  /** The linear model's largest margin and its distance to the next. */
  margin: number;
  marginGap: number;
  /** The same of the embedding's head. */
  embeddedMargin: number;
  embeddedGap: number;
  /** Cosine with the nearest training text of the likeliest labels, and with the mean of the likeliest label's. */
  nearest: number;
  centroid: number;
  knownShare: number;
}

/** A logistic stack over the signs. */
export interface ScopeModel {
  readonly means: readonly number[];
  readonly scales: readonly number[];
  readonly weights: readonly number[];
  readonly bias: number;
  /** Where as many texts in scope are kept as texts out of scope are refused, on what it was fitted on. */
  readonly threshold: number;
}

const PENALTY = 1;
const ROUNDS = 50;

/** Fits on texts that the readings were not trained on, both sides counting alike however many there are of each. */
export function trainScope(inScope: readonly ScopeSigns[], outOfScope: readonly ScopeSigns[]): ScopeModel {
  if (inScope.length === 0 || outOfScope.length === 0) throw new Error("Scope needs examples of both sides.");
  const rows = [...inScope, ...outOfScope].map(numbersOf);
  const width = rows[0]!.length;
  const columns = Array.from({ length: width }, (_, at) => rows.map((row) => row[at]!));
  const means = columns.map((column) => column.reduce((sum, value) => sum + value, 0) / column.length);
  const scales = columns.map((column, at) => {
    const square = column.reduce((sum, value) => sum + (value - means[at]!) ** 2, 0);
    return Math.sqrt(square / column.length) || 1;
  });
  const plain = { means, scales, weights: new Array<number>(width).fill(0), bias: 0, threshold: 0.5 };
  const lines = rows.map((row, at) => ({
    values: standard(plain, row),
    target: at < inScope.length ? 1 : 0,
    weight: rows.length / (2 * (at < inScope.length ? inScope.length : outOfScope.length)),
  }));
  const fitted = fitLogistic(lines, width);
  const model = { ...plain, weights: fitted.slice(0, width), bias: fitted[width]! };
  return {
    ...model,
    threshold: balance(
      inScope.map((signs) => scopeProbability(model, signs)),
      outOfScope.map((signs) => scopeProbability(model, signs)),
    ),
  };
}

/** How sure it is that the text belongs to one of the labels, in [0, 1]. */
export function scopeProbability(model: ScopeModel, signs: ScopeSigns): number {
  const values = standard(model, numbersOf(signs));
  return sigmoid(values.reduce((sum, value, at) => sum + value * model.weights[at]!, model.bias));
}

function numbersOf(signs: ScopeSigns): number[] {
  const { linear, embedded, combined } = signs;
  const first = combined[0]?.probability ?? 0;
  const second = combined[1]?.probability ?? 0;
  return [
    signs.margin,
    signs.marginGap,
    signs.embeddedMargin,
    signs.embeddedGap,
    Math.log(Math.max(linear[0]?.probability ?? 0, 1e-6)),
    Math.log(Math.max(embedded[0]?.probability ?? 0, 1e-6)),
    Math.log(Math.max(first, 1e-6)),
    Math.log(Math.max(first, 1e-6) / Math.max(second, 1e-6)),
    linear[0]?.label === embedded[0]?.label ? 1 : 0,
    signs.nearest,
    signs.centroid,
    signs.knownShare,
  ];
}

function standard(model: Pick<ScopeModel, "means" | "scales">, row: readonly number[]): number[] {
  // Far outside what was seen a sign says no more than at its edge.
  return row.map((value, at) => Math.max(-5, Math.min(5, (value - model.means[at]!) / model.scales[at]!)));
}

interface Line {
  values: readonly number[];
  target: number;
  weight: number;
}

/** Logistic regression with a quadratic penalty by Newton's method; the bias comes last and is not penalised. */
function fitLogistic(lines: readonly Line[], width: number): number[] {
  const size = width + 1;
  const solution = new Array<number>(size).fill(0);
  for (let round = 0; round < ROUNDS; round++) {
    const gradient = solution.map((value, at) => (at < width ? PENALTY * value : 0));
    const curve: number[][] = Array.from({ length: size }, (_, row) =>
      Array.from({ length: size }, (_, column) => (row !== column ? 0 : row < width ? PENALTY : 1e-6)),
    );
    for (const { values, target, weight } of lines) {
      const row = [...values, 1];
      const guess = sigmoid(row.reduce((sum, value, at) => sum + value * solution[at]!, 0));
      for (let one = 0; one < size; one++) {
        gradient[one] = gradient[one]! + weight * (guess - target) * row[one]!;
        const part = weight * guess * (1 - guess) * row[one]!;
        for (let other = 0; other <= one; other++)
          curve[one]![other] = curve[one]![other]! + part * row[other]!;
      }
    }
    const step = solveSymmetric(curve, gradient);
    for (let at = 0; at < size; at++) solution[at] = solution[at]! - step[at]!;
    if (Math.max(...step.map(Math.abs)) < 1e-8) break;
  }
  return solution;
}

/** Solves a small system given by its lower half (Cholesky). */
function solveSymmetric(matrix: number[][], right: readonly number[]): number[] {
  const size = right.length;
  const factor = matrix.map((row) => [...row]);
  const out = [...right];
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let rest = factor[row]![column]!;
      for (let at = 0; at < column; at++) rest -= factor[row]![at]! * factor[column]![at]!;
      factor[row]![column] =
        row === column ? Math.sqrt(Math.max(rest, 1e-12)) : rest / factor[column]![column]!;
    }
    for (let at = 0; at < row; at++) out[row] = out[row]! - factor[row]![at]! * out[at]!;
    out[row] = out[row]! / factor[row]![row]!;
  }
  for (let row = size - 1; row >= 0; row--) {
    for (let at = row + 1; at < size; at++) out[row] = out[row]! - factor[at]![row]! * out[at]!;
    out[row] = out[row]! / factor[row]![row]!;
  }
  return out;
}

/** The threshold at which the share of `kept` at or above it and of `refused` below it are nearest. */
export function balance(kept: readonly number[], refused: readonly number[]): number {
  const up = [...kept].sort((one, other) => one - other);
  const down = [...refused].sort((one, other) => one - other);
  let best = { threshold: 0.5, gap: Number.POSITIVE_INFINITY };
  for (const threshold of [...up, ...down].sort((one, other) => one - other)) {
    const lost = countBelow(up, threshold) / up.length;
    const caught = countBelow(down, threshold) / down.length;
    const gap = Math.abs(1 - lost - caught);
    if (gap < best.gap) best = { threshold, gap };
  }
  return best.threshold;
}

function countBelow(sorted: readonly number[], threshold: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < threshold) low = middle + 1;
    else high = middle;
  }
  return low;
}
