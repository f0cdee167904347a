import { setTimeout as delay } from "node:timers/promises";
import type { Log } from "../../log.ts";
import { NO_SIGNALS, type Signals } from "../../signals.ts";
import { faultOf } from "./faults.ts";

/** A channel that Slack keeps holding back longer than this loses the call: the answer would come too late to help. */
const MAX_WAIT_MS = 120_000;
const UNREACHABLE_WAITS_MS = [250, 1_000, 3_000];

/**
 * Sends in order within one channel and independently between channels: a 429 holds back its own channel for as long
 * as Slack says, and no other. The SDK's own queue would hold back everything.
 */
export class Outbox {
  readonly #log: Log;
  readonly #signals: Pick<Signals, "rateLimited" | "called">;
  readonly #tails = new Map<string, Promise<unknown>>();

  constructor(log: Log, signals: Pick<Signals, "rateLimited" | "called"> = NO_SIGNALS) {
    this.#log = log;
    this.#signals = signals;
  }

  /** Runs `call` after everything queued for `channel` before it. Rejects with what Slack last said. */
  send<T>(channel: string, call: () => Promise<T>): Promise<T> {
    const before = this.#tails.get(channel) ?? Promise.resolve();
    const mine = before.then(() => this.#patiently(channel, call));
    const tail = mine.catch(() => undefined);
    this.#tails.set(channel, tail);
    void tail.then(() => {
      if (this.#tails.get(channel) === tail) this.#tails.delete(channel);
    });
    return mine;
  }

  async #patiently<T>(channel: string, call: () => Promise<T>): Promise<T> {
    let waited = 0;
    for (let tries = 1; ; tries++) {
      try {
        return await this.#timed(call);
      } catch (error) {
        const fault = faultOf(error);
        if (fault.kind === "rate-limited") this.#signals.rateLimited();
        const wait =
          fault.kind === "rate-limited"
            ? fault.retryAfterMs
            : fault.kind === "unreachable"
              ? UNREACHABLE_WAITS_MS[tries - 1]
              : undefined;
        if (wait === undefined || waited + wait > MAX_WAIT_MS) throw error;
        this.#log.warn({ channel, fault: fault.kind, waitMs: wait, tries }, "slack asks to wait");
        waited += wait;
        await delay(wait);
      }
    }
  }

  async #timed<T>(call: () => Promise<T>): Promise<T> {
    const from = performance.now();
    try {
      return await call();
    } finally {
      this.#signals.called((performance.now() - from) / 1000);
    }
  }
}
