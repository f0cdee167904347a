import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { openStorage } from "../../../src/storage/open.ts";
import { backupSqlite } from "../../../src/storage/sqlite/backup.ts";
import { compileChildren } from "../support/compile.ts";
import { temporaryFolder } from "../support/folder.ts";
import { recordingLog } from "../support/log.ts";
import { ADA, BOB, keepEverything, PLAN, PROFILE } from "../support/people.ts";
import { SECRET } from "../support/subject.ts";

const open = (url: string, secret?: string) =>
  openStorage({ url, secret, now: Date.now, log: recordingLog() });

describe("a backup of a database file", () => {
  it("holds what was kept at its moment, and nothing later, while the bot goes on", async () => {
    const folder = await temporaryFolder();
    const file = join(folder, "rolewise.db");
    const bot = await open(file);
    await keepEverything(bot, ADA, 1);
    const copies = join(folder, "backups", "monday");
    const written = await backupSqlite(file, copies);
    expect(written).toEqual([join(copies, "rolewise.db"), join(copies, "rolewise.db.secret")]);
    expect((await stat(written[1] ?? "")).mode & 0o077).toBe(0);
    await bot.people.put(BOB, { profile: PROFILE });
    await bot.people.erase(ADA);
    await bot.close();

    // Restored as the docs say: both files in the place of the lost ones, then a start.
    const restored = await open(join(copies, "rolewise.db"));
    expect(await restored.people.get(ADA)).toEqual({ profile: PROFILE, plan: PLAN });
    expect(await restored.people.get(BOB)).toBeUndefined();
    expect((await restored.people.export(ADA)).nudge).toEqual({ dueAt: 1, address: { channel: "D0ADA" } });
    await restored.close();
  });

  it("is whole while another process writes as fast as it can", async () => {
    const folder = await temporaryFolder();
    const file = join(folder, "rolewise.db");
    await (await open(file)).close();
    const children = await compileChildren();
    const writer = spawn(process.execPath, [children.script("writer"), file, "0"]);
    onTestFinished(async () => {
      writer.kill("SIGKILL");
      await children.remove();
    });
    let confirmed = 0;
    writer.stdout.on("data", (lines: Buffer) => {
      confirmed += lines.toString().split("\n").length - 1;
    });
    writer.stdin.write("go\n");
    const before: number[] = [];
    for (const name of ["one", "two", "three"]) {
      while (confirmed < (before.at(-1) ?? 0) + 20) await new Promise((resolve) => setTimeout(resolve, 5));
      before.push(confirmed);
      await backupSqlite(file, join(folder, name));
    }
    writer.kill("SIGKILL");
    await once(writer, "close");
    for (const [at, name] of ["one", "two", "three"].entries()) {
      const restored = await open(join(folder, name, "rolewise.db"));
      for (let row = 0; row < (before[at] ?? 0); row++) {
        const kept = await restored.people.get({ platform: "test", workspaceId: "W", userId: `u${row}` });
        expect(kept).toEqual({ profile: { row, text: "x".repeat(row % 3000) } });
      }
      await restored.close();
    }
  });

  it("leaves the secret to whoever set it", async () => {
    const folder = await temporaryFolder();
    const file = join(folder, "rolewise.db");
    const bot = await open(file, SECRET);
    await bot.people.put(ADA, { profile: PROFILE });
    expect(await backupSqlite(file, join(folder, "copy"))).toEqual([join(folder, "copy", "rolewise.db")]);
    await bot.close();
    const restored = await open(join(folder, "copy", "rolewise.db"), SECRET);
    expect(await restored.people.get(ADA)).toEqual({ profile: PROFILE });
    await restored.close();
  });

  it("never writes over an earlier one, and makes nothing of what is no database", async () => {
    const folder = await temporaryFolder();
    const file = join(folder, "rolewise.db");
    await (await open(file)).close();
    const copies = join(folder, "copy");
    await mkdir(copies);
    await writeFile(join(copies, "rolewise.db.secret"), "of another day");
    await expect(backupSqlite(file, copies)).rejects.toThrow(/is there already: name another folder/);
    expect(await readFile(join(copies, "rolewise.db.secret"), "utf8")).toBe("of another day");
    await rm(file);
    await expect(backupSqlite(file, join(folder, "other"))).rejects.toMatchObject({ fault: "cannot-open" });
    await expect(stat(file)).rejects.toThrow("ENOENT");
  });
});
