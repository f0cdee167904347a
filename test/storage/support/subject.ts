import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openMemoryStorage } from "../../../src/storage/in-memory/open.ts";
import { openStorage } from "../../../src/storage/open.ts";
import type { Storage } from "../../../src/storage/storage.ts";
import { dumpPostgres, dumpSqlite, fileBytes, rowsOfPostgres, rowsOfSqlite, type TableRows } from "./dump.ts";
import { recordingLog } from "./log.ts";
import { createSchema } from "./postgres.ts";

export const SECRET = "a secret that only tests use";

/** A storage under test. */
export interface Subject {
  storage: Storage;
  /** Closes the storage and removes what it kept. */
  dispose(): Promise<void>;
}

export interface DatabaseSubject extends Subject {
  /** Everything in the database as text. */
  dump(): Promise<string>;
  /** Every row by table. */
  rows(): Promise<TableRows>;
}

export type OpenSubject = (now: () => number) => Promise<Subject>;
export type OpenDatabase = (now: () => number) => Promise<DatabaseSubject>;

export const openMemory: OpenSubject = async (now) => {
  const storage = openMemoryStorage({ now });
  return { storage, dispose: () => storage.close() };
};

export const openSqliteSubject: OpenDatabase = async (now) => {
  const folder = await mkdtemp(join(tmpdir(), "rolewise-contract-"));
  const file = join(folder, "rolewise.db");
  const storage = await openStorage({ url: file, now, log: recordingLog() });
  return {
    storage,
    dump: async () => `${dumpSqlite(file)}\n${fileBytes(file)}`,
    rows: async () => rowsOfSqlite(file),
    dispose: async () => {
      await storage.close();
      await rm(folder, { recursive: true });
    },
  };
};

export const openPostgresSubject: OpenDatabase = async (now) => {
  const schema = await createSchema();
  const storage = await openStorage({ url: schema.url, secret: SECRET, now, log: recordingLog() });
  return {
    storage,
    dump: () => dumpPostgres(schema),
    rows: () => rowsOfPostgres(schema),
    dispose: async () => {
      await storage.close();
      await schema.drop();
    },
  };
};
