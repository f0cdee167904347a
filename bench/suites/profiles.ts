/**
 * What a profile costs among a thousand and among a million, on SQLite and PostgreSQL, beside the bare driver that runs
 * the same statements on the same tables. `--profiles N` fills in fewer than a million.
 *
 * PostgreSQL is measured in a schema of its own on BENCH_DATABASE_URL (default: database "test" on 127.0.0.1), which is
 * dropped.
 */
import { randomInt } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import Database from "libsql";
import pg from "pg";
import { owner } from "../../src/storage/context.ts";
import { openStorage } from "../../src/storage/open.ts";
import type { Storage } from "../../src/storage/storage.ts";
import { createVault } from "../../src/storage/vault.ts";
import { report } from "../measured/report.ts";
import { type Measured, type Row, single } from "../measured/row.ts";
import { median, quantile } from "../measured/statistics.ts";

const { values } = parseArgs({ options: { profiles: { type: "string", default: "1000000" } } });
const MOST = Number(values.profiles);
if (!(MOST >= 10_000)) throw new Error("--profiles is a number from 10000 on");
const SIZES = [1_000, MOST];
const OPERATIONS = 1_000;
const WARM_UP = 100;
const BATCH = 5_000;
const SECRET = "a secret for measuring alone";
const SERVER = process.env.BENCH_DATABASE_URL ?? "postgres://postgres@127.0.0.1:5432/test";
const vault = createVault(SECRET);
const log = { debug() {}, info() {}, warn() {}, error: console.error };

/** About what a filled-in profile takes: 0.6 kB of JSON. */
const PROFILE = {
  role: "bi-analyst",
  years: 3,
  skills: Array.from({ length: 14 }, (_, i) => ({ id: `skill-number-${i}`, level: i % 4 })),
  targets: ["data-engineer", "ml-engineer"],
  hoursPerWeek: 5,
  region: "DE",
};

/** The driver alone, with the statements that the storage comes down to. */
interface Bare {
  read(key: string): unknown;
  write(key: string, profile: Uint8Array): unknown;
}

const person = (i: number) => ({ platform: "slack" as const, workspaceId: "T0BENCH", userId: `U${i}` });
const keysOf = (i: number) => owner(vault, person(i));
const sealed = (key: string) => vault.seal(`people.profile:${key}`, PROFILE);
const openAt = (url: string) => openStorage({ url, secret: SECRET, now: Date.now, log });

const sqlite = await measureSqlite();
const postgres = await measurePostgres();
report({ rows: [...sqlite, ...postgres.rows], notes: postgres.notes });

