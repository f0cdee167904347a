import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { Kysely, SqliteDialect, sql } from "kysely";
import Database from "libsql";
import { codeOf, StorageSetupError, StorageUnavailable } from "../errors.ts";
import { Guard } from "../guard.ts";
import { hasFingerprint, migrate } from "../migrate.ts";
import { once } from "../once.ts";
import { queriesOf } from "../queries/queries-of.ts";
import { checkSecret, readOrMakeSecret } from "../secret.ts";
import type { Storage, StorageLog } from "../storage.ts";
import type { Tables } from "../tables.ts";
import { createVault } from "../vault.ts";
import { whileBusy } from "./busy.ts";
import { sqliteDriver } from "./driver.ts";
import { lockFile } from "./lock.ts";

export interface SqliteOptions {
  file: string;
  secret?: string | undefined;
  now: () => number;
  log: StorageLog;
}

/** Opens, and where need be creates, the embedded database. Throws `StorageSetupError` for what waiting does not mend. */
export async function openSqlite(options: SqliteOptions): Promise<Storage> {
  const { storage } = await openSqliteWithDriver(options);
  return storage;
}

/** As {@link openSqlite}, with the driver's own handle, for tests that make the database fail. */
export async function openSqliteWithDriver({ file, secret, now, log }: SqliteOptions) {
  const unlock = await claimFile(file);
  try {
    const database = openFile(file);
    const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: sqliteDriver(database) }) });
    const inUse = await whileBusy(() => hasFingerprint(db));
    const vault = createVault(
      secret === undefined ? await readOrMakeSecret(file, inUse, log) : checkSecret(secret),
    );
    await whileBusy(() =>
      migrate(db, {
        dialect: { whole: "integer", bytes: "blob" },
        where: file,
        fingerprint: vault.hash("secret"),
        lock: async () => {},
      }),
    );
    const guard = new Guard(log);
    const storage: Storage = {
      ...queriesOf({
        vault,
        now,
        run: (operation, work) => guard.run(operation, () => whileBusy(() => work(db))),
        runPassing: (operation, work) =>
          guard.run(operation, () => whileBusy(() => unsynced(db, database, work))),
        erased: truncateLog,
      }),
      close: once(async () => {
        await guard.close();
        await truncateLog(db);
        await db.destroy();
        unlock();
      }),
    };
    return { storage, database };
  } catch (error) {
    unlock();
    throw cannotOpen(file, error);
  }
}

async function claimFile(file: string): Promise<() => void> {
  try {
    await mkdir(dirname(file), { recursive: true });
    return lockFile((path) => new Database(path), file, process.pid);
  } catch (error) {
    throw cannotOpen(file, error);
  }
}

function openFile(file: string): Database.Database {
  const database = new Database(file);
  database.pragma("busy_timeout = 0");
  database.pragma("journal_mode = WAL");
  // FULL syncs the log at each commit: what was confirmed survives the machine's power, not only the process.
  database.pragma("synchronous = FULL");
  database.pragma("foreign_keys = ON");
  // Deleted rows are overwritten with zeros, or an erased person would stay in the file's free pages.
  database.pragma("secure_delete = ON");
  return database;
}

/** Work that is confirmed before the disk has it. The connection is its own meanwhile, so that it is so for nothing else. */
function unsynced<T>(
  db: Kysely<Tables>,
  database: Database.Database,
  work: (db: Kysely<Tables>) => Promise<T>,
): Promise<T> {
  return db.connection().execute(async (connection) => {
    database.pragma("synchronous = NORMAL");
    try {
      return await work(connection);
    } finally {
      database.pragma("synchronous = FULL");
    }
  });
}

/**
 * Moves the write-ahead log into the file and empties it: it still holds the pages as they were before. Where that does
 * not succeed (somebody is reading, the disk is full) the change itself stands, and a later one tries again.
 */
async function truncateLog(db: Kysely<Tables>): Promise<void> {
  await sql`pragma wal_checkpoint(truncate)`.execute(db).catch(() => {});
}

export function cannotOpen(file: string, error: unknown): unknown {
  if (error instanceof StorageSetupError) return error;
  const cause = error instanceof StorageUnavailable ? error.cause : error;
  const code = codeOf(cause);
  const why =
    code === "SQLITE_NOTADB"
      ? "it is not a SQLite database"
      : code === "SQLITE_FULL" || code === "ENOSPC"
        ? "the disk is full"
        : code?.startsWith("SQLITE_BUSY")
          ? "another program holds it"
          : `it, or the folder around it, cannot be created or written${code ? ` (${code})` : ""}`;
  return new StorageSetupError(
    "cannot-open",
    `The database file ${file} cannot be opened: ${why}. Mend that, or set DATABASE_URL to another file or postgres://….`,
    cause,
  );
}
