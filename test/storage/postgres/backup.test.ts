import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { openStorage } from "../../../src/storage/open.ts";
import { PROJECT_ROOT } from "../../support/brain.ts";
import { temporaryFolder } from "../support/folder.ts";
import { recordingLog } from "../support/log.ts";
import { ADA, BOB, keepEverything, PLAN, PROFILE } from "../support/people.ts";
import { createSchema, describePostgres } from "../support/postgres.ts";
import { SECRET } from "../support/subject.ts";

const open = (url: string) => openStorage({ url, secret: SECRET, now: Date.now, log: recordingLog() });

/** The command of docs/backups.md that begins with a word, and its arguments. */
async function documented(program: string): Promise<string[]> {
  const page = await readFile(join(PROJECT_ROOT, "docs", "backups.md"), "utf8");
  const [, line = ""] = new RegExp(`^${program} (.+)$`, "m").exec(page) ?? [];
  return line.split(" ");
}

describePostgres("a backup of a server", () => {
  it("by the commands of the docs brings back what was kept at its moment", async () => {
    const schema = await createSchema();
    const file = join(await temporaryFolder(), "rolewise.dump");
    // Other tests have schemas of their own in the same database, so these commands keep to one.
    const url = new URL(schema.url);
    url.search = "";
    const run = async (program: string) => {
      const given = (await documented(program)).map((part) =>
        part.replace('"$DATABASE_URL"', url.href).replace("rolewise.dump", file),
      );
      execFileSync(program, [...given, `--schema=${schema.name}`], { stdio: "pipe" });
    };
    try {
      const bot = await open(schema.url);
      await keepEverything(bot, ADA, 1);
      await run("pg_dump");
      await bot.people.erase(ADA);
      await bot.people.put(BOB, { profile: PROFILE });
      await bot.close();
      await run("pg_restore");
      const restored = await open(schema.url);
      expect(await restored.people.get(ADA)).toEqual({ profile: PROFILE, plan: PLAN });
      expect(await restored.people.get(BOB)).toBeUndefined();
      expect((await restored.people.export(ADA)).nudge).toEqual({ dueAt: 1, address: { channel: "D0ADA" } });
      await restored.close();
    } finally {
      await schema.drop();
    }
  });
});
