import type { Score } from "./linear-model.ts";

/**
 * Two readings of one text: the linear model's, which costs microseconds, and the sentence embedding's, which costs
 * milliseconds. The second is asked only where the first is undecided.
 */

/** Below these the linear model's first guess is right too seldom to be taken alone. Measured on public intent data. */
const SURE = 0.8;
const CLEAR = 0.5;

/** Whether an exclusive reading, best first, leaves room for another: not sure, or not clear of the runner-up. */
export function needsEmbedding(scores: readonly Score[]): boolean {
  const first = scores[0]?.probability ?? 0;
  const second = scores[1]?.probability ?? 0;
  return first < SURE || first - second < CLEAR;
}

/** How the second reading counts beside the first: exponents of a product of their probabilities. */
export interface CombineWeights {
  linear: number;
  embedded: number;
}

/** The readings share many mistakes, so that their full product would be too sure. Fitted on public intent data. */
const WEIGHTS: CombineWeights = { linear: 0.7, embedded: 0.7 };
/** A label that one reading holds impossible can still be saved by the other. */
const LEAST = 1e-4;

/** One exclusive reading of two, best first, summing to 1. A label that one of them does not know counts as unlikely there. */
export function combine(
  linear: readonly Score[],
  embedded: readonly Score[],
  weights: CombineWeights = WEIGHTS,
): Score[] {
  const other = new Map(embedded.map(({ label, probability }) => [label, probability]));
  const joined = linear.map(({ label, probability }) => ({
    label,
    probability:
      Math.max(probability, LEAST) ** weights.linear *
      Math.max(other.get(label) ?? 0, LEAST) ** weights.embedded,
  }));
  const sum = joined.reduce((total, each) => total + each.probability, 0);
  return joined
    .map(({ label, probability }) => ({ label, probability: probability / sum }))
    .sort((one, two) => two.probability - one.probability);
}
