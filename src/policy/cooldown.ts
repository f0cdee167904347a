import type { Allowance } from "./policy.ts";

/** Looking for keys that are over costs a walk over all of them. */
const SWEEP_MS = 60_000;

/**
 * How many questions each key (a person, a channel) has asked lately. In this process alone, so that no answer waits for
 * the storage and nothing is kept of who asks: see docs/policy.md.
 */
export class Cooldown {
  readonly #most: number;
  readonly #windowMs: number;
  readonly #now: () => number;
  /** The times of the last questions of a key, oldest first; never more than `#most`. */
  readonly #asked = new Map<string, number[]>();
  #swept = 0;

  /** `now` gives milliseconds since the epoch. */
  constructor({ questions, seconds }: Allowance, now: () => number) {
    this.#most = questions;
    this.#windowMs = seconds * 1000;
    this.#now = now;
  }

  /** How long the key has to wait before its next question, in milliseconds; 0 where it may ask now. */
  waitMs(key: string): number {
    const asked = this.#asked.get(key) ?? [];
    const oldest = asked.length < this.#most ? undefined : asked[0];
    return oldest === undefined ? 0 : Math.max(0, oldest + this.#windowMs - this.#now());
  }

  /** Counts a question that was let in. */
  count(key: string): void {
    this.#forgetOld();
    this.#asked.set(key, [...(this.#asked.get(key) ?? []), this.#now()].slice(-this.#most));
  }

  /** How many keys are remembered. */
  get size(): number {
    return this.#asked.size;
  }

  #forgetOld(): void {
    const now = this.#now();
    if (now - this.#swept < SWEEP_MS) return;
    this.#swept = now;
    for (const [key, asked] of this.#asked)
      if ((asked.at(-1) ?? 0) + this.#windowMs <= now) this.#asked.delete(key);
  }
}