async function measureSqlite(): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), "rolewise-profiles-"));
  const file = join(folder, "rolewise.db");
  try {
    await (await openAt(file)).close();
    const rows: Row[] = [];
    let filled = 0;
    for (const size of SIZES) {
      const bare = new Database(file);
      bare.pragma("synchronous = FULL");
      bare.pragma("secure_delete = ON");
      const insert = bare.prepare("insert into rolewise_people values (?, ?, ?, null, null, 1, ?, ?)");
      filled = await fill("SQLite", filled, size, (from, to) => {
        bare.exec("begin");
        for (let i = from; i < to; i++) {
          const keys = keysOf(i);
          insert.run([keys.person, keys.workspace, sealed(keys.person), Date.now(), Date.now()]);
        }
        bare.exec("commit");
      });
      bare.pragma("wal_checkpoint(truncate)");
      const select = bare.prepare(
        "select profile, plan, nudge_settings from rolewise_people where person = ?",
      );
      const update = bare.prepare("update rolewise_people set profile = ?, changed_at = ? where person = ?");
      const storage = await openAt(file);
      rows.push(
        ...(await compare("SQLite", "bare libsql", size, storage, {
          read: (key) => select.all([key]),
          write: (key, profile) => update.run([profile, Date.now(), key]),
        })),
      );
      await storage.close();
      bare.close();
    }
    return rows;
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function measurePostgres(): Promise<Measured> {
  const schema = `rolewise_bench_${process.pid}`;
  const url = new URL(SERVER);
  url.searchParams.set("options", `-c search_path=${schema}`);
  const bare = new pg.Pool({ connectionString: url.href, max: 1 });
  try {
    await bare.query(`create schema ${schema}`);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    await bare.end();
    return {
      rows: [],
      notes: [`PostgreSQL is not among the figures: none served us at ${url.host} (${code ?? message}).`],
    };
  }
  try {
    const storage = await openAt(url.href);
    const rows: Row[] = [];
    let filled = 0;
    for (const size of SIZES) {
      filled = await fill("PostgreSQL", filled, size, async (from, to) => {
        const people = Array.from({ length: to - from }, (_, i) => keysOf(from + i));
        await bare.query(
          "insert into rolewise_people select *, null, null, 1, $4, $4 from unnest($1::text[], $2::text[], $3::bytea[])",
          [
            people.map((keys) => keys.person),
            people.map((keys) => keys.workspace),
            people.map((keys) => sealed(keys.person)),
            Date.now(),
          ],
        );
      });
      await bare.query("vacuum analyze rolewise_people");
      rows.push(
        ...(await compare("PostgreSQL", "bare pg", size, storage, {
          read: (key) =>
            bare.query("select profile, plan, nudge_settings from rolewise_people where person = $1", [key]),
          write: (key, profile) =>
            bare.query("update rolewise_people set profile = $1, changed_at = $2 where person = $3", [
              profile,
              Date.now(),
              key,
            ]),
        })),
      );
    }
    await storage.close();
    return { rows, notes: [] };
  } finally {
    await bare.query(`drop schema ${schema} cascade`);
    await bare.end();
  }
}

async function fill(
  database: string,
  from: number,
  to: number,
  batch: (from: number, to: number) => unknown,
): Promise<number> {
  const start = performance.now();
  for (let at = from; at < to; at += BATCH) await batch(at, Math.min(to, at + BATCH));
  const seconds = (performance.now() - start) / 1_000;
  console.log(`${database}: filled to ${to} profiles in ${seconds.toFixed(1)} s`);
  return to;
}

/** Storage and bare driver take turns, so that a busy moment of the machine falls on both. */
async function compare(
  database: string,
  driver: string,
  size: number,
  storage: Storage,
  bare: Bare,
): Promise<Row[]> {
  const operations = {
    read: [(i: number) => storage.people.get(person(i)), (key: string) => bare.read(key)],
    changed: [
      (i: number) => storage.people.change(person(i), () => ({ profile: PROFILE })),
      async (key: string, profile: Uint8Array) => {
        await bare.read(key);
        await bare.write(key, profile);
      },
    ],
  } as const;
  const rows: Row[] = [];
  for (const [name, [ours, theirs]] of Object.entries(operations)) {
    const times: { ours: number[]; theirs: number[] } = { ours: [], theirs: [] };
    for (let n = -WARM_UP; n < OPERATIONS; n++) {
      const i = randomInt(size);
      const key = keysOf(i).person;
      const profile = sealed(key);
      const start = performance.now();
      await ours(i);
      const between = performance.now();
      await theirs(key, profile);
      const end = performance.now();
      if (n < 0) continue;
      times.ours.push(between - start);
      times.theirs.push(end - between);
    }
    console.log(
      `${database}, ${size} profiles, ${name}: p99 ${quantile(times.ours, 0.99).toFixed(2)} ms, ${driver} ${quantile(times.theirs, 0.99).toFixed(2)} ms`,
    );
    // Of the small table the change alone, which shows how it grows.
    if (size < MOST && name === "read") continue;
    const what = `a profile ${name} among ${size.toLocaleString("en-US")}, ${database}, p50, ms`;
    rows.push(single(what, median(times.ours), driver, median(times.theirs)));
  }
  return rows;
}
