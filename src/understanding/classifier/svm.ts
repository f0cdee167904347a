import { seededRandom, shuffle } from "./random.ts";
import type { SparseMatrix } from "./sparse-matrix.ts";

export interface SvmOptions {
  /** What a margin violation costs; larger fits the training lines more closely. */
  cost: number;
  /** How much more a violation costs on a positive line, which one-against-the-rest makes rare. */
  positiveWeight: number;
  /** Passes over the lines at most; it stops earlier when nothing is violated by more than `tolerance`. */
  passes: number;
  tolerance: number;
  seed: number;
}

export interface Separator {
  weights: Float32Array;
  bias: number;
}

/**
 * A linear SVM with squared hinge loss, one class against the rest, by dual coordinate descent with shrinking
 * (Hsieh et al., ICML 2008, as in LIBLINEAR). `lines` picks the rows to train on; `positive` says which rows are of the class.
 */
export function trainSeparator(
  matrix: SparseMatrix,
  lines: Int32Array,
  positive: Uint8Array,
  options: SvmOptions,
): Separator {
  const { starts, columns, values } = matrix;
  const weights = new Float32Array(matrix.width);
  let bias = 0;
  const alpha = new Float64Array(lines.length);
  const diagonal = new Float64Array(lines.length);
  const ridge = new Float64Array(lines.length);
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!;
    const cost = options.cost * (positive[line] === 1 ? options.positiveWeight : 1);
    ridge[at] = 1 / (2 * cost);
    let square = 1 + ridge[at]!;
    for (let k = starts[line]!; k < starts[line + 1]!; k++) square += values[k]! * values[k]!;
    diagonal[at] = square;
  }

  const random = seededRandom(options.seed);
  const order = Int32Array.from(lines.keys());
  let active = order.length;
  let limit = Number.POSITIVE_INFINITY;
  for (let pass = 0; pass < options.passes; pass++) {
    let worst = Number.NEGATIVE_INFINITY;
    let best = Number.POSITIVE_INFINITY;
    shuffle(order, random, active);
    for (let place = 0; place < active; place++) {
      const at = order[place]!;
      const line = lines[at]!;
      const from = starts[line]!;
      const to = starts[line + 1]!;
      const sign = positive[line] === 1 ? 1 : -1;
      let margin = bias;
      for (let k = from; k < to; k++) margin += weights[columns[k]!]! * values[k]!;
      const gradient = sign * margin - 1 + alpha[at]! * ridge[at]!;

      let projected = gradient;
      if (alpha[at] === 0) {
        if (gradient > limit) {
          active--;
          order[place] = order[active]!;
          order[active] = at;
          place--;
          continue;
        }
        if (gradient > 0) projected = 0;
      }
      if (projected > worst) worst = projected;
      if (projected < best) best = projected;
      if (Math.abs(projected) < 1e-12) continue;

      const before = alpha[at]!;
      const after = Math.max(before - gradient / diagonal[at]!, 0);
      alpha[at] = after;
      const step = (after - before) * sign;
      bias += step;
      for (let k = from; k < to; k++) {
        const column = columns[k]!;
        weights[column] = weights[column]! + step * values[k]!;
      }
    }
    if (worst - best <= options.tolerance) {
      if (active === order.length) break;
      // What was set aside is looked at once more before it is called solved.
      active = order.length;
      limit = Number.POSITIVE_INFINITY;
      continue;
    }
    limit = worst <= 0 ? Number.POSITIVE_INFINITY : worst;
  }
  return { weights, bias };
}
