import type { RunningAdapter } from "../adapters/adapter.ts";

/** A connection that sends no sign of life (heartbeats come every 5 s on Slack, every 41 s on Discord) is dead. */
export const SILENT_MS = 120_000;
/** The clients reconnect by themselves, and mostly within seconds; after this long they are helped. */
export const DOWN_MS = 120_000;

export type Ailment = "silent" | "down";

/** Watches one connection, asked every few seconds. */
export class Watchdog {
  #downSince: number | undefined;

  /** What is wrong with a connection for so long that it should be built anew. `now` in milliseconds since the epoch. */
  look({ connected, heardAt }: ReturnType<RunningAdapter["health"]>, now: number): Ailment | undefined {
    if (connected) this.#downSince = undefined;
    else this.#downSince ??= now;
    if (this.#downSince !== undefined && now - this.#downSince >= DOWN_MS) return "down";
    return connected && heardAt !== undefined && now - heardAt >= SILENT_MS ? "silent" : undefined;
  }

  /** The connection is a new one. */
  reset(): void {
    this.#downSince = undefined;
  }
}
