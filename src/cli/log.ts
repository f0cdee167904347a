import type { Log } from "../adapters/log.ts";
import type { LogLevel } from "../config.ts";

/** Names of fields whose values never reach a log, wherever they stand. */
const SECRET = [
  "token",
  "*.token",
  "secret",
  "*.secret",
  "authorization",
  "*.authorization",
  "headers",
  "*.headers",
  "text",
  "*.text",
];

/** JSON lines on standard error, so that standard output carries results alone. */
export async function stderrLog(level: LogLevel): Promise<Log> {
  const { default: pino } = await import("pino");
  const options = { level, base: null, redact: { paths: SECRET, censor: "[redacted]" } };
  const logger = pino(options, pino.destination({ fd: 2, sync: true }));
  return {
    debug: (fields, message) => logger.debug(fields, message),
    info: (fields, message) => logger.info(fields, message),
    warn: (fields, message) => logger.warn(fields, message),
    error: (fields, message) => logger.error(fields, message),
  };
}
