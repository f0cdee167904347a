import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { isEmployer } from "../../src/understanding/employer-ids.ts";
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

const anyAmount = fc.integer({ min: 1, max: 99_999_999 });
const anyFilters: fc.Arbitrary<OpeningsFilters> = fc.record(
  {
    level: fc.constantFrom(...OPENING_LEVELS),
    work: fc.constantFrom(...WORK_MODES),
    type: fc.constantFrom(...JOB_TYPES),
    place: fc.stringMatching(/^[a-z0-9]{1,9}(?:-[a-z0-9]{1,8})?$/),
    employer: fc.stringMatching(/^[a-z0-9]{1,18}$/),
    pay: fc
      .record(
        { from: anyAmount, to: anyAmount, currency: fc.stringMatching(/^[A-Z]{3}$/) },
        { requiredKeys: [] },
      )
      .filter(
        ({ from, to }) => (from ?? to) !== undefined && (from ?? 0) <= (to ?? Number.POSITIVE_INFINITY),
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
      const { employer, ...rest } = filters;
      // An employer that does not fit is told by its hash, which means the same.
      const read = parseQuestion(text, roles);
      const found = read?.intent === "openings" ? (read.filters?.employer ?? employer) : undefined;
      const expected =
        employer === undefined ? question : { ...question, filters: { ...rest, employer: found } };
      expect(read).toEqual(expected);
      if (employer !== undefined) expect(isEmployer(employer, found ?? "")).toBe(true);
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
    [{ pay: { to: 150_000, currency: "USD" } }, "to150k-usd"],
    [{ employer: "jpmorgan", pay: { from: 100_000, to: 130_500 } }, "at-jpmorgan+100kto130500"],
  ])("of %j is %s", (filters, text) => {
    expect(formatFilters(filters)).toBe(text);
    expect(parseFilters(text)).toEqual(filters);
  });
});

test("what a button has no more room for is said in letters, and an employer by its hash", () => {
  const filters: OpeningsFilters = {
    level: "senior",
    work: "on-site",
    type: "internship",
    place: "jersey-city",
    employer: "jpmorganchase",
    pay: { from: 100_000, to: 130_000, currency: "USD" },
    page: 2,
  };
  const question: Question = {
    intent: "openings",
    roles: ["lead-machine-learning-engineer"],
    topics: [],
    filters,
  };
  expect(formatQuestion(question)).toMatch(
    /^openings:~[a-z0-9]{6}::s\+o\+i\+in-jersey-city\+at-~[a-z0-9]{6}\+100kto130k-usd\+p2$/,
  );
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
    ["a currency alone", "-usd"],
    ["a most below the least", "100kto90k"],
    ["an employer in somebody's words", "at-JP Morgan"],
    ["an employer that is too long", `at-${"a".repeat(19)}`],
    ["no employer", "at-"],
    ["more than anybody earns", "99999999k"],
    ["the name of a field", "unknown"],
  ])("is not read: %s", (_, text) => {
    expect(parseFilters(text)).toBeUndefined();
    expect(parseQuestion(`openings:::${text}`, [])).toBeUndefined();
  });
});
