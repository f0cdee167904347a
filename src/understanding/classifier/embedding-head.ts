import type { LabelKind, Score } from "./linear-model.ts";
import { seededRandom, shuffle } from "./random.ts";

/** A linear reading of sentence vectors: one row of weights a label, the last of each row its bias. */
export interface EmbeddingHead {
  readonly kind: LabelKind;
  readonly labels: readonly string[];
  readonly width: number;
  /** Row by row, `width` + 1 a label. */
  readonly weights: Float32Array;
}

export interface VectorExample {
  vector: Float32Array;
  labels: readonly string[];
}

export interface HeadOptions {
  kind: LabelKind;
  seed: number;
  passes?: number;
  /** Step of the first pass; it falls to a tenth over the passes. */
  rate?: number;
  /** Pull of each weight towards zero, per step. */
  decay?: number;
}

const DEFAULTS = { passes: 40, rate: 0.5, decay: 2e-5 };

/** Logistic regression by stochastic descent, deterministic by seed; a `one-of` head's scores sum to 1. */
export function trainEmbeddingHead(examples: readonly VectorExample[], options: HeadOptions): EmbeddingHead {
  const { kind, seed, passes, rate, decay } = { ...DEFAULTS, ...options };
  const labels = [...new Set(examples.flatMap((example) => example.labels))].sort();
  const width = examples[0]?.vector.length ?? 0;
  const row = width + 1;
  const weights = new Float32Array(labels.length * row);
  const targets = examples.map((example) =>
    Float32Array.from(labels, (label) => Number(example.labels.includes(label))),
  );
  const order = Int32Array.from(examples.keys());
  const random = seededRandom(seed);
  for (let pass = 0; pass < passes; pass++) {
    shuffle(order, random);
    const step = rate * 10 ** (-pass / passes);
    for (const at of order) {
      const { vector } = examples[at]!;
      const found = probabilities(kind, weights, row, vector, labels.length);
      for (let label = 0; label < labels.length; label++) {
        const slip = step * (targets[at]![label]! - found[label]!);
        const from = label * row;
        for (let k = 0; k < width; k++) {
          const old = weights[from + k]!;
          weights[from + k] = old + slip * vector[k]! - step * decay * old;
        }
        weights[from + width] = weights[from + width]! + slip * 0.1;
      }
    }
  }
  return { kind, labels, width, weights };
}

/** Every label with its probability, best first. */
export function scoreVector(head: EmbeddingHead, vector: Float32Array): Score[] {
  const found = probabilities(head.kind, head.weights, head.width + 1, vector, head.labels.length);
  return head.labels
    .map((label, at) => ({ label, probability: found[at]! }))
    .sort((a, b) => b.probability - a.probability);
}

/** The vectors are of length 1, so that weights would have to grow large; this is their common factor instead. */
const SHARPNESS = 8;

function probabilities(
  kind: LabelKind,
  weights: Float32Array,
  row: number,
  vector: Float32Array,
  labels: number,
): Float64Array {
  const out = new Float64Array(labels);
  for (let label = 0; label < labels; label++) {
    let sum = weights[label * row + row - 1]!;
    for (let k = 0; k < row - 1; k++) sum += SHARPNESS * weights[label * row + k]! * vector[k]!;
    out[label] = sum;
  }
  if (kind === "any-of") return out.map((sum) => 1 / (1 + Math.exp(-sum)));
  const highest = Math.max(...out);
  const powers = out.map((sum) => Math.exp(sum - highest));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}
