import { chmod, mkdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import Database from "libsql";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { openStorage } from "../../../src/storage/open.ts";
import { DAY, fakeClock, MINUTE } from "../support/clock.ts";
import { dumpSqlite } from "../support/dump.ts";
import { temporaryFolder } from "../support/folder.ts";
import { recordingLog } from "../support/log.ts";
import { ADA, PROFILE } from "../support/people.ts";
import { SECRET } from "../support/subject.ts";

const { now } = fakeClock();
const open = (url: string, secret?: string, log = recordingLog()) => openStorage({ url, secret, now, log });

describe("opening a database file", () => {
  it("creates the folders around it, and reads what it kept when opened again", async () => {
    const file = join(await temporaryFolder(), "a", "b", "rolewise.db");
    const first = await open(file);
    await first.people.put(ADA, { profile: PROFILE });
    await first.close();
    const second = await open(`file:${file}`);
    expect(await second.people.get(ADA)).toEqual({ profile: PROFILE });
    await second.close();
  });

  it("keeps a log and syncs it at each commit", async () => {
    const file = join(await temporaryFolder(), "rolewise.db");
    const { openSqliteWithDriver } = await import("../../../src/storage/sqlite/open.ts");
    const { storage, database } = await openSqliteWithDriver({ file, now, log: recordingLog() });
    const FULL = 2;
    expect(database.pragma("journal_mode")).toEqual([{ journal_mode: "wal" }]);
    expect(database.pragma("synchronous")).toEqual([{ synchronous: FULL }]);
    expect(database.pragma("foreign_keys")).toEqual([{ foreign_keys: 1 }]);
    await storage.close();
  });

  it("lets what lasts minutes be confirmed before the disk has it, and syncs all else", async () => {
    const file = join(await temporaryFolder(), "rolewise.db");
    const { openSqliteWithDriver } = await import("../../../src/storage/sqlite/open.ts");
    const { storage, database } = await openSqliteWithDriver({ file, now, log: recordingLog() });
    const set = vi.spyOn(database, "pragma");
    const settings = () => set.mock.calls.splice(0).map(([text]) => text);
    const briefly = ["synchronous = NORMAL", "synchronous = FULL"];
    await storage.claim("slack:T:C:1", 60_000);
    expect(settings()).toEqual(briefly);
    await storage.memory.put("talk", { v: 1 }, ADA);
    expect(settings()).toEqual(briefly);
    await storage.people.put(ADA, { profile: PROFILE });
    await storage.memory.forget("talk");
    await storage.people.erase(ADA);
    expect(settings()).toEqual([]);
    await storage.close();
  });

  it("syncs again after a claim that failed", async () => {
    const file = join(await temporaryFolder(), "rolewise.db");
    const { openSqliteWithDriver } = await import("../../../src/storage/sqlite/open.ts");
    const { storage, database } = await openSqliteWithDriver({ file, now, log: recordingLog() });
    database.exec("drop table rolewise_claims");
    await expect(storage.claim("slack:T:C:1", 60_000)).rejects.toMatchObject({ name: "StorageUnavailable" });
    expect(database.pragma("synchronous")).toEqual([{ synchronous: 2 }]);
    await storage.close();
  });

  it("makes a secret at the first start, which only its owner can read, and logs where but not what", async () => {
    const file = join(await temporaryFolder(), "rolewise.db");
    const log = recordingLog();
    await (await open(file, undefined, log)).close();
    const secret = (await readFile(`${file}.secret`, "utf8")).trim();
    expect(Buffer.from(secret, "base64url")).toHaveLength(32);
    expect((await stat(`${file}.secret`)).mode & 0o777).toBe(0o600);
    expect(JSON.stringify(log.lines)).toContain(`${file}.secret`);
    expect(JSON.stringify(log.lines)).not.toContain(secret);
  });

  it("warns of a secret that others can read", async () => {
    const file = join(await temporaryFolder(), "rolewise.db");
    await (await open(file)).close();
    await chmod(`${file}.secret`, 0o644);
    const log = recordingLog();
    await (await open(file, undefined, log)).close();
    expect(log.lines).toMatchObject([{ level: "warn", message: expect.stringContaining("chmod 600") }]);
  });

  it("makes no secret file where it is given one", async () => {
    const file = join(await temporaryFolder(), "rolewise.db");
    await (await open(file, SECRET)).close();
    await expect(stat(`${file}.secret`)).rejects.toThrow("ENOENT");
  });

  it("refuses another secret than the one it was written with", async () => {
    const file = join(await temporaryFolder(), "rolewise.db");
    await (await open(file)).close();
    await expect(open(file, SECRET)).rejects.toMatchObject({
      name: "StorageSetupError",
      fault: "secret-changed",
      message: expect.stringContaining(file),
    });
    await expect(open(file)).resolves.toBeDefined();
  });

  it("does not make a new secret where the old one has gone", async () => {
    const file = join(await temporaryFolder(), "rolewise.db");
    await (await open(file)).close();
    await rm(`${file}.secret`);
    await expect(open(file)).rejects.toMatchObject({
      fault: "secret-missing",
      message: expect.stringContaining(`restore ${file}.secret`),
    });
    await expect(stat(`${file}.secret`)).rejects.toThrow("ENOENT");
  });

  it("refuses a secret that can be guessed", async () => {
    const file = join(await temporaryFolder(), "rolewise.db");
    await expect(open(file, "short")).rejects.toMatchObject({ fault: "secret-weak" });
  });

  it("refuses a schema newer than it knows, and leaves it as it is", async () => {
    const file = join(await temporaryFolder(), "rolewise.db");
    await (await open(file)).close();
    const database = new Database(file);
    database.exec("update rolewise_meta set value = '999' where key = 'schema'");
    await expect(open(file)).rejects.toMatchObject({
      fault: "newer-schema",
      message: expect.stringMatching(/schema 999, this one knows \d+/),
    });
    expect(database.prepare("select value from rolewise_meta where key = 'schema'").all()).toEqual([
      { value: "999" },
    ]);
  });

  it("says what is wrong with a file that it cannot open", async () => {
    const folder = await temporaryFolder();
    const text = join(folder, "notes.txt");
    await writeFile(text, "these are notes and not a database at all".repeat(20));
    await expect(open(text)).rejects.toMatchObject({
      fault: "cannot-open",
      message: expect.stringContaining("not a SQLite database"),
    });
    await mkdir(join(folder, "folder.db"));
    await expect(open(join(folder, "folder.db"))).rejects.toMatchObject({ fault: "cannot-open" });
    await expect(open(join(text, "below.db"))).rejects.toMatchObject({
      fault: "cannot-open",
      message: expect.stringContaining(join(text, "below.db")),
    });
  });

  it.each(["", " ", ":memory:", "mysql://root@localhost/x", "file:"])(
    "refuses %j as an address",
    async (url) => {
      await expect(open(url)).rejects.toMatchObject({ fault: "bad-url" });
    },
  );

  it("lets one opener in at a time, tells the other who holds which file, and lets the next one in", async () => {
    const file = join(await temporaryFolder(), "rolewise.db");
    const first = await open(file);
    await expect(open(file)).rejects.toMatchObject({
      name: "StorageSetupError",
      fault: "locked",
      message: expect.stringMatching(new RegExp(`process ${process.pid}.*${file}.*DATABASE_URL=postgres`)),
    });
    await first.people.put(ADA, { profile: PROFILE });
    await first.close();
    const next = await open(file);
    expect(await next.people.get(ADA)).toEqual({ profile: PROFILE });
    await next.close();
  });

  it("sweeps by itself every few minutes, until it is closed", async () => {
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
    onTestFinished(() => {
      vi.useRealTimers();
    });
    const file = join(await temporaryFolder(), "rolewise.db");
    const clock = fakeClock();
    const storage = await openStorage({ url: file, now: clock.now, log: recordingLog() });
    await storage.claim("key", MINUTE);
    await storage.memory.put("C1", { roles: [] }, ADA);
    clock.advance(DAY);
    expect(dumpSqlite(file)).toContain("rolewise_claims.key=");
    vi.advanceTimersByTime(5 * MINUTE);
    await vi.waitFor(() => expect(dumpSqlite(file)).not.toMatch(/rolewise_(claims|memory)\.key=/));
    await storage.close();
    expect(vi.getTimerCount()).toBe(0);
  });
});
