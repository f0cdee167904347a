import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import Database from "libsql";
import type { TestSchema } from "./postgres.ts";

/** Every column of every row of every table, blobs as latin1 so that plain text in them would be found. */
export function dumpRows(tables: TableRows): string {
  const lines = Object.entries(tables).flatMap(([table, rows]) =>
    rows.map((row) =>
      Object.entries(row)
        .map(([column, value]) => `${table}.${column}=${readable(value)}`)
        .join("\n"),
    ),
  );
  return lines.join("\n");
}

export type TableRows = Record<string, Record<string, unknown>[]>;

export async function dumpPostgres(schema: TestSchema): Promise<string> {
  return dumpRows(await rowsOfPostgres(schema));
}

export async function rowsOfPostgres(schema: TestSchema): Promise<TableRows> {
  const names = await schema.query(
    "select table_name as name from information_schema.tables where table_schema = current_schema()",
  );
  const tables: TableRows = {};
  for (const { name } of names) tables[String(name)] = await schema.query(`select * from ${name}`);
  return tables;
}

/** Through a second, reading connection: the lock keeps writers out, not readers. */
export function dumpSqlite(file: string): string {
  return dumpRows(rowsOfSqlite(file));
}

export function rowsOfSqlite(file: string): TableRows {
  const database = new Database(file);
  const read = (sql: string) => database.prepare(sql).all().filter(isRow);
  const tables: TableRows = {};
  for (const { name } of read("select name from sqlite_master where type = 'table'")) {
    tables[String(name)] = read(`select * from ${name}`);
  }
  database.close();
  return tables;
}

/**
 * The bytes of the database file and its write-ahead log, as latin1. Read by another process: in this one, closing the
 * file would drop the locks that SQLite holds on it (POSIX locks belong to the process).
 */
export function fileBytes(file: string): string {
  const files = [file, `${file}-wal`].filter((path) => existsSync(path));
  return execFileSync("cat", files, { maxBuffer: 64 * 1024 * 1024 }).toString("latin1");
}

function readable(value: unknown): string {
  if (value instanceof ArrayBuffer) return Buffer.from(value).toString("latin1");
  return value instanceof Uint8Array ? Buffer.from(value).toString("latin1") : String(value);
}

function isRow(row: unknown): row is Record<string, unknown> {
  return typeof row === "object" && row !== null;
}
