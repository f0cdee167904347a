/** A platform connection that runs. */
export interface RunningAdapter {
  readonly name: "slack" | "discord";
  /** Whether events can arrive now, and when the last one did (milliseconds since the epoch). */
  health(): { connected: boolean; lastEventAt: number | undefined };
  /** Takes no new events, finishes what is in hand, and disconnects; at most `graceMs`. */
  stop(graceMs: number): Promise<void>;
}

/** A fault of the set-up (a wrong token, a missing scope) that ends the process with one line that says what to fix. */
export class SetupError extends Error {
  override readonly name = "SetupError";
}
