import { connect } from "node:net";
import { connect as connectSecurely } from "node:tls";

const WITHIN_MS = 10_000;

/** How an address answered, or why it could not be reached. */
export type Reached = { clockAheadMs: number | undefined } | { reason: string };

/** Calls an HTTP address; any answer at all will do. `now` gives milliseconds since the epoch. */
export async function reach(url: string, now: () => number): Promise<Reached> {
  try {
    const from = now();
    const answer = await fetch(url, { signal: AbortSignal.timeout(WITHIN_MS) });
    await answer.body?.cancel();
    const theirs = Date.parse(answer.headers.get("date") ?? "");
    // The header tells whole seconds, on average half a second ago.
    const ours = (from + now()) / 2 - 500;
    return { clockAheadMs: Number.isNaN(theirs) ? undefined : ours - theirs };
  } catch (error) {
    return { reason: reasonOf(error) };
  }
}

/** Opens and closes a connection to where a WebSocket would go; why that failed, or undefined. */
export function reachSocket(url: string): Promise<string | undefined> {
  const { protocol, hostname, port } = new URL(url);
  const secure = protocol === "wss:";
  const at = { host: hostname, port: Number(port) || (secure ? 443 : 80) };
  return new Promise((resolve) => {
    const done = (reason?: string) => {
      socket.destroy();
      resolve(reason);
    };
    const socket = secure
      ? connectSecurely({ ...at, servername: hostname }, () => done())
      : connect(at, () => done());
    socket.setTimeout(WITHIN_MS, () => done("no answer in time"));
    socket.once("error", (error) => done(reasonOf(error)));
  });
}

/** The system's code where there is one; fetch puts what happened a cause deep. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === "TimeoutError") return "no answer in time";
  if ("code" in error && typeof error.code === "string") return error.code;
  return error.cause === undefined ? error.message : reasonOf(error.cause);
}
