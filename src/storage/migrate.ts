import { type Kysely, sql, type Transaction } from "kysely";
import { StorageSetupError } from "./errors.ts";
import { type Dialect, MIGRATIONS } from "./migrations.ts";
import type { Tables } from "./tables.ts";

export interface Identity {
  /** Where the tables are, without credentials, for messages. */
  where: string;
  /** `vault.hash("secret")`: tells, without telling the secret, whether it is the one the tables were written with. */
  fingerprint: string;
}

export interface MigrateOptions extends Identity {
  dialect: Dialect;
  /** Taken first in the transaction: keeps other instances out until it ends. */
  lock(transaction: Transaction<Tables>): Promise<unknown>;
}

/** Brings the tables to this version, or throws `StorageSetupError` where they are newer or of another secret. One transaction. */
export async function migrate(db: Kysely<Tables>, options: MigrateOptions): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await options.lock(transaction);
    await createMeta(transaction);
    const version = await readVersion(transaction, options.where);
    for (const migration of MIGRATIONS.slice(version)) await migration(transaction, options.dialect);
    if (version < MIGRATIONS.length) await writeMeta(transaction, "schema", String(MIGRATIONS.length));
    await compareSecret(transaction, options);
  });
}

/** How the tables stand to this version: an `older` schema is brought forward when the storage is opened. */
export type SchemaState = "older" | "current";

/** Looks at tables that are there, and changes nothing. Throws as `migrate` does. */
export async function schemaState(
  db: Kysely<Tables>,
  { where, fingerprint }: Identity,
): Promise<SchemaState> {
  const version = await readVersion(db, where);
  const known = await readMeta(db, "secret");
  if (known !== undefined && known !== fingerprint) throw otherSecret(where);
  return version < MIGRATIONS.length ? "older" : "current";
}

/** Whether the tables were ever written with a secret. */
export async function hasFingerprint(db: Kysely<Tables>): Promise<boolean> {
  await createMeta(db);
  return (await readMeta(db, "secret")) !== undefined;
}

async function createMeta(db: Kysely<Tables>): Promise<void> {
  await sql`create table if not exists rolewise_meta (key text primary key, value text not null)`.execute(db);
}

async function compareSecret(db: Kysely<Tables>, { fingerprint, where }: Identity): Promise<void> {
  const known = await readMeta(db, "secret");
  if (known === undefined) {
    await writeMeta(db, "secret", fingerprint);
  } else if (known !== fingerprint) {
    throw otherSecret(where);
  }
}

function otherSecret(where: string): StorageSetupError {
  return new StorageSetupError(
    "secret-changed",
    `STORAGE_SECRET is not the one that the database ${where} was written with, so nothing in it can be read. ` +
      "Set the earlier secret again (for a database file without STORAGE_SECRET it lies beside the file, in *.secret), " +
      "or start with an empty database.",
  );
}

/** Throws where the schema is newer than this version knows. */
async function readVersion(db: Kysely<Tables>, where: string): Promise<number> {
  const version = Number((await readMeta(db, "schema")) ?? 0);
  if (version <= MIGRATIONS.length) return version;
  throw new StorageSetupError(
    "newer-schema",
    `The database ${where} was written by a newer Rolewise (schema ${version}, this one knows ${MIGRATIONS.length}). ` +
      "Start that version, or restore a backup from before the upgrade.",
  );
}

async function readMeta(db: Kysely<Tables>, key: string): Promise<string | undefined> {
  const row = await db.selectFrom("rolewise_meta").select("value").where("key", "=", key).executeTakeFirst();
  return row?.value;
}

async function writeMeta(db: Kysely<Tables>, key: string, value: string): Promise<void> {
  await db
    .insertInto("rolewise_meta")
    .values({ key, value })
    .onConflict((conflict) => conflict.column("key").doUpdateSet({ value }))
    .execute();
}
