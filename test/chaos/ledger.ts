/** Something that was asked, and what is owed for it. */
export interface Asked {
  /** Who is to be answered, as {@link Tally} counts it. */
  key: string;
  kind: string;
  /** Must stand in the answer. */
  shows: string;
  /**
   * `once`: a message, answered exactly once. `most-once`: a command, which the platform gives three seconds and does
   * not deliver again.
   */
  owed: "once" | "most-once";
  /** A process that was killed may have had it in hand. */
  inFlight: boolean;
}

/** By key, every answer that stands on the platform: its blocks or components. */
export type Tally = ReadonlyMap<string, readonly object[]>;

/** How many were asked and what came of them; `inFlight`: open when a process was killed. */
export interface Count {
  asked: number;
  once: number;
  more: number;
  none: number;
  inFlight: number;
}

/** All that was asked, held against what came of it. */
export class Ledger {
  readonly asked: Asked[] = [];
  readonly #tally: () => Tally;
  #open: Asked[] = [];

  constructor(tally: () => Tally) {
    this.#tally = tally;
  }

  add(asked: Omit<Asked, "inFlight">): void {
    const one = { ...asked, inFlight: false };
    this.asked.push(one);
    this.#open.push(one);
  }

  /** What has no answer yet and may still get one. */
  open(): readonly Asked[] {
    const tally = this.#tally();
    this.#open = this.#open.filter(({ key, inFlight }) => !inFlight && !tally.has(key));
    return this.#open;
  }

  /** Whatever is open now may have been in the hands of the process that was killed. */
  killed(): void {
    for (const asked of this.open()) asked.inFlight = true;
  }

  /** What is wrong, in words. */
  problems(): string[] {
    const tally = this.#tally();
    return this.asked.flatMap(({ key, kind, shows, owed, inFlight }) => {
      const answers = tally.get(key) ?? [];
      const name = `${kind} of ${key}`;
      if (answers.length > 1) return [`${name} was answered ${answers.length} times`];
      if (answers.length === 0) return owed === "once" && !inFlight ? [`${name} was not answered`] : [];
      const said = JSON.stringify(answers[0]);
      return said.includes(shows) ? [] : [`${name} was answered without "${shows}": ${said}`];
    });
  }

  counts(): Map<string, Count> {
    const tally = this.#tally();
    const counts = new Map<string, Count>();
    for (const { key, kind, inFlight } of this.asked) {
      const count = counts.get(kind) ?? { asked: 0, once: 0, more: 0, none: 0, inFlight: 0 };
      const answers = tally.get(key)?.length ?? 0;
      count.asked += 1;
      count[answers === 0 ? "none" : answers === 1 ? "once" : "more"] += 1;
      count.inFlight += Number(inFlight);
      counts.set(kind, count);
    }
    return counts;
  }
}
