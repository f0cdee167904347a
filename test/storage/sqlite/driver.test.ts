import Database from "libsql";
import { describe, expect, it, vi } from "vitest";
import { sqliteDriver } from "../../../src/storage/sqlite/driver.ts";

describe("the SQLite driver", () => {
  const driver = sqliteDriver(new Database(":memory:"));

  // Each of these ends the process when it reaches the native part: that this test lives to report is the point of it.
  it.each([true, undefined, Number.NaN, Number.POSITIVE_INFINITY, {}, [1], new Date(0), Symbol("x")])(
    "refuses to bind %s",
    (value) => {
      expect(() => driver.prepare("select ?").all([value])).toThrow(TypeError);
      expect(() => driver.prepare("create table if not exists t (x)").run([value])).toThrow(TypeError);
    },
  );

  it.each([null, "text", 1.5, 2 ** 53, -0.1, Buffer.from([0, 255])])(
    "returns %s as it was bound",
    (value) => {
      expect(driver.prepare("select ? as x").all([value])).toEqual([{ x: value }]);
    },
  );

  it("reports an error of SQLite as ours, with its code in the cause", () => {
    expect(() => driver.prepare("select nothing from nowhere")).toThrow(
      expect.objectContaining({ name: "StorageUnavailable", reason: "fault" }),
    );
  });

  it("prepares a text once, and lets go of what it keeps when it is closed", () => {
    const database = new Database(":memory:");
    const prepare = vi.spyOn(database, "prepare");
    const { prepare: of, close } = sqliteDriver(database);
    for (const value of [1, 2, 1]) expect(of("select ? as x").all([value])).toEqual([{ x: value }]);
    expect(prepare).toHaveBeenCalledTimes(1);
    close();
  });

  it("prepares as many texts as come, and keeps the first hundred", () => {
    const database = new Database(":memory:");
    const prepare = vi.spyOn(database, "prepare");
    const { prepare: of } = sqliteDriver(database);
    for (let round = 0; round < 2; round++)
      for (let n = 0; n <= 100; n++) expect(of(`select ${n} as x`).all([])).toEqual([{ x: n }]);
    expect(prepare).toHaveBeenCalledTimes(102);
  });

  it("runs a text again that failed", () => {
    const again = sqliteDriver(new Database(":memory:"));
    again.prepare("create table once (x unique)").run([]);
    const insert = (value: number) => again.prepare("insert into once values (?)").run([value]);
    insert(1);
    expect(() => insert(1)).toThrow(expect.objectContaining({ name: "StorageUnavailable" }));
    insert(2);
    expect(again.prepare("select x from once order by x").all([])).toEqual([{ x: 1 }, { x: 2 }]);
  });
});
