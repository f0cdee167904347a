/** Faults that a test asks for, used up one call after another. */
export type ApiFault =
  | { kind: "rate-limited"; retryAfter: number }
  /** Nothing is done. */
  | { kind: "refuse"; error: string }
  /** HTTP 500; `done` says whether the call took effect before. */
  | { kind: "server-error"; done: boolean }
  /** It takes effect and the connection breaks before the answer. */
  | { kind: "lost-answer" }
  /** It takes effect at once, and the answer comes so many milliseconds later. */
  | { kind: "slow"; ms: number };

export class Faults {
  readonly #planned: { method: string; channel: string | undefined; fault: ApiFault }[] = [];

  /** The next call of `method` (in `channel`, if given) fails so; call again for the one after. */
  plan(method: string, fault: ApiFault, channel?: string): void {
    this.#planned.push({ method, channel, fault });
  }

  take(method: string, channel: string | undefined): ApiFault | undefined {
    const at = this.#planned.findIndex(
      (one) => one.method === method && (one.channel === undefined || one.channel === channel),
    );
    return at < 0 ? undefined : this.#planned.splice(at, 1)[0]?.fault;
  }
}
