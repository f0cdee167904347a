import { Kysely, SqliteDialect } from "kysely";
import Database from "libsql";
import type { StorageState } from "../inspect.ts";
import { schemaState } from "../migrate.ts";
import { checkSecret, readOrMakeSecret } from "../secret.ts";
import type { Tables } from "../tables.ts";
import { createVault } from "../vault.ts";
import { whileBusy } from "./busy.ts";
import { sqliteDriver } from "./driver.ts";
import { cannotOpen } from "./open.ts";

const QUIET = { info() {}, warn() {}, error() {} };

/** Looks at a database file, also while a bot works with it. */
export async function inspectSqlite(file: string, secret: string | undefined): Promise<StorageState> {
  try {
    const database = new Database(file, { readonly: true });
    const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: sqliteDriver(database) }) });
    try {
      const tables = await whileBusy(() => db.introspection.getTables());
      if (!tables.some(({ name }) => name === "rolewise_meta")) return { where: file, schema: "new" };
      const key = secret === undefined ? await readOrMakeSecret(file, true, QUIET) : checkSecret(secret);
      const fingerprint = createVault(key).hash("secret");
      return { where: file, schema: await whileBusy(() => schemaState(db, { where: file, fingerprint })) };
    } finally {
      await db.destroy();
    }
  } catch (error) {
    throw cannotOpen(file, error);
  }
}
