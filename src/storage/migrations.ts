import { type Kysely, sql } from "kysely";
import type { Tables } from "./tables.ts";

/** Types that the two databases name differently. */
export interface Dialect {
  /** Whole numbers up to 2^53. */
  whole: "integer" | "bigint";
  bytes: "blob" | "bytea";
}

/** Runs in the transaction that also records its number. */
export type Migration = (db: Kysely<Tables>, dialect: Dialect) => Promise<void>;

/** Migration n takes the schema from version n to n + 1. Never change one that was released; add one. */
export const MIGRATIONS: readonly Migration[] = [firstTables, kindsOfMisses];

async function firstTables(db: Kysely<Tables>, { whole, bytes }: Dialect): Promise<void> {
  const type = { whole: sql.raw(whole), bytes: sql.raw(bytes) };

  await db.schema
    .createTable("rolewise_claims")
    .addColumn("key", "text", (column) => column.primaryKey())
    .addColumn("expires_at", type.whole, (column) => column.notNull())
    .execute();

  await db.schema
    .createTable("rolewise_memory")
    .addColumn("key", "text", (column) => column.primaryKey())
    .addColumn("person", "text", (column) => column.notNull())
    .addColumn("workspace", "text", (column) => column.notNull())
    .addColumn("sealed", type.bytes, (column) => column.notNull())
    .addColumn("expires_at", type.whole, (column) => column.notNull())
    .execute();

  await db.schema
    .createTable("rolewise_people")
    .addColumn("person", "text", (column) => column.primaryKey())
    .addColumn("workspace", "text", (column) => column.notNull())
    .addColumn("profile", type.bytes)
    .addColumn("plan", type.bytes)
    .addColumn("nudge_settings", type.bytes)
    .addColumn("version", type.whole, (column) => column.notNull())
    .addColumn("created_at", type.whole, (column) => column.notNull())
    .addColumn("changed_at", type.whole, (column) => column.notNull())
    .execute();

  await db.schema
    .createTable("rolewise_nudges")
    .addColumn("person", "text", (column) => column.primaryKey())
    .addColumn("workspace", "text", (column) => column.notNull())
    .addColumn("sealed", type.bytes, (column) => column.notNull())
    .addColumn("due_at", type.whole, (column) => column.notNull())
    .addColumn("leased_until", type.whole, (column) => column.notNull())
    .execute();

  await db.schema
    .createTable("rolewise_feedback")
    .addColumn("person", "text", (column) => column.notNull())
    .addColumn("workspace", "text", (column) => column.notNull())
    .addColumn("question", "text", (column) => column.notNull())
    .addColumn("verdict", "text", (column) => column.notNull())
    .addColumn("given_at", type.whole, (column) => column.notNull())
    .addPrimaryKeyConstraint("rolewise_feedback_key", ["person", "question"])
    .execute();

  await db.schema
    .createTable("rolewise_misses")
    .addColumn("workspace", "text", (column) => column.notNull())
    .addColumn("folded", "text", (column) => column.notNull())
    .addColumn("text", "text", (column) => column.notNull())
    .addColumn("day", "integer", (column) => column.notNull())
    .addColumn("asked", "integer", (column) => column.notNull())
    .addPrimaryKeyConstraint("rolewise_misses_key", ["workspace", "folded", "day"])
    .execute();

  await db.schema
    .createTable("rolewise_installations")
    .addColumn("key", "text", (column) => column.primaryKey())
    .addColumn("sealed", type.bytes, (column) => column.notNull())
    .addColumn("changed_at", type.whole, (column) => column.notNull())
    .execute();

  for (const [table, column] of INDEXES) {
    await db.schema.createIndex(`${table}_by_${column}`).on(table).column(column).execute();
  }
}

/** What was kept before counts as declined. */
async function kindsOfMisses(db: Kysely<Tables>): Promise<void> {
  for (const column of ["unclear", "disliked"])
    await db.schema
      .alterTable("rolewise_misses")
      .addColumn(column, "integer", (made) => made.notNull().defaultTo(0))
      .execute();
}

/** For expiry, for what is due, and for erasing by person or workspace. */
const INDEXES = [
  ["rolewise_claims", "expires_at"],
  ["rolewise_memory", "expires_at"],
  ["rolewise_memory", "person"],
  ["rolewise_memory", "workspace"],
  ["rolewise_people", "workspace"],
  ["rolewise_nudges", "due_at"],
  ["rolewise_nudges", "workspace"],
  ["rolewise_feedback", "workspace"],
  ["rolewise_misses", "day"],
] as const;
