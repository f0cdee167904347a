import type { Storage, StorageLog } from "./storage.ts";
import { fileOf } from "./url.ts";

export interface OpenOptions {
  /** `postgres://…`, a file path, or `file:PATH`. */
  url: string;
  /** STORAGE_SECRET. A database file makes its own where none is given; PostgreSQL needs one. */
  secret?: string | undefined;
  /** Milliseconds since the epoch. */
  now: () => number;
  log: StorageLog;
}

/** Expired rows are invisible at once; this is how long they may still take up space. */
const SWEEP_EVERY_MS = 5 * 60_000;

/**
 * Opens the storage and migrates it. Drivers load here and not with this module. Throws `StorageSetupError` where the
 * set-up is wrong (its message says what to do). A PostgreSQL that is down does not throw: the storage opens, its calls
 * reject with `StorageUnavailable`, and it serves as soon as the server does.
 */
export async function openStorage({ url, secret, now, log }: OpenOptions): Promise<Storage> {
  const storage = await openDatabase(url, secret, now, log);
  const timer = setInterval(() => {
    // A failed sweep has been logged by the guard; the next one makes up for it.
    storage.sweep().catch(() => {});
  }, SWEEP_EVERY_MS).unref();
  return {
    ...storage,
    async close() {
      clearInterval(timer);
      await storage.close();
    },
  };
}

async function openDatabase(
  url: string,
  secret: string | undefined,
  now: () => number,
  log: StorageLog,
): Promise<Storage> {
  const file = fileOf(url);
  if (file === undefined) {
    const { openPostgres } = await import("./postgres/open.ts");
    return openPostgres({ url, secret, now, log });
  }
  const { openSqlite } = await import("./sqlite/open.ts");
  return openSqlite({ file, secret, now, log });
}
