import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { openStorage } from "../../../src/storage/open.ts";
import { CALL_LIMIT_MS, type Storage } from "../../../src/storage/storage.ts";
import { fakeClock, MINUTE } from "../support/clock.ts";
import { recordingLog } from "../support/log.ts";
import { ADA, BOB, PROFILE } from "../support/people.ts";
import { createSchema, describePostgres, type TestSchema } from "../support/postgres.ts";
import { type FlakyProxy, startProxy } from "../support/proxy.ts";
import { SECRET } from "../support/subject.ts";

describePostgres("a database server in trouble", () => {
  let schema: TestSchema;
  let proxy: FlakyProxy;
  let storage: Storage | undefined;
  let log = recordingLog();

  beforeEach(async () => {
    schema = await createSchema();
    proxy = await startProxy(schema.url);
    log = recordingLog();
  });
  afterEach(async () => {
    proxy.mode = "pass";
    await storage?.close();
    await proxy.close();
    await schema.drop();
  });

  async function open(secret: string | undefined = SECRET): Promise<Storage> {
    storage = await openStorage({ url: proxy.url, secret, now: fakeClock().now, log });
    return storage;
  }

  it("fails each of many calls in time while nothing comes back, and recovers by itself", async () => {
    const storage = await open();
    await storage.people.put(ADA, { profile: PROFILE });
    proxy.mode = "stall";
    const calls = [
      () => storage.claim("key", MINUTE),
      () => storage.people.get(ADA),
      () => storage.people.put(ADA, { plan: [] }),
      () => storage.people.change(ADA, () => ({ plan: [] })),
      () => storage.people.erase(ADA),
      () => storage.people.export(ADA),
      () => storage.memory.get("C1"),
      () => storage.nudges.claimDue(1, MINUTE),
      () => storage.sweep(),
      () => storage.check(),
      ...Array.from({ length: 30 }, (_, i) => () => storage.claim(`key ${i}`, MINUTE)),
    ];
    for (const failure of await Promise.all(calls.map(failureOf))) {
      expect(failure).toMatchObject({ name: "StorageUnavailable", reason: "unreachable" });
      expect(failure.ms).toBeLessThan(CALL_LIMIT_MS);
    }
    proxy.mode = "pass";
    await recovers(storage);
    expect(await storage.people.get(ADA)).toEqual({ profile: PROFILE });
    expect(log.lines.at(-1)).toMatchObject({ level: "info", message: "the database serves again" });
  });

  it("does not make every call of a message wait: after one silence the next ones fail at once", async () => {
    const storage = await open();
    proxy.mode = "stall";
    await failureOf(() => storage.claim("key", MINUTE));
    for (let i = 0; i < 5; i++) {
      const { ms } = await failureOf(() => storage.memory.get("C1"));
      expect(ms).toBeLessThan(1_000);
    }
  });

  it("survives cut connections, idle and at work, and a server that refuses", async () => {
    const storage = await open();
    await storage.people.put(ADA, { profile: PROFILE });
    proxy.cut();
    await recovers(storage);

    const waiting = failureOf(() => storage.people.put(ADA, { plan: [1] }));
    proxy.mode = "refuse";
    proxy.cut();
    expect(await waiting).toMatchObject({ name: "StorageUnavailable" });
    proxy.mode = "pass";
    await recovers(storage);
    expect(await storage.people.get(ADA)).toEqual({ profile: PROFILE });
  });

  it("survives a server that ends its connections, as a restart does", async () => {
    const storage = await open();
    await storage.people.put(ADA, { profile: PROFILE });
    const ended = await schema.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where application_name = '${schema.name}' and pid <> pg_backend_pid()`,
    );
    expect(ended.length).toBeGreaterThan(0);
    await recovers(storage);
    expect(await storage.people.get(ADA)).toEqual({ profile: PROFILE });
  });

  it("gives a statement up that waits for a lock, without resting, and writes nothing later", async () => {
    const storage = await open();
    await storage.people.put(ADA, { profile: PROFILE });
    await storage.memory.put("C1", { roles: [] }, ADA);
    const other = await schema.connect();
    await other.query("begin; lock table rolewise_people in access exclusive mode");
    const failure = await failureOf(() => storage.people.put(ADA, { profile: { role: "late" } }));
    expect(failure).toMatchObject({ name: "StorageUnavailable", reason: "timeout" });
    expect(failure.ms).toBeLessThan(CALL_LIMIT_MS);
    expect(await storage.memory.get("C1")).toEqual({ roles: [] });
    await other.query("commit");
    await other.end();
    await sleep(50);
    expect(await storage.people.get(ADA)).toEqual({ profile: PROFILE });
  });

  it("undoes all of an erasure that could not finish", async () => {
    const storage = await open();
    await storage.people.put(ADA, { profile: PROFILE });
    await storage.feedback.add(ADA, "role:x", "helpful");
    const other = await schema.connect();
    await other.query("begin; lock table rolewise_feedback in access exclusive mode");
    const failure = await failureOf(() => storage.people.erase(ADA));
    expect(failure).toMatchObject({ name: "StorageUnavailable" });
    expect(failure.ms).toBeLessThan(CALL_LIMIT_MS);
    await other.query("commit");
    await other.end();
    await recovers(storage);
    expect(await storage.people.get(ADA)).toEqual({ profile: PROFILE });
    expect(await storage.people.erase(ADA)).toMatchObject({ people: 1, feedback: 1 });
  });

  it("reports a full disk as that, and serves again when there is space", async () => {
    const storage = await open();
    await schema.query(
      `create function full_disk() returns trigger language plpgsql as
       $$ begin raise exception 'could not extend file' using errcode = 'disk_full'; end $$`,
    );
    await schema.query(
      "create trigger full_disk before insert on rolewise_people execute function full_disk()",
    );
    expect(await failureOf(() => storage.people.put(ADA, { profile: PROFILE }))).toMatchObject({
      name: "StorageUnavailable",
      reason: "full",
    });
    expect(await storage.claim("key", MINUTE)).toBe(true);
    await schema.query("drop trigger full_disk on rolewise_people");
    await storage.people.put(ADA, { profile: PROFILE });
    expect(await storage.people.get(ADA)).toEqual({ profile: PROFILE });
  });

  it("opens while the server is down, and migrates when it comes", async () => {
    proxy.mode = "refuse";
    const storage = await open();
    expect(log.lines).toMatchObject([{ level: "warn", fields: { reason: "unreachable" } }]);
    expect(await failureOf(() => storage.claim("key", MINUTE))).toMatchObject({ reason: "unreachable" });
    proxy.mode = "pass";
    await recovers(storage);
    expect(await storage.claim("key", MINUTE)).toBe(true);
  });

  it("logs failures without ids, texts, addresses or passwords", async () => {
    const storage = await open();
    await storage.people.put(BOB, { profile: PROFILE });
    await schema.query("alter table rolewise_people drop column plan");
    expect(await failureOf(() => storage.people.put(BOB, { profile: PROFILE }))).toMatchObject({
      reason: "fault",
    });
    expect(log.lines).toEqual([
      {
        level: "error",
        fields: { operation: "people.put", reason: "fault", code: "42703" },
        message: "a database call failed",
      },
    ]);
  });

  it("says what to do about a missing secret, a wrong address and a refused login", async () => {
    const setup = (url: string, secret?: string) =>
      openStorage({ url, secret, now: fakeClock().now, log }).catch((error: unknown) => error);
    expect(await setup(schema.url)).toMatchObject({
      name: "StorageSetupError",
      fault: "secret-missing",
      message: expect.stringContaining("STORAGE_SECRET is not set"),
    });
    expect(await setup("postgres://[", SECRET)).toMatchObject({ fault: "bad-url" });
    const gone = new URL(schema.url);
    gone.pathname = "/no_such_database";
    gone.password = "hunter2";
    const refused = await setup(gone.href, SECRET);
    expect(refused).toMatchObject({
      fault: "cannot-open",
      message: expect.stringMatching(/no_such_database.*Check the user, password, database/),
    });
    expect(String(refused)).not.toContain("hunter2");
  });

  it("refuses a schema newer than it knows", async () => {
    await (await open()).close();
    await schema.query("update rolewise_meta set value = '999' where key = 'schema'");
    await expect(open()).rejects.toMatchObject({ name: "StorageSetupError", fault: "newer-schema" });
  });
});

async function failureOf(call: () => Promise<unknown>): Promise<Record<string, unknown> & { ms: number }> {
  const start = performance.now();
  try {
    await call();
  } catch (error) {
    const ms = performance.now() - start;
    if (error instanceof Error) return { ...error, name: error.name, message: error.message, ms };
  }
  return expect.fail("the call was to fail");
}

/** Calls may fail for a moment; then they work for good. */
async function recovers(storage: Storage): Promise<void> {
  await vi.waitFor(() => storage.check(), { timeout: 5000, interval: 50 });
  await storage.check();
}
