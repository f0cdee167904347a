import { describe, expect, it, test } from "vitest";
import { employerId, employerIds, isEmployer } from "../../src/understanding/employer-ids.ts";
import { hashId } from "../../src/understanding/hash-id.ts";

describe("an employer is one however its name is written", () => {
  it.each([
    ["JP Morgan", "jpmorgan"],
    ["J.P. Morgan", "jpmorgan"],
    ["JPMorgan & Co.", "jpmorgan"],
    ["Microsoft Corporation", "microsoft"],
    ["The Example Company, Inc.", "example"],
    ["Société Générale S.A.", "societegenerale"],
    ["AT&T", "att"],
    ["Company", "company"],
    ["A very long name of an employer", "averylongnameofane"],
    ["会社", ""],
  ])("%s: %s", (name, id) => {
    expect(employerId(name)).toBe(id);
  });
});

test("it is found by its whole name, and by the words that the name begins with", () => {
  expect(employerIds("JPMorgan Chase & Co.")).toEqual({ whole: "jpmorganchase", parts: ["jpmorgan"] });
  expect(employerIds("Bank of America")).toEqual({ whole: "bankofamerica", parts: ["bank", "bankof"] });
  expect(employerIds("GE Vernova")).toEqual({ whole: "gevernova", parts: [] });
});

test("a hash means the employer that it was made of", () => {
  expect(isEmployer("microsoft", hashId("microsoft"))).toBe(true);
  expect(isEmployer("microsoft", hashId("murmuration"))).toBe(false);
  expect(isEmployer("microsoft", "microsoft")).toBe(true);
});
