import Database from "libsql";
import { describe, expect, it } from "vitest";
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
});
