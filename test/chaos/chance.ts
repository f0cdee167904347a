import { seededRandom } from "../../src/understanding/classifier/random.ts";

/** Chance that falls the same way for the same seed. */
export interface Chance {
  /** From `from` up to `to`. */
  between(from: number, to: number): number;
  /** True in this share of all cases. */
  holds(share: number): boolean;
  pick<T>(list: readonly T[]): T;
}

export function chanceOf(seed: number): Chance {
  const random = seededRandom(seed);
  return {
    between: (from, to) => from + random() * (to - from),
    holds: (share) => random() < share,
    pick<T>(list: readonly T[]): T {
      const one = list[Math.floor(random() * list.length)];
      if (one === undefined) throw new Error("nothing to pick from");
      return one;
    },
  };
}
