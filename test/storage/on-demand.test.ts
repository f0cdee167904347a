import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openOnDemand } from "../../src/storage/on-demand.ts";
import { openStorage } from "../../src/storage/open.ts";
import { fakeClock } from "./support/clock.ts";
import { temporaryFolder } from "./support/folder.ts";
import { recordingLog } from "./support/log.ts";
import { ADA, PLAN, PROFILE } from "./support/people.ts";

async function setUp() {
  const folder = await temporaryFolder();
  const url = join(folder, "data", "rolewise.db");
  const options = () => ({ url, now: fakeClock().now, log: recordingLog() });
  return { folder, url, options };
}

describe("a storage on demand", () => {
  it("leaves no file behind while there is nothing to keep", async () => {
    const { folder, options } = await setUp();
    const storage = openOnDemand(options());
    await storage.claim("message", 1_000);
    await storage.memory.put("talk", { roles: ["data-engineer"] }, ADA);
    expect(await storage.memory.get("talk")).toEqual({ roles: ["data-engineer"] });
    expect(await storage.people.get(ADA)).toBeUndefined();
    expect(await storage.people.export(ADA)).toMatchObject({
      memory: [{ focus: { roles: ["data-engineer"] } }],
    });
    expect(await storage.people.erase(ADA)).toEqual({ people: 0, nudges: 0, memory: 1, feedback: 0 });
    await storage.close();
    expect(await readdir(folder)).toEqual([]);
  });

  it("keeps what somebody asked for, for the next time, and forgets the talk", async () => {
    const { url, options } = await setUp();
    const first = openOnDemand(options());
    await first.memory.put("talk", { roles: [] }, ADA);
    await first.people.put(ADA, { profile: PROFILE });
    await first.people.change(ADA, () => ({ plan: PLAN }));
    await first.close();
    expect(existsSync(url)).toBe(true);
    const next = openOnDemand(options());
    expect(await next.people.get(ADA)).toEqual({ profile: PROFILE, plan: PLAN });
    expect(await next.memory.get("talk")).toBeUndefined();
    await next.close();
  });

  it("shows and erases what is kept and what is said together", async () => {
    const { options } = await setUp();
    const storage = openOnDemand(options());
    await storage.people.put(ADA, { profile: PROFILE });
    await storage.memory.put("talk", { roles: [] }, ADA);
    expect(await storage.people.export(ADA)).toMatchObject({
      profile: PROFILE,
      memory: [{ focus: { roles: [] } }],
    });
    expect(await storage.people.erase(ADA)).toMatchObject({ people: 1, memory: 1 });
    expect(await storage.people.export(ADA)).toEqual({ memory: [], feedback: [] });
    await storage.close();
  });

  it("is as one that is down where another process has the file, and says so once", async () => {
    const { url, options } = await setUp();
    const other = await openStorage({ url, now: fakeClock().now, log: recordingLog() });
    const log = recordingLog();
    const storage = openOnDemand({ ...options(), log });
    for (let tries = 0; tries < 2; tries++)
      await expect(storage.people.get(ADA)).rejects.toMatchObject({
        name: "StorageUnavailable",
        reason: "refused",
      });
    expect(await storage.claim("message", 1_000)).toBe(true);
    expect(log.lines).toMatchObject([
      { level: "warn", message: expect.stringContaining("Another Rolewise") },
    ]);
    await storage.close();
    await other.close();
  });
});
