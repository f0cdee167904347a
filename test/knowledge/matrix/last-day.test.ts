import { describe, expect, it } from "vitest";
import { lastDay, monthsBetween } from "../../../src/knowledge/matrix/last-day.ts";

describe("the last day that a date in words covers", () => {
  it.each([
    ["2025-01-19", "2025-01-19"],
    ["snapshot of 2025-01-19, with some rows of 2024-05-05", "2025-01-19"],
    ["2022-08-16 to 2022-09-16, n = 23,997", "2022-09-16"],
    ["May 2024, n = 65,437", "2024-05-31"],
    ["role content, copy of September 2025", "2025-09-30"],
    ["2023-2025", "2025-12-31"],
    ["2025", "2025-12-31"],
    ["February 2024", "2024-02-29"],
    ["2025-06", "2025-06-30"],
  ])("of %j is %s", (words, day) => expect(lastDay(words)?.toISOString().slice(0, 10)).toBe(day));

  it("is unknown where none is named", () => expect(lastDay("undated copy, n = 1999123")).toBeUndefined());

  it("lies whole months back", () => {
    const now = new Date("2026-11-24");
    expect(monthsBetween(new Date("2025-05-24"), now)).toBe(18);
    expect(monthsBetween(new Date("2025-05-25"), now)).toBe(17);
    expect(monthsBetween(new Date("2026-11-30"), now)).toBe(-1);
  });
});
