import type { Evidence } from "../understanding/evidence.ts";
import { FOCUS_LASTS_MS } from "../understanding/focus.ts";

const MOST_KEPT = 2000;

/**
 * Why the last answer of each talk was given, for as long as the talk is remembered.
 * In this process alone: it quotes people's words, which are stored nowhere.
 */
export class LastEvidence {
  readonly #kept = new Map<string, { evidence: Evidence; expires: number }>();
  readonly #now: () => number;

  /** `now` gives milliseconds since the epoch. */
  constructor(now: () => number) {
    this.#now = now;
  }

  of(talk: string): Evidence | undefined {
    this.#forgetOld();
    return this.#kept.get(talk)?.evidence;
  }

  keep(talk: string, evidence: Evidence): void {
    this.#forgetOld();
    this.#kept.delete(talk);
    this.#kept.set(talk, { evidence, expires: this.#now() + FOCUS_LASTS_MS });
    const oldest = this.#kept.size > MOST_KEPT ? this.#kept.keys().next().value : undefined;
    if (oldest !== undefined) this.#kept.delete(oldest);
  }

  /** The map is in order of age, so the first that still stands ends the search. */
  #forgetOld(): void {
    const now = this.#now();
    for (const [talk, { expires }] of this.#kept) {
      if (expires > now) return;
      this.#kept.delete(talk);
    }
  }

  drop(talk: string): void {
    this.#kept.delete(talk);
  }
}
