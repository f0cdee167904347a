import { Kysely, PostgresDialect, sql } from "kysely";
import type { Run } from "../context.ts";
import { StorageSetupError, StorageUnavailable } from "../errors.ts";
import { Guard, within } from "../guard.ts";
import { migrate } from "../migrate.ts";
import { once } from "../once.ts";
import { queriesOf } from "../queries/queries-of.ts";
import { requireSecret } from "../secret.ts";
import type { Storage, StorageLog } from "../storage.ts";
import type { Tables } from "../tables.ts";
import { createVault } from "../vault.ts";
import { boundedPool, createPool } from "./pool.ts";
import { whereOf } from "./where.ts";

export interface PostgresOptions {
  url: string;
  secret?: string | undefined;
  now: () => number;
  log: StorageLog;
}

/** A migration of a large table takes its time; a connection that died in the middle must not keep us waiting for ever. */
const MIGRATION_LIMIT_MS = 10 * 60_000;

/** Holds one server-wide number, so that of several instances that start at once one migrates and the others wait. */
const MIGRATION_LOCK = 1_919_905_893;

/**
 * Opens the storage on PostgreSQL. Throws `StorageSetupError` for a wrong address, secret or schema. While the server is
 * down it opens all the same, and migrates at the first call that reaches it.
 */
export async function openPostgres({ url, secret, now, log }: PostgresOptions): Promise<Storage> {
  const vault = createVault(requireSecret(secret));
  const where = whereOf(url);
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: boundedPool(createPool(url)) }) });
  const guard = new Guard(log);
  const ready = once(() =>
    within(MIGRATION_LIMIT_MS, () =>
      migrate(db, {
        dialect: { whole: "bigint", bytes: "bytea" },
        where,
        fingerprint: vault.hash("secret"),
        lock: async (transaction) => {
          await sql`set local statement_timeout = 0`.execute(transaction);
          await sql`select pg_advisory_xact_lock(${sql.lit(MIGRATION_LOCK)})`.execute(transaction);
        },
      }),
    ),
  );
  try {
    await ready();
  } catch (error) {
    if (!isPassing(error)) {
      await db.destroy();
      throw refusal(where, error);
    }
    log.warn(
      { where, reason: error.reason },
      "the database cannot be reached yet; nothing is remembered until it can",
    );
  }
  const run: Run = (operation, work) =>
    guard.run(operation, async () => {
      await ready().catch((error: unknown) => {
        throw error instanceof StorageSetupError ? refused(error, log) : error;
      });
      return work(db);
    });
  return {
    ...queriesOf({
      vault,
      now,
      run,
      // The server writes to its disk while we do other things: nothing is held up by it.
      runPassing: run,
      // Dead rows hold ciphertext and hashes alone, and autovacuum reclaims them.
      erased: async () => {},
    }),
    close: once(async () => {
      await guard.close();
      await db.destroy();
    }),
  };
}

function isPassing(error: unknown): error is StorageUnavailable {
  return error instanceof StorageUnavailable && ["unreachable", "timeout", "busy"].includes(error.reason);
}

/** A set-up error that shows only once the server is back: the process runs already, so its calls fail and the log says why. */
function refused(error: StorageSetupError, log: StorageLog): StorageUnavailable {
  log.error({ fault: error.fault }, error.message);
  return new StorageUnavailable("refused", error);
}

export function refusal(where: string, error: unknown): unknown {
  if (!(error instanceof StorageUnavailable)) return error;
  const said = error.cause instanceof Error ? error.cause.message : error.message;
  return new StorageSetupError(
    "cannot-open",
    `PostgreSQL at ${where} refuses to work with us: ${said}. Check the user, password, database and rights in DATABASE_URL.`,
    error.cause,
  );
}
