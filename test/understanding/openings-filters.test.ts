import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import {
  formatFilters,
  JOB_TYPES,
  OPENING_LEVELS,
  type OpeningsFilters,
  openingsFiltersSchema,
  parseFilters,
  WORK_MODES,
} from "../../src/understanding/openings-filters.ts";
import type { Question } from "../../src/understanding/question.ts";
import {
  formatQuestion,
  parseQuestion,
  QUESTION_STRING_MAX,
} from "../../src/understanding/question-string.ts";

const anyFilters: fc.Arbitrary<OpeningsFilters> = fc.record(
  {
    level: fc.constantFrom(...OPENING_LEVELS),
    work: fc.constantFrom(...WORK_MODES),
    type: fc.constantFrom(...JOB_TYPES),
    place: fc.stringMatching(/^[a-z0-9]{1,9}(?:-[a-z0-9]{1,8})?$/),
    pay: fc.record(
      { from: fc.integer({ min: 1, max: 99_999_999 }), currency: fc.stringMatching(/^[A-Z]{3}$/) },
      { requiredKeys: ["from"] },
    ),
    page: fc.integer({ min: 2, max: 199 }),
  },
  { requiredKeys: [] },
);

test("any filters read back as themselves, and fit a button with the longest of roles", () => {
  const roles = ["lead-machine-learning-engineer"];
  fc.assert(
    fc.property(anyFilters, (filters) => {
      expect(openingsFiltersSchema.parse(filters)).toEqual(filters);
      expect(parseFilters(formatFilters(filters))).toEqual(filters);
      const question: Question = {
        intent: "openings",
        roles,
        topics: [],
        ...(Object.keys(filters).length > 0 ? { filters } : {}),
      };
      const text = formatQuestion(question);
      expect(text.length).toBeLessThanOrEqual(QUESTION_STRING_MAX);
      expect(parseQuestion(text, roles)).toEqual(question);
    }),
    { seed: 100, numRuns: 3_000 },
  );
});

describe("the short form", () => {
  it.each<[OpeningsFilters, string]>([
    [{}, ""],
    [{ level: "senior", work: "remote" }, "senior+remote"],
    [{ pay: { from: 100_000 } }, "100k"],
    [{ pay: { from: 98_500, currency: "USD" } }, "98500-usd"],
    [{ type: "part-time", place: "us-md", page: 2 }, "part-time+in-us-md+p2"],
  ])("of %j is %s", (filters, text) => {
    expect(formatFilters(filters)).toBe(text);
    expect(parseFilters(text)).toEqual(filters);
  });
});

describe("what is no filter", () => {
  it.each([
    ["an unknown word", "cheap"],
    ["a filter given twice", "senior+mid"],
    ["an empty one", "senior+"],
    ["a first page", "p1"],
    ["a place in somebody's words", "in-São Paulo <@U1>"],
    ["a place that is too long", `in-${"a".repeat(19)}`],
    ["no pay at all", "0"],
    ["more than anybody earns", "99999999k"],
    ["the name of a field", "unknown"],
  ])("is not read: %s", (_, text) => {
    expect(parseFilters(text)).toBeUndefined();
    expect(parseQuestion(`openings:::${text}`, [])).toBeUndefined();
  });
});
