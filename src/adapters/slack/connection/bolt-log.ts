import { type Logger, LogLevel } from "@slack/bolt";
import type { Log } from "../../log.ts";

const LONGEST = 300;

/**
 * Bolt's logger on top of ours. Its debug lines hold whole payloads, with what people wrote, so they go nowhere;
 * of the others only the first, textual argument is kept.
 */
export function boltLogger(log: Log): Logger {
  const line = (message: unknown[]) => {
    const [first] = message;
    const words = first instanceof Error ? first.message : typeof first === "string" ? first : "(no text)";
    // Why JSON cannot be parsed is told with a piece of it.
    return words.replace(/^(Malformed request body):.*$/s, "$1").slice(0, LONGEST);
  };
  return {
    debug: () => undefined,
    info: (...message) => log.debug({ from: "bolt" }, line(message)),
    warn: (...message) => log.warn({ from: "bolt" }, line(message)),
    error: (...message) => log.error({ from: "bolt" }, line(message)),
    setLevel: () => undefined,
    getLevel: () => LogLevel.INFO,
    setName: () => undefined,
  };
}
