import { join } from "node:path";
import Database from "libsql";
import { describe, expect, it } from "vitest";
import { openSqliteWithDriver } from "../../../src/storage/sqlite/open.ts";
import { CALL_LIMIT_MS } from "../../../src/storage/storage.ts";
import { fakeClock } from "../support/clock.ts";
import { temporaryFolder } from "../support/folder.ts";
import { recordingLog } from "../support/log.ts";
import { ADA, PROFILE } from "../support/people.ts";

async function openInFolder() {
  const file = join(await temporaryFolder(), "rolewise.db");
  const log = recordingLog();
  return { file, log, ...(await openSqliteWithDriver({ file, now: fakeClock().now, log })) };
}

describe("a database file in trouble", () => {
  it("rejects writes when the disk is full, goes on reading, and recovers by itself", async () => {
    const { storage, database, log } = await openInFolder();
    await storage.people.put(ADA, { profile: PROFILE });
    const pages = Object.values(Object(database.prepare("pragma page_count").get()))[0];
    database.pragma(`max_page_count = ${pages}`);
    const large = { text: "x".repeat(20_000) };
    await expect(storage.people.put(ADA, { plan: large })).rejects.toMatchObject({
      name: "StorageUnavailable",
      reason: "full",
    });
    expect(await storage.people.get(ADA)).toEqual({ profile: PROFILE });
    database.pragma("max_page_count = 1000000");
    await storage.people.put(ADA, { plan: large });
    expect(await storage.people.get(ADA)).toEqual({ profile: PROFILE, plan: large });
    expect(log.lines.filter(({ level }) => level !== "info")).toMatchObject([
      { level: "warn", fields: { operation: "people.put", reason: "full", code: "SQLITE_FULL" } },
    ]);
    await storage.close();
  });

  it("waits for another writer without stopping the event loop, then gives up in time, and recovers", async () => {
    const { file, storage } = await openInFolder();
    const other = new Database(file);
    other.exec("begin immediate");
    let ticks = 0;
    const ticking = setInterval(() => ticks++, 10);
    const start = performance.now();
    await expect(storage.people.put(ADA, { profile: PROFILE })).rejects.toMatchObject({ reason: "busy" });
    const took = performance.now() - start;
    clearInterval(ticking);
    expect(took).toBeLessThan(CALL_LIMIT_MS);
    expect(ticks).toBeGreaterThan(took / 40);
    expect(await storage.people.get(ADA)).toBeUndefined();

    const waiting = storage.people.put(ADA, { profile: PROFILE });
    setTimeout(() => other.exec("commit"), 100);
    await waiting;
    expect(await storage.people.get(ADA)).toEqual({ profile: PROFILE });
    await storage.close();
  });

  it("settles what is in hand before it closes", async () => {
    const { storage } = await openInFolder();
    const writes = Array.from({ length: 20 }, (_, i) => storage.claim(`key ${i}`, 1000));
    await storage.close();
    expect(await Promise.all(writes)).toEqual(Array.from({ length: 20 }, () => true));
  });
});
