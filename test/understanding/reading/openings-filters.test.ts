import { describe, expect, it, test } from "vitest";
import type { OpeningsFilters } from "../../../src/understanding/openings-filters.ts";
import { readOpeningsFilters } from "../../../src/understanding/reading/openings-filters.ts";
import { loadLexicon } from "../../../src/understanding/text/lexicon.ts";
import { realReader } from "../understander.ts";

const read = await realReader();
const lexicon = loadLexicon();
const known = {
  isPlace: (id: string) => id === "redmond" || id === "data",
  isWord: (word: string) => lexicon.known.has(word),
};
const filters = (text: string) => readOpeningsFilters(read(text), text, known).filters;

describe("a question about openings is narrowed down by", () => {
  it.each<[string, OpeningsFilters]>([
    ["any openings for a data engineer, remote, from 100k?", { work: "remote", pay: { from: 100_000 } }],
    [
      "senior data scientist jobs paying at least $150,000",
      { level: "senior", pay: { from: 150_000, currency: "USD" } },
    ],
    ["junior analyst roles in Berlin", { level: "entry", place: "berlin" }],
    ["hybrid platform engineer, mid level, Maryland", { work: "hybrid", level: "mid", place: "us-md" }],
    ["who is hiring in the US", { place: "us" }],
    ["jobs in MD", { place: "us-md" }],
    ["tell us about jobs", {}],
    [
      "contract work from home, €60/h",
      { type: "contract", work: "remote", pay: { from: 124_800, currency: "EUR" } },
    ],
    ["part-time or so", { type: "part-time" }],
    ["any internships in machine learning", { type: "internship" }],
    ["not remote please", { work: "on-site" }],
    ["on-site in Redmond", { work: "on-site", place: "redmond" }],
    ["20 LPA in India", { pay: { from: 2_000_000, currency: "INR" }, place: "in" }],
    ["data analyst jobs in Ouagadougou", { place: "unknown" }],
    ["data analyst jobs in ouagadougou", { place: "unknown" }],
    ["jobs in May", {}],
    ["openings in machine learning", {}],
    ["jobs in data", { place: "data" }],
    ["data jobs", {}],
    ["lead data scientist jobs", {}],
    ["any lead on jobs", {}],
    ["only lead roles", { level: "lead" }],
    ["nothing under 90k, please", {}],
    ["3 years of experience, 5 jobs", {}],
    ["$5", {}],
  ])("%s", (text, expected) => {
    expect(filters(text)).toEqual(expected);
  });
});

test("what said so is told, so that the rest can be read for other things", () => {
  const text = "remote jobs in new jersey from 100k";
  const { used } = readOpeningsFilters(read(text), text, known);
  expect([...used].toSorted()).toEqual([0, 3, 4, 6]);
});
