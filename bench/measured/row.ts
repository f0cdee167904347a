import { median } from "./statistics.ts";

/** One figure of ours beside its baseline of the same run. */
export interface Row {
  /** What was measured, with its unit where it has one: "a question, p50, µs". */
  what: string;
  ours: number;
  /** What stands beside it: "bare Bolt". */
  beside: string;
  baseline: number;
  /** Ours by the baseline. */
  ratio: number;
}

/** What a suite hands to the runner. */
export interface Measured {
  rows: Row[];
  /** What could not be measured here and why, or what a figure does not say of itself. */
  notes: string[];
}

export function single(what: string, ours: number, beside: string, baseline: number): Row {
  return { what, ours, beside, baseline, ratio: ours / baseline };
}

/**
 * Of several rounds, in each of which both were measured one after the other. The ratio is the median of the rounds'
 * ratios, since whatever else the machine did in a round fell on both.
 */
export function paired(
  what: string,
  ours: readonly number[],
  beside: string,
  baselines: readonly number[],
): Row {
  if (ours.length !== baselines.length)
    throw new Error(`${what}: ${ours.length} and ${baselines.length} rounds`);
  const ratio = median(ours.map((each, round) => each / (baselines[round] ?? Number.NaN)));
  return { what, ours: median(ours), beside, baseline: median(baselines), ratio };
}
