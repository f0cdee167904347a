import { setTimeout as sleep } from "node:timers/promises";

/** Milliseconds before the second and the third try. */
const PAUSES = [100, 400] as const;

/** What a broken connection looks like; discord.js tries again by itself after timeouts, ECONNRESET and 5xx alone. */
const CONNECTION_FAULTS = ["UND_ERR_SOCKET", "UND_ERR_CONNECT_TIMEOUT", "ECONNREFUSED", "EPIPE", "EAI_AGAIN"];

/** For calls that may be repeated without harm: those with a nonce, edits, and acknowledgements, of which Discord takes one. */
export async function retrying<T>(call: () => Promise<T>): Promise<T> {
  for (const pause of PAUSES) {
    try {
      return await call();
    } catch (error) {
      if (!isConnectionFault(error)) throw error;
      await sleep(pause);
    }
  }
  return call();
}

function isConnectionFault(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ("code" in error && CONNECTION_FAULTS.includes(String(error.code))) return true;
  return error.cause instanceof Error && isConnectionFault(error.cause);
}
