import type { Evidence } from "../understanding/evidence.ts";

const MOST_KEPT = 2000;

/** Why the last answer of each talk was given. In this process alone: it quotes people's words, which are stored nowhere. */
export class LastEvidence {
  readonly #kept = new Map<string, Evidence>();

  of(talk: string): Evidence | undefined {
    return this.#kept.get(talk);
  }

  keep(talk: string, evidence: Evidence): void {
    this.#kept.delete(talk);
    this.#kept.set(talk, evidence);
    const oldest = this.#kept.size > MOST_KEPT ? this.#kept.keys().next().value : undefined;
    if (oldest !== undefined) this.#kept.delete(oldest);
  }
}
