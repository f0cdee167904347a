import { setTimeout as sleep } from "node:timers/promises";
import { StorageUnavailable } from "../errors.ts";

/** Ends before the guard's deadline, so that the caller hears "busy" and not merely that nothing came back. */
const PATIENCE_MS = 1400;
const LONGEST_PAUSE_MS = 100;

/**
 * Tries again while another program (a backup, a shell) holds the file. The waiting is ours and not SQLite's, whose own
 * busy handler would sleep on the event loop and with it stop every other reply.
 */
export async function whileBusy<T>(work: () => Promise<T>): Promise<T> {
  let waited = 0;
  for (let pause = 5; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
    try {
      return await work();
    } catch (error) {
      const busy = error instanceof StorageUnavailable && error.reason === "busy";
      if (!busy || waited >= PATIENCE_MS) throw error;
    }
    await sleep(pause);
    waited += pause;
  }
}
