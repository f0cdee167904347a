import type { Log } from "../adapters/log.ts";
import { currentRequest } from "../adapters/request.ts";
import type { LogLevel } from "../config/log-level.ts";

/** Names of fields whose values never reach a log, wherever they stand. */
const SECRET = ["token", "secret", "authorization", "headers", "password", "text"].flatMap((name) => [
  name,
  `*.${name}`,
]);

const CENSOR = "[redacted]";

/**
 * JSON lines on standard error, so that standard output carries results alone. A line about an event holds its id as
 * `request`. `secrets` are taken out of whatever is written, also where one stands within an error or an address.
 */
export async function stderrLog(level: LogLevel, secrets: readonly string[] = []): Promise<Log> {
  const { default: pino } = await import("pino");
  // As they stand in JSON, where a quote or a backslash is escaped.
  const written = secrets.map((secret) => JSON.stringify(secret).slice(1, -1));
  const options = {
    level,
    base: null,
    redact: { paths: SECRET, censor: CENSOR },
    mixin: () => ({ request: currentRequest() }),
    hooks: {
      streamWrite: (line: string) => written.reduce((rest, one) => rest.replaceAll(one, CENSOR), line),
    },
  };
  const logger = pino(options, pino.destination({ fd: 2, sync: true }));
  return {
    debug: (fields, message) => logger.debug(fields, message),
    info: (fields, message) => logger.info(fields, message),
    warn: (fields, message) => logger.warn(fields, message),
    error: (fields, message) => logger.error(fields, message),
  };
}
