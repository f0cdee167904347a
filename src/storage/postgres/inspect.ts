import { Kysely, PostgresDialect, sql } from "kysely";
import { StorageUnavailable } from "../errors.ts";
import { within } from "../guard.ts";
import type { StorageState } from "../inspect.ts";
import { schemaState } from "../migrate.ts";
import { requireSecret } from "../secret.ts";
import { CALL_LIMIT_MS } from "../storage.ts";
import type { Tables } from "../tables.ts";
import { createVault } from "../vault.ts";
import { refusal } from "./open.ts";
import { boundedPool, createPool } from "./pool.ts";
import { whereOf } from "./where.ts";

export async function inspectPostgres(url: string, secret: string | undefined): Promise<StorageState> {
  const fingerprint = createVault(requireSecret(secret)).hash("secret");
  const where = whereOf(url);
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: boundedPool(createPool(url)) }) });
  try {
    return await within(CALL_LIMIT_MS, async () => {
      const { rows } = await sql<{
        there: boolean;
      }>`select to_regclass('rolewise_meta') is not null as there`.execute(db);
      if (rows[0]?.there !== true) return { where, schema: "new" };
      return { where, schema: await schemaState(db, { where, fingerprint }) };
    });
  } catch (error) {
    throw error instanceof StorageUnavailable && error.reason !== "refused" ? error : refusal(where, error);
  } finally {
    await db.destroy();
  }
}
