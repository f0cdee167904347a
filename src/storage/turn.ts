import { AsyncLocalStorage } from "node:async_hooks";

/** Somewhat more than one call may take, so that a database that hangs is found out by the first. */
export const TURN_LIMIT_MS = 1900;

/** When the time of the turn that is running is up, by `performance.now()`. */
const ends = new AsyncLocalStorage<number>();

/**
 * Storage calls made within `work` share `limitMs` (milliseconds): an answer takes several of them, and a slow database must not make
 * somebody wait for each. What comes after the limit fails at once, as with a database that is down.
 */
export function sharingTime<T>(work: () => Promise<T>, limitMs = TURN_LIMIT_MS): Promise<T> {
  return ends.run(performance.now() + limitMs, work);
}

/** Milliseconds left to the turn that is running; infinite outside of one. */
export function timeLeft(): number {
  const end = ends.getStore();
  return end === undefined ? Number.POSITIVE_INFINITY : end - performance.now();
}
