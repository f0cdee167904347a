import { AsyncLocalStorage } from "node:async_hooks";
import { codeOf, StorageUnavailable, type UnavailableReason } from "./errors.ts";
import { CALL_LIMIT_MS, type StorageLog } from "./storage.ts";
import { timeLeft } from "./turn.ts";

/** Leaves the event loop time to notice, so that the caller hears within {@link CALL_LIMIT_MS} and not at it. */
const DEADLINE_MS = CALL_LIMIT_MS - 300;

/** With less than this left to its turn, a call is not begun. */
const LEAST_MS = 5;

/** How long calls fail at once after the database did not answer: a message makes several calls, and must not wait for each. */
const REST_MS = 1000;

/** After these the next call would fare no better; other failures concern one call. */
const RESTING: ReadonlySet<UnavailableReason> = new Set(["unreachable", "refused"]);

/** The deadline of the call that is running, for drivers: what is still in hand when it aborts must be thrown away. */
export const deadline = new AsyncLocalStorage<AbortSignal>();

/** Runs database calls: bounds their time, lets a silent database rest, and logs failures without anything personal. */
export class Guard {
  readonly #log: StorageLog;
  readonly #inHand = new Set<Promise<unknown>>();
  #resting: UnavailableReason | undefined;
  #failing = false;
  #closed = false;

  constructor(log: StorageLog) {
    this.#log = log;
  }

  async run<T>(operation: string, work: () => Promise<T>): Promise<T> {
    if (this.#closed) throw new StorageUnavailable("closed");
    if (this.#resting) throw new StorageUnavailable(this.#resting);
    const left = timeLeft();
    if (left < LEAST_MS) throw new StorageUnavailable("timeout");
    // Cut short by its turn, a call says little of how the database fares: others go on.
    const call = left < DEADLINE_MS ? within(left, work, "timeout") : within(DEADLINE_MS, work);
    this.#inHand.add(call);
    try {
      const result = await call;
      if (this.#failing) this.#log.info({ operation }, "the database serves again");
      this.#failing = false;
      return result;
    } catch (error) {
      if (error instanceof StorageUnavailable) this.#note(operation, error);
      throw error;
    } finally {
      this.#inHand.delete(call);
    }
  }

  /** Refuses further calls and waits for those in hand, which their deadline bounds. */
  async close(): Promise<void> {
    this.#closed = true;
    await Promise.allSettled(this.#inHand);
  }

  #note(operation: string, error: StorageUnavailable): void {
    const fields = { operation, reason: error.reason, code: codeOf(error.cause) };
    if (error.reason === "fault" || error.reason === "unreadable") {
      this.#log.error(fields, "a database call failed");
    } else {
      this.#log.warn(fields, "a database call was not confirmed");
    }
    this.#failing = true;
    if (!RESTING.has(error.reason)) return;
    this.#resting = error.reason;
    setTimeout(() => {
      this.#resting = undefined;
    }, REST_MS).unref();
  }
}

/** Rejects, for `reason`, when `work` has not settled in `limitMs`; drivers see the same moment through {@link deadline}. */
export async function within<T>(
  limitMs: number,
  work: () => Promise<T>,
  reason: UnavailableReason = "unreachable",
): Promise<T> {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const expiry = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const error = new StorageUnavailable(reason, new Error(`no answer in ${Math.round(limitMs)} ms`));
      controller.abort(error);
      reject(error);
    }, limitMs);
  });
  try {
    return await Promise.race([deadline.run(controller.signal, work), expiry]);
  } finally {
    clearTimeout(timer);
  }
}
