import { describe, expect, it, test } from "vitest";
import { payAmounts } from "../../../src/understanding/reading/pay-amounts.ts";

const read = (text: string) => payAmounts(text).map(({ amount, currency, unit }) => [amount, currency, unit]);

describe("amounts are read", () => {
  it.each([
    ["$100k", [[100_000, "USD", undefined]]],
    ["and from 120k?", [[120_000, undefined, undefined]]],
    ["90.000 EUR", [[90_000, "EUR", undefined]]],
    ["at least 100 000", [[100_000, undefined, undefined]]],
    ["60 €/h", [[60, "EUR", "hour"]]],
    ["€45.50 per hour", [[45.5, "EUR", "hour"]]],
    ["12 LPA", [[1_200_000, "INR", "year"]]],
    ["20 lakhs", [[2_000_000, undefined, undefined]]],
    ["ninety thousand", []],
    [
      "from 98,000 to 208,000 USD",
      [
        [98_000, "USD", undefined],
        [208_000, "USD", undefined],
      ],
    ],
    [
      "100-130k USD a year",
      [
        [100_000, "USD", "year"],
        [130_000, "USD", "year"],
      ],
    ],
    [
      "USD 111,000.00 - 160,000.00 per year",
      [
        [111_000, "USD", "year"],
        [160_000, "USD", "year"],
      ],
    ],
  ])("in %s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

test.each(["show 5 data scientist jobs", "3-6 months", "class of 2026"])(
  "in %s no number is plainly money",
  (text) => {
    expect(payAmounts(text).filter(({ isPlain }) => isPlain)).toEqual([]);
  },
);

test("a number in a word or too long for any pay is none", () => {
  expect(read("sha256 v2k 123456789012")).toEqual([]);
});
