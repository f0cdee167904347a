import { setTimeout as delay } from "node:timers/promises";
import { type RunningAdapter, SetupError } from "../adapters/adapter.ts";
import type { Log } from "../adapters/log.ts";
import { Watchdog } from "./watchdog.ts";

export interface KeeperOptions {
  name: RunningAdapter["name"];
  /**
   * Connects. Rejects with a `SetupError` where that is for somebody to mend; `onFatal` is to be told when a running
   * connection meets such a fault.
   */
  start(onFatal: (error: SetupError) => void): Promise<RunningAdapter>;
  log: Log;
  /** Milliseconds since the epoch. */
  now(): number;
  /** From 0 to 1. */
  random(): number;
  onRestart(): void;
  /** The platform will not have us until somebody mends the set-up; told once, and nothing more is tried. */
  onFatal(error: SetupError): void;
  /** Milliseconds between two looks at the connection. */
  everyMs?: number;
  /** Milliseconds to wait before each further try, the last one for all that follow. */
  waitsMs?: readonly number[];
}

const LOOK_EVERY_MS = 10_000;
/** A try may cost Discord one of a thousand identifications a day; five minutes apart they never run out. */
const WAITS_MS = [1_000, 5_000, 15_000, 60_000, 300_000];
/** What is in hand on a connection that is given up. */
const RESTART_GRACE_MS = 2_000;

/** Keeps one platform's connection running: restarts it where it is silent or down, with growing waits. */
export class Keeper {
  readonly name: RunningAdapter["name"];
  readonly #options: KeeperOptions;
  readonly #watchdog = new Watchdog();
  readonly #ended = new AbortController();
  #adapter: RunningAdapter | undefined;
  #timer: NodeJS.Timeout | undefined;
  #starting: Promise<void> | undefined;
  #gaveUp = false;

  constructor(options: KeeperOptions) {
    this.name = options.name;
    this.#options = options;
  }

  /** Connects for the first time; rejects where that fails, and nothing is kept running. */
  async begin(): Promise<void> {
    try {
      this.#adapter = await this.#options.start(this.#giveUp);
    } catch (error) {
      // Whoever began it is told already.
      this.#gaveUp = isHopeless(error);
      throw error;
    }
    if (!this.#gaveUp) this.#watch();
  }

  /** Goes on trying in the background after `begin` failed. */
  keepTrying(): void {
    this.#begun(this.#startAgain());
    this.#watch();
  }

  health(): ReturnType<RunningAdapter["health"]> {
    return this.#adapter?.health() ?? { connected: false, lastEventAt: undefined, heardAt: undefined };
  }

  /** The connection of the moment. Rejects while there is none. */
  async connected<T>(work: (adapter: RunningAdapter) => Promise<T>): Promise<T> {
    if (this.#adapter === undefined) throw new Error(`${this.name} is not connected`);
    return work(this.#adapter);
  }

  /** Whether nothing more is tried, since somebody has to mend the set-up first. */
  get hasGivenUp(): boolean {
    return this.#gaveUp;
  }

  /** Finishes what is in hand; at most `graceMs`. */
  async stop(graceMs: number): Promise<void> {
    this.#ended.abort();
    clearInterval(this.#timer);
    const spent = delay(graceMs, undefined, { ref: false });
    await Promise.all([this.#adapter?.stop(graceMs), Promise.race([this.#starting, spent])]);
  }

  readonly #giveUp = (error: SetupError): void => {
    if (this.#gaveUp) return;
    this.#gaveUp = true;
    clearInterval(this.#timer);
    this.#options.onFatal(error);
  };

  #watch(): void {
    this.#timer = setInterval(() => this.#look(), this.#options.everyMs ?? LOOK_EVERY_MS);
  }

  #look(): void {
    if (this.#starting !== undefined) return;
    const { log, now, onRestart } = this.#options;
    const ailment = this.#watchdog.look(this.health(), now());
    if (ailment === undefined) return;
    log.warn({ platform: this.name, ailment }, "the connection is built anew");
    onRestart();
    this.#begun(this.#replace());
  }

  #begun(work: Promise<void>): void {
    this.#starting = work.finally(() => {
      this.#starting = undefined;
    });
  }

  async #replace(): Promise<void> {
    const old = this.#adapter;
    this.#adapter = undefined;
    await old?.stop(RESTART_GRACE_MS).catch((error: unknown) => {
      this.#options.log.warn(
        { platform: this.name, reason: reasonOf(error) },
        "the old connection did not close",
      );
    });
    await this.#startAgain();
  }

  /** Tries until it succeeds, the set-up proves wrong, or the bot stops. */
  async #startAgain(): Promise<void> {
    const { start, log, random, waitsMs = WAITS_MS } = this.#options;
    for (let tries = 0; !this.#ended.signal.aborted; tries++) {
      const wait = waitsMs[Math.min(tries, waitsMs.length - 1)] ?? 0;
      // Half of the wait is left to chance, so that many bots do not come back at the same moment.
      await delay(wait * (0.5 + random() / 2), undefined, { signal: this.#ended.signal }).catch(
        () => undefined,
      );
      if (this.#ended.signal.aborted) return;
      try {
        const adapter = await start(this.#giveUp);
        if (this.#ended.signal.aborted) return void (await adapter.stop(0));
        this.#adapter = adapter;
        this.#watchdog.reset();
        log.info({ platform: this.name, tries: tries + 1 }, "connected again");
        return;
      } catch (error) {
        if (isHopeless(error)) return this.#giveUp(error);
        log.warn({ platform: this.name, reason: reasonOf(error), tries: tries + 1 }, "could not connect");
      }
    }
  }
}

/** Somebody has to mend the set-up first. */
export function isHopeless(error: unknown): error is SetupError {
  return error instanceof SetupError && !error.passing;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
