import { buildHashIndex, type HashIndex, rowOf } from "./hash-index.ts";
import { seededRandom, shuffle } from "./random.ts";
import type { SignList } from "./sign-list.ts";

/** A log-linear model that picks one of several, by the signs of each. */
export interface Ranker {
  /** Ids of the signs that weigh. */
  index: HashIndex;
  /** By place in the index. */
  weights: Float32Array;
}

/** Several that could be picked, and which of them are right. */
export interface RankingLine {
  offered: readonly SignList[];
  right: readonly boolean[];
}

export interface RankingOptions {
  seed: number;
  /** Passes over the lines. */
  passes?: number;
  /** The step of the first pass; later ones are smaller. */
  rate?: number;
  /** What keeps weights small, shared over the lines in which a sign stands. */
  penalty?: number;
  /** Signs of fewer lines than this are dropped. */
  rarest?: number;
}

const DEFAULTS = { passes: 6, rate: 0.05, penalty: 1, rarest: 2 };
const SLOWER_BY_PASS = 0.15;
/** Smaller weights than this change nothing and are not kept. */
const SMALLEST_WEIGHT = 0.01;
const SMALLEST_PULL = 1e-4;

/** Maximises the probability of the right ones by stochastic gradient steps; the same lines, options and seed give the same weights. */
export function trainRanker(lines: readonly RankingLine[], options: RankingOptions): Ranker {
  const { passes, rate, penalty, rarest, seed } = { ...DEFAULTS, ...options };
  const counts = countLines(lines);
  const all = createRanker(
    Int32Array.from([...counts].filter(([, count]) => count >= rarest).map(([id]) => id)).sort(),
  );
  const shares = Float32Array.from(all.index.hashes, (id) => penalty / counts.get(id)!);
  const telling = lines.filter(({ right }) => right.some(Boolean) && !right.every(Boolean));
  const rows = telling.map(({ offered, right }) => ({
    right,
    offered: offered.map((signs) => placed(signs, all)),
  }));
  const random = seededRandom(seed);
  const order = Int32Array.from(rows.keys());
  const pulls = new Float64Array(all.weights.length);
  const pulled = new Int32Array(all.weights.length);
  for (let pass = 0; pass < passes; pass++) {
    const step = rate / (1 + pass * SLOWER_BY_PASS);
    shuffle(order, random, order.length);
    for (const at of order) {
      const { offered, right } = rows[at]!;
      const margins = offered.map((row) => margin(row, all.weights));
      const likely = softmax(margins);
      const wanted = softmax(margins.map((each, n) => (right[n] ? each : Number.NEGATIVE_INFINITY)));
      let count = 0;
      for (const [n, { places, values }] of offered.entries()) {
        const pull = likely[n]! - wanted[n]!;
        if (Math.abs(pull) < SMALLEST_PULL) continue;
        for (let k = 0; k < places.length; k++) {
          const place = places[k]!;
          if (pulls[place] === 0) pulled[count++] = place;
          pulls[place]! += pull * values[k]!;
        }
      }
      for (const place of pulled.subarray(0, count)) {
        if (pulls[place] === 0) continue;
        all.weights[place]! -= step * (pulls[place]! + shares[place]! * all.weights[place]!);
        pulls[place] = 0;
      }
    }
  }
  const kept = [...all.weights.keys()].filter((place) => Math.abs(all.weights[place]!) >= SMALLEST_WEIGHT);
  return createRanker(
    Int32Array.from(kept, (place) => all.index.hashes[place]!),
    Float32Array.from(kept, (place) => all.weights[place]!),
  );
}

/** `ids` in rising order. */
export function createRanker(ids: Int32Array, weights = new Float32Array(ids.length)): Ranker {
  return { index: buildHashIndex(ids), weights };
}

/** The probability of each, in their order. */
export function rank(offered: readonly SignList[], { index, weights }: Ranker): number[] {
  return softmax(
    offered.map(({ ids, values }) => {
      let sum = 0;
      for (let k = 0; k < ids.length; k++) {
        const place = rowOf(index, ids[k]!);
        if (place >= 0) sum += weights[place]! * values[k]!;
      }
      return sum;
    }),
  );
}

function countLines(lines: readonly RankingLine[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { offered } of lines)
    for (const id of new Set(offered.flatMap(({ ids }) => ids))) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

interface PlacedSigns {
  places: Int32Array;
  values: Float32Array;
}

function placed({ ids, values }: SignList, { index }: Ranker): PlacedSigns {
  const known = [...ids.keys()].filter((at) => rowOf(index, ids[at]!) >= 0);
  return {
    places: Int32Array.from(known, (at) => rowOf(index, ids[at]!)),
    values: Float32Array.from(known, (at) => values[at]!),
  };
}

function margin({ places, values }: PlacedSigns, weights: Float32Array): number {
  let sum = 0;
  for (let k = 0; k < places.length; k++) sum += weights[places[k]!]! * values[k]!;
  return sum;
}

function softmax(margins: readonly number[]): number[] {
  const highest = Math.max(...margins);
  const powers = margins.map((each) => Math.exp(each - highest));
  const sum = powers.reduce((total, each) => total + each, 0);
  return powers.map((power) => power / sum);
}
