// What a profile costs: read, write, and both, on SQLite and PostgreSQL, beside the bare driver doing the same statement.
//
//   npm run build && node bench/storage.mjs [--profiles 1000000] [--operations 2000]
//
// PostgreSQL runs in a schema of its own on BENCH_DATABASE_URL (default: database "test" on 127.0.0.1), which is dropped.
import { randomInt } from "node:crypto";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import pg from "pg";
import { owner } from "../dist/storage/context.js";
import { openStorage } from "../dist/storage/open.js";
import { createVault } from "../dist/storage/vault.js";

const Database = createRequire(import.meta.url)("libsql");
const { values: options } = parseArgs({
  options: {
    profiles: { type: "string", default: "1000000" },
    operations: { type: "string", default: "2000" },
  },
});
const OPERATIONS = Number(options.operations);
const SIZES = [1_000, Number(options.profiles)];
const BATCH = 5_000;
const SECRET = "a secret for measuring alone";
const vault = createVault(SECRET);
const log = { info() {}, warn() {}, error: console.error };

/** About what a filled-in profile takes: 0.6 kB of JSON. */
const PROFILE = {
  role: "bi-analyst",
  years: 3,
  skills: Array.from({ length: 14 }, (_, i) => ({ id: `skill-number-${i}`, level: i % 4 })),
  targets: ["data-engineer", "ml-engineer"],
  hoursPerWeek: 5,
  region: "DE",
};

const person = (i) => ({ platform: "slack", workspaceId: "T0BENCH", userId: `U${i}` });
const sealed = (key) => vault.seal(`people.profile:${key}`, PROFILE);

async function main() {
  console.log(
    `Node ${process.version}, ${cpus().length} × ${cpus()[0].model}, ${OPERATIONS} operations a figure`,
  );
  console.log("| database | profiles | operation | p50 ms | p99 ms | bare p50 ms | bare p99 ms |");
  console.log("| --- | --- | --- | --- | --- | --- | --- |");
  await measureSqlite();
  await measurePostgres();
}

async function measureSqlite() {
  const folder = await mkdtemp(join(tmpdir(), "rolewise-bench-"));
  const file = join(folder, "rolewise.db");
  await (await openStorage({ url: file, secret: SECRET, now: Date.now, log })).close();
  let filled = 0;
  for (const size of SIZES) {
    const bare = new Database(file);
    bare.pragma("synchronous = FULL");
    bare.pragma("secure_delete = ON");
    const insert = bare.prepare("insert into rolewise_people values (?, ?, ?, null, null, 1, ?, ?)");
    const fill = (from, to) => {
      bare.exec("begin");
      for (let i = from; i < to; i++) {
        const keys = owner(vault, person(i));
        insert.run([keys.person, keys.workspace, sealed(keys.person), Date.now(), Date.now()]);
      }
      bare.exec("commit");
    };
    filled = await fillTo("SQLite", filled, size, fill);
    bare.pragma("wal_checkpoint(truncate)");
    const select = bare.prepare("select profile, plan, nudge_settings from rolewise_people where person = ?");
    const update = bare.prepare("update rolewise_people set profile = ?, changed_at = ? where person = ?");
    const storage = await openStorage({ url: file, secret: SECRET, now: Date.now, log });
    await compare("SQLite", size, storage, {
      read: (key) => select.all([key]),
      write: (key, blob) => update.run([blob, Date.now(), key]),
    });
    await storage.close();
    bare.close();
  }
  console.error(`SQLite: ${((await stat(file)).size / 2 ** 20).toFixed(0)} MiB on disk`);
  await rm(folder, { recursive: true });
}

async function measurePostgres() {
  const server = process.env.BENCH_DATABASE_URL ?? "postgres://postgres@127.0.0.1:5432/test";
  const schema = `rolewise_bench_${process.pid}`;
  const url = new URL(server);
  url.searchParams.set("options", `-c search_path=${schema}`);
  const bare = new pg.Pool({ connectionString: url.href, max: 1 });
  try {
    await bare.query(`create schema ${schema}`);
  } catch (error) {
    console.error(`PostgreSQL was not measured: ${server} does not answer (${error.code ?? error.message})`);
    return;
  }
  try {
    const storage = await openStorage({ url: url.href, secret: SECRET, now: Date.now, log });
    let filled = 0;
    for (const size of SIZES) {
      filled = await fillTo("PostgreSQL", filled, size, async (from, to) => {
        const rows = Array.from({ length: to - from }, (_, i) => owner(vault, person(from + i)));
        await bare.query(
          "insert into rolewise_people select *, null, null, 1, $4, $4 from unnest($1::text[], $2::text[], $3::bytea[])",
          [
            rows.map((row) => row.person),
            rows.map((row) => row.workspace),
            rows.map((row) => sealed(row.person)),
            Date.now(),
          ],
        );
      });
      await bare.query("vacuum analyze rolewise_people");
      await compare("PostgreSQL", size, storage, {
        read: (key) =>
          bare.query("select profile, plan, nudge_settings from rolewise_people where person = $1", [key]),
        write: (key, blob) =>
          bare.query("update rolewise_people set profile = $1, changed_at = $2 where person = $3", [
            blob,
            Date.now(),
            key,
          ]),
      });
    }
    const { rows } = await bare.query("select pg_total_relation_size('rolewise_people') as bytes");
    console.error(`PostgreSQL: ${(rows[0].bytes / 2 ** 20).toFixed(0)} MiB on disk`);
    await storage.close();
  } finally {
    await bare.query(`drop schema ${schema} cascade`);
    await bare.end();
  }
}

async function fillTo(name, from, to, fill) {
  const start = performance.now();
  for (let at = from; at < to; at += BATCH) await fill(at, Math.min(to, at + BATCH));
  console.error(`${name}: filled to ${to} profiles in ${((performance.now() - start) / 1000).toFixed(1)} s`);
  return to;
}

/** Storage and bare driver take turns, so that a busy moment of the machine falls on both. */
async function compare(name, size, storage, bare) {
  const operations = {
    read: [(i) => storage.people.get(person(i)), (_i, key) => bare.read(key)],
    write: [
      (i) => storage.people.put(person(i), { profile: PROFILE }),
      (_i, key, blob) => bare.write(key, blob),
    ],
    "read + write": [
      (i) => storage.people.change(person(i), () => ({ profile: PROFILE })),
      async (_i, key, blob) => {
        await bare.read(key);
        await bare.write(key, blob);
      },
    ],
  };
  for (const [operation, [ours, theirs]] of Object.entries(operations)) {
    const times = { ours: [], theirs: [] };
    for (let n = -100; n < OPERATIONS; n++) {
      const i = randomInt(size);
      const key = owner(vault, person(i)).person;
      const blob = sealed(key);
      const [start, middle] = [performance.now(), await ours(i).then(() => performance.now())];
      const restart = performance.now();
      await theirs(i, key, blob);
      const end = performance.now();
      if (n < 0) continue;
      times.ours.push(middle - start);
      times.theirs.push(end - restart);
    }
    const figures = [times.ours, times.theirs].flatMap((list) => [quantile(list, 0.5), quantile(list, 0.99)]);
    console.log(`| ${[name, size, operation, ...figures.map((ms) => ms.toFixed(3))].join(" | ")} |`);
  }
}

function quantile(list, share) {
  const sorted = list.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}

await main();
