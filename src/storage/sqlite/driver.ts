import type { SqliteDatabase } from "kysely";
import type Database from "libsql";
import { codeOf, StorageUnavailable, type UnavailableReason } from "../errors.ts";

/** More than there are queries of ours; lists of values make a text for each length. */
const MOST_STATEMENTS = 100;

/**
 * libsql as Kysely wants a database: errors get our type, blobs come as `Buffer`, and a value that SQLite cannot hold
 * throws, where libsql would take the whole process down (a boolean or undefined is a panic in its native part).
 */
export function sqliteDriver(database: Database.Database): SqliteDatabase {
  // Reading a text again takes as long as running it.
  const prepared = new Map<string, Database.Statement>();
  const statementOf = (sql: string) => {
    const known = prepared.get(sql);
    if (known) return known;
    const statement = translated(() => database.prepare(sql));
    if (prepared.size < MOST_STATEMENTS) prepared.set(sql, statement);
    return statement;
  };
  return {
    close: () => {
      prepared.clear();
      return translated(() => database.close());
    },
    prepare: (sql) => {
      const statement = statementOf(sql);
      return {
        reader: statement.reader,
        all: (parameters) => translated(() => statement.all(bindable(parameters)).map(withBuffers)),
        run: (parameters) => translated(() => statement.run(bindable(parameters))),
        iterate: () => {
          throw new Error("streaming is not used");
        },
      };
    },
  };
}

function translated<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof TypeError) throw error;
    throw new StorageUnavailable(reasonOf(codeOf(error) ?? ""), error);
  }
}

function reasonOf(code: string): UnavailableReason {
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return "busy";
  if (/^SQLITE_FULL/.test(code)) return "full";
  if (/^SQLITE_(READONLY|PERM|AUTH)/.test(code)) return "refused";
  if (/^SQLITE_(IOERR|CANTOPEN|NOTADB|CORRUPT|NOMEM)/.test(code)) return "unreachable";
  return "fault";
}

function bindable(parameters: readonly unknown[]): unknown[] {
  for (const value of parameters) {
    const fits =
      value === null ||
      typeof value === "string" ||
      typeof value === "bigint" ||
      Number.isFinite(value) ||
      value instanceof Uint8Array;
    if (!fits) throw new TypeError(`SQLite cannot hold a value of type ${typeof value}`);
  }
  return [...parameters];
}

function withBuffers(row: unknown): unknown {
  if (typeof row !== "object" || row === null) return row;
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      value instanceof ArrayBuffer ? Buffer.from(value) : value,
    ]),
  );
}
