import { sigmoid, softmax } from "./calibration.ts";
import { featureHashes, featureKind, TAG, wordHash, wordsOf } from "./features.ts";
import { type HashIndex, rowOf } from "./hash-index.ts";
import type { SparseRow } from "./sparse-matrix.ts";

/** `one-of`: exactly one label is right. `any-of`: none, one or several are. */
export type LabelKind = "one-of" | "any-of";

/** A trained linear model: what `train` makes, `score` reads and `encodeModel` writes. */
export interface LinearModel {
  readonly kind: LabelKind;
  readonly labels: readonly string[];
  readonly index: HashIndex;
  /** In how many of the `lines` training lines each feature occurred, by row. */
  readonly counts: Int32Array;
  readonly lines: number;
  /** Row by row, one weight a label. */
  readonly weights: Float32Array;
  readonly bias: Float32Array;
  /** Margin to probability, a label each: softmax of `slope * margin + offset` or sigmoid of it. */
  readonly slope: Float32Array;
  readonly offset: Float32Array;
  /** Every word of the training lines, also those too rare to be features. */
  readonly words: HashIndex;
}

export interface Score {
  label: string;
  /** In [0, 1]. */
  probability: number;
}

/** Every label with its probability, best first; those of a `one-of` model sum to 1. Linear in the text's length. */
export function score(model: LinearModel, text: string, tags: readonly string[] = []): Score[] {
  return scoresOf(model.labels, probabilities(model, margins(model, text, tags)));
}

/** Labels with their probabilities, best first. */
export function scoresOf(labels: readonly string[], found: ArrayLike<number>): Score[] {
  return labels
    .map((label, at) => ({ label, probability: found[at]! }))
    .sort((one, other) => other.probability - one.probability);
}

/** The share of the text's words that training saw, in [0, 1]; 0 where there are no words. */
export function knownShare(model: LinearModel, text: string): number {
  const words = wordsOf(text);
  if (words.length === 0) return 0;
  return words.filter((word) => rowOf(model.words, wordHash(word)) >= 0).length / words.length;
}

/** Signed distances from each label's separating plane, before calibration, in the order of `model.labels`. */
export function margins(model: LinearModel, text: string, tags: readonly string[] = []): Float64Array {
  const row = featureRow(model, featureHashes(text, tags));
  const width = model.labels.length;
  const out = Float64Array.from(model.bias);
  for (let k = 0; k < row.columns.length; k++) {
    const from = row.columns[k]! * width;
    const value = row.values[k]!;
    for (let label = 0; label < width; label++)
      out[label] = out[label]! + value * model.weights[from + label]!;
  }
  return out;
}

/** Margins turned into probabilities by what was fitted on held-out lines. */
export function probabilities(
  model: Pick<LinearModel, "kind" | "slope" | "offset">,
  found: Float64Array,
): Float64Array {
  const shaped = found.map((margin, at) => margin * model.slope[at]! + model.offset[at]!);
  if (model.kind === "any-of") return shaped.map(sigmoid);
  softmax(shaped, 1, shaped);
  return shaped;
}

/** How much a feature counts by what it is of, in the order of `featureKind`: grams, words, pairs, tags. Measured. */
const KIND_WEIGHTS = [1, 1, 2, 2] as const;

/**
 * A text's known features as a row: the root of the inverse document frequency times the root of how often each occurs,
 * divided by the length of the whole text's row. Unknown features count into that length as if seen once,
 * so that a text of mostly unknown words keeps all its margins small.
 */
export function featureRow(
  model: Pick<LinearModel, "index" | "counts" | "lines">,
  hashes: Int32Array,
): SparseRow {
  const columns: number[] = [];
  const values: number[] = [];
  let square = 0;
  for (let at = 0; at < hashes.length; ) {
    const hash = hashes[at]!;
    let end = at + 1;
    while (end < hashes.length && hashes[end] === hash) end++;
    const row = rowOf(model.index, hash);
    const kind = featureKind(hash);
    const count = row >= 0 ? model.counts[row]! : 1;
    const value = Math.sqrt(Math.log(1 + model.lines / count) * (end - at)) * KIND_WEIGHTS[kind]!;
    if (row >= 0) {
      columns.push(row);
      values.push(value);
    }
    if (row >= 0 || kind !== TAG) square += value * value;
    at = end;
  }
  const scale = square === 0 ? 0 : 1 / Math.sqrt(square);
  for (let k = 0; k < values.length; k++) values[k] = values[k]! * scale;
  return { columns, values };
}
