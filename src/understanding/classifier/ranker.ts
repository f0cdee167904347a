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

const DEFAULTS = { passes: 12, rate: 0.05, penalty: 1, rarest: 2 };
const SLOWER_BY_PASS = 0.15;
/** Smaller weights than this change nothing and are not kept. */
const SMALLEST_WEIGHT = 0.01;
const SMALLEST_PULL = 1e-4;

interface Row {
  right: readonly boolean[];
  /** The signs of each, by their places. */
  offered: readonly PlacedSigns[];
}

interface PlacedSigns {
  places: Int32Array;
  values: Float32Array;
}

/** Takes lines one by one, in little memory, and learns from them. */
export class RankerTrainer {
  readonly #rows: Row[] = [];
  readonly #places = new Map<number, number>();
  /** By place: the sign's id, in how many lines it stands, and the last of them. */
  readonly #ids: number[] = [];
  readonly #counts: number[] = [];
  readonly #last: number[] = [];

  /** Lines in which nothing or everything is right teach nothing. */
  add({ offered, right }: RankingLine): void {
    if (!right.some(Boolean) || right.every(Boolean)) return;
    this.#rows.push({
      right,
      offered: offered.map(({ ids, values }) => ({
        places: Int32Array.from(ids, (id) => this.#placeOf(id)),
        values: Float32Array.from(values),
      })),
    });
  }

  #placeOf(id: number): number {
    const known = this.#places.get(id);
    const place = known ?? this.#ids.length;
    if (known === undefined) {
      this.#places.set(id, place);
      this.#ids.push(id);
      this.#counts.push(0);
      this.#last.push(-1);
    }
    if (this.#last[place] !== this.#rows.length) {
      this.#last[place] = this.#rows.length;
      this.#counts[place]! += 1;
    }
    return place;
  }

  /** Maximises the probability of the right ones by stochastic gradient steps; the same lines, options and seed give the same weights. */
  train(options: RankingOptions): Ranker {
    const { passes, rate, penalty, rarest, seed } = { ...DEFAULTS, ...options };
    const rows = this.#rows.map(({ right, offered }) => ({
      right,
      offered: offered.map((signs) => withoutRare(signs, this.#counts, rarest)),
    }));
    const weights = new Float32Array(this.#ids.length);
    const sums = new Float64Array(weights.length);
    const averagedFrom = Math.floor(passes / 2);
    const pulls = new Float64Array(weights.length);
    const pulled = new Int32Array(weights.length);
    const random = seededRandom(seed);
    const order = Int32Array.from(rows.keys());
    for (let pass = 0; pass < passes; pass++) {
      const step = rate / (1 + pass * SLOWER_BY_PASS);
      shuffle(order, random, order.length);
      for (const at of order) {
        const { offered, right } = rows[at]!;
        const margins = offered.map((row) => margin(row, weights));
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
          weights[place]! -= step * (pulls[place]! + (penalty / this.#counts[place]!) * weights[place]!);
          pulls[place] = 0;
        }
      }
      // The mean over the later passes depends less on the order in which they went over the lines.
      if (pass >= averagedFrom) for (const [place, weight] of weights.entries()) sums[place]! += weight;
    }
    for (const [place, sum] of sums.entries()) weights[place] = sum / (passes - averagedFrom);
    const kept = [...weights.keys()]
      .filter((place) => Math.abs(weights[place]!) >= SMALLEST_WEIGHT)
      .sort((a, b) => this.#ids[a]! - this.#ids[b]!);
    return createRanker(
      Int32Array.from(kept, (place) => this.#ids[place]!),
      Float32Array.from(kept, (place) => weights[place]!),
    );
  }
}

function withoutRare(
  { places, values }: PlacedSigns,
  counts: readonly number[],
  rarest: number,
): PlacedSigns {
  const isCommon = (_: number, k: number) => counts[places[k]!]! >= rarest;
  return { places: places.filter(isCommon), values: values.filter(isCommon) };
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
