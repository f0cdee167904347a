import { readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import Database from "libsql";
import { describe, expect, it } from "vitest";
import { inspectStorage } from "../../src/storage/inspect.ts";
import { openStorage } from "../../src/storage/open.ts";
import { temporaryFolder } from "./support/folder.ts";
import { recordingLog } from "./support/log.ts";
import { createSchema, describePostgres } from "./support/postgres.ts";
import { SECRET } from "./support/subject.ts";

const open = (url: string, secret?: string) =>
  openStorage({ url, secret, now: Date.now, log: recordingLog() });
const OTHER = "another-secret-of-enough-characters";

describe("looking at a database file", () => {
  it("finds nothing where it will be created, and leaves nothing behind", async () => {
    const folder = await temporaryFolder();
    const file = join(folder, "data", "rolewise.db");
    expect(await inspectStorage(file, undefined)).toEqual({ where: file, schema: "new" });
    expect(await readdir(folder)).toEqual([]);
  });

  it("finds the schema of this version, also while a bot has it open, and changes no file", async () => {
    const folder = await temporaryFolder();
    const file = join(folder, "rolewise.db");
    const bot = await open(`file:${file}`);
    expect(await inspectStorage(file, undefined)).toEqual({ where: file, schema: "current" });
    await bot.close();
    const before = await readdir(folder);
    expect(await inspectStorage(file, undefined)).toEqual({ where: file, schema: "current" });
    expect(await readdir(folder)).toEqual(before);
  });

  it("finds an older schema without bringing it forward", async () => {
    const file = join(await temporaryFolder(), "rolewise.db");
    await (await open(file)).close();
    setVersion(file, "0");
    expect(await inspectStorage(file, undefined)).toEqual({ where: file, schema: "older" });
    expect(await inspectStorage(file, undefined)).toEqual({ where: file, schema: "older" });
  });

  it("refuses what opening would refuse: a newer schema, another secret, a lost one, no database", async () => {
    const folder = await temporaryFolder();
    const file = join(folder, "rolewise.db");
    await (await open(file)).close();
    await expect(inspectStorage(file, OTHER)).rejects.toMatchObject({ fault: "secret-changed" });
    setVersion(file, "999");
    await expect(inspectStorage(file, undefined)).rejects.toMatchObject({ fault: "newer-schema" });
    await rm(`${file}.secret`);
    await expect(inspectStorage(file, undefined)).rejects.toMatchObject({ fault: "secret-missing" });
    const text = join(folder, "notes.txt");
    await writeFile(text, "these are notes and not a database at all".repeat(20));
    await expect(inspectStorage(text, undefined)).rejects.toMatchObject({ fault: "cannot-open" });
    await expect(inspectStorage("mysql://root@localhost/x", undefined)).rejects.toMatchObject({
      fault: "bad-url",
    });
  });

  it("refuses a place where no file can be made", async () => {
    const file = join(await temporaryFolder(), "a-file");
    await writeFile(file, "");
    await expect(inspectStorage(join(file, "data", "a.db"), undefined)).rejects.toThrow(
      /a-file is no folder that can be written/,
    );
  });
});

function setVersion(file: string, version: string): void {
  const database = new Database(file);
  database.prepare("update rolewise_meta set value = ? where key = 'schema'").run(version);
  database.close();
}

describePostgres("looking at a server", () => {
  it("tells whether the tables are there, and of which version, and makes none", async () => {
    const schema = await createSchema();
    try {
      expect((await inspectStorage(schema.url, SECRET)).schema).toBe("new");
      expect(await schema.query("select to_regclass('rolewise_meta') as name")).toEqual([{ name: null }]);
      await (await open(schema.url, SECRET)).close();
      const found = await inspectStorage(schema.url, SECRET);
      expect(found.schema).toBe("current");
      expect(found.where).not.toContain("@");
      await expect(inspectStorage(schema.url, OTHER)).rejects.toMatchObject({ fault: "secret-changed" });
      await expect(inspectStorage(schema.url, undefined)).rejects.toMatchObject({ fault: "secret-missing" });
      await schema.query("update rolewise_meta set value = '0' where key = 'schema'");
      expect((await inspectStorage(schema.url, SECRET)).schema).toBe("older");
      await schema.query("update rolewise_meta set value = '999' where key = 'schema'");
      await expect(inspectStorage(schema.url, SECRET)).rejects.toMatchObject({ fault: "newer-schema" });
    } finally {
      await schema.drop();
    }
  });

  it("says that a server which is down does not answer, and that one which refuses does", async () => {
    await expect(inspectStorage("postgres://me@127.0.0.1:1/x", SECRET)).rejects.toMatchObject({
      name: "StorageUnavailable",
      reason: "unreachable",
    });
    const schema = await createSchema();
    try {
      const url = new URL(schema.url);
      url.pathname = "/no_such_database";
      await expect(inspectStorage(url.href, SECRET)).rejects.toMatchObject({ fault: "cannot-open" });
    } finally {
      await schema.drop();
    }
  });
});
