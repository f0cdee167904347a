import { describe, expect, it, test } from "vitest";
import { findOpenings } from "../../src/openings/find.ts";
import { hashId } from "../../src/understanding/hash-id.ts";
import type { OpeningsFilters } from "../../src/understanding/openings-filters.ts";
import { opening, sampleOpenings } from "./sample-board.ts";

const sample = await sampleOpenings();
const employers = (filters: OpeningsFilters) =>
  findOpenings(sample, filters).openings.map(({ employer }) => employer);

describe("the sample", () => {
  it.each<[OpeningsFilters, string[]]>([
    [{}, ["murmuration", "murmuration", "Microsoft", "JPMorgan Chase", "HII"]],
    [{ work: "remote" }, ["murmuration", "murmuration"]],
    [{ work: "hybrid" }, ["HII"]],
    [{ level: "senior" }, ["murmuration", "JPMorgan Chase"]],
    [{ place: "us" }, ["murmuration", "murmuration", "Microsoft", "JPMorgan Chase", "HII"]],
    [{ place: "us-nj" }, ["JPMorgan Chase"]],
    [{ place: "redmond", level: "mid" }, ["Microsoft"]],
    [{ place: "berlin" }, []],
    [{ pay: { from: 130_000 } }, ["murmuration", "murmuration", "Microsoft", "JPMorgan Chase", "HII"]],
    [{ pay: { from: 130_001 } }, ["murmuration", "Microsoft", "JPMorgan Chase", "HII"]],
    [{ pay: { from: 200_000, currency: "USD" } }, ["Microsoft"]],
    [{ pay: { from: 1, currency: "EUR" } }, []],
    [{ pay: { to: 150_000 } }, ["murmuration", "murmuration", "Microsoft", "HII"]],
    [{ pay: { to: 150_001 } }, ["murmuration", "murmuration", "Microsoft", "JPMorgan Chase", "HII"]],
    [{ pay: { to: 98_000 } }, []],
    [{ pay: { from: 100_000, to: 111_001 } }, ["murmuration", "Microsoft", "HII"]],
    [{ pay: { from: 190_000, to: 200_000 } }, ["Microsoft"]],
    [{ employer: "jpmorgan" }, ["JPMorgan Chase"]],
    [{ employer: "jpmorganchase" }, ["JPMorgan Chase"]],
    [{ employer: hashId("murmuration") }, ["murmuration", "murmuration"]],
    [{ employer: "chase" }, []],
    [{ type: "internship" }, []],
    [{ page: 2 }, ["murmuration", "murmuration", "Microsoft", "JPMorgan Chase", "HII"]],
  ])("by %j", (filters, expected) => {
    expect(employers(filters)).toEqual(expected);
  });
});

test("an opening that does not say what was asked about is left out, and counted", () => {
  const quiet = opening();
  expect(findOpenings([quiet], { pay: { from: 1 } })).toEqual({ openings: [], silent: 1 });
  expect(findOpenings([quiet], { level: "mid" }).silent).toBe(1);
  expect(findOpenings([quiet], { place: "us" }).silent).toBe(1);
  const other = opening({ level: "senior" });
  expect(findOpenings([other], { level: "mid", pay: { from: 1 } })).toEqual({ openings: [], silent: 0 });
});

test("remote work from anywhere is at every place; from one country it is there alone", () => {
  expect(findOpenings([opening({ work: "remote" })], { place: "de" }).openings).toHaveLength(1);
  expect(findOpenings([opening({ work: "remote", places: ["us"] })], { place: "de" }).openings).toEqual([]);
});

test("pay by the hour counts by what a year of it comes to", () => {
  const hourly = opening({ pay: { currency: "USD", from: 50, to: 60, unit: "hour" } });
  expect(findOpenings([hourly], { pay: { from: 124_800 } }).openings).toHaveLength(1);
  expect(findOpenings([hourly], { pay: { from: 124_801 } }).openings).toEqual([]);
});

test("pay that is one amount fits up to itself", () => {
  const flat = opening({ pay: { currency: "USD", from: 90_000, unit: "year" } });
  expect(findOpenings([flat], { pay: { to: 90_000 } }).openings).toHaveLength(1);
  expect(findOpenings([flat], { pay: { to: 89_999 } }).openings).toEqual([]);
});

test("an opening that names no employer is left out where one is asked for, and counted", () => {
  const nobody = opening({ employer: undefined, employers: [] });
  expect(findOpenings([nobody], { employer: "hii" })).toEqual({ openings: [], silent: 1 });
});

test("an employer that nobody knows narrows nothing down", () => {
  expect(employers({ employer: "unknown" })).toHaveLength(5);
});

test("a place that nobody knows narrows nothing down", () => {
  expect(employers({ place: "unknown" })).toHaveLength(5);
});
