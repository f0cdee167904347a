import { describe, expect, it, test } from "vitest";
import { employerIds } from "../../../src/understanding/employer-ids.ts";
import type { OpeningsFilters } from "../../../src/understanding/openings-filters.ts";
import { readOpeningsFilters } from "../../../src/understanding/reading/openings-filters.ts";
import { loadLexicon } from "../../../src/understanding/text/lexicon.ts";
import { realReader } from "../understander.ts";

const read = await realReader();
const lexicon = loadLexicon();
const NAMES = [
  "murmuration",
  "Microsoft Corporation",
  "JPMorgan Chase & Co.",
  "HII",
  "Target",
  "Home Depot",
  "Snowflake",
];
const EMPLOYERS = new Map<string, "whole" | "part">(
  NAMES.flatMap((name) => {
    const { whole, parts } = employerIds(name);
    return [[whole, "whole"] as const, ...parts.map((id) => [id, "part"] as const)];
  }),
);
const known = {
  isPlace: (id: string) => id === "redmond" || id === "data",
  employer: (id: string) => EMPLOYERS.get(id),
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
    ["nothing under 90k, please", { pay: { from: 90_000 } }],
    ["openings under $150k", { pay: { to: 150_000, currency: "USD" } }],
    ["up to 120k", { pay: { to: 120_000 } }],
    ["max 90k", { pay: { to: 90_000 } }],
    ["a maximum salary of 90k", { pay: { to: 90_000 } }],
    ["150k max", { pay: { to: 150_000 } }],
    ["120k or less", { pay: { to: 120_000 } }],
    ["no more than 130k", { pay: { to: 130_000 } }],
    ["nothing over 130000", { pay: { to: 130_000 } }],
    ["over 130k", { pay: { from: 130_000 } }],
    ["between 100k and 130k", { pay: { from: 100_000, to: 130_000 } }],
    ["between 100 and 130k", { pay: { from: 100_000, to: 130_000 } }],
    ["100–130k EUR", { pay: { from: 100_000, to: 130_000, currency: "EUR" } }],
    ["from 98,000 to 208,000 USD", { pay: { from: 98_000, to: 208_000, currency: "USD" } }],
    ["over 100k but under 115k", { pay: { from: 100_000, to: 115_000 } }],
    ["over 130k, under 100k", { pay: { from: 130_000 } }],
    ["under 2000 a month", { pay: { to: 24_000 } }],
    ["an 8 hour day", {}],
    ["at Microsoft", { employer: "microsoft" }],
    ["Microsoft Corporation jobs", { employer: "microsoft" }],
    ["anything from jp morgan?", { employer: "jpmorgan" }],
    ["jobs at J.P. Morgan Chase", { employer: "jpmorganchase" }],
    ["HII openings", { employer: "hii" }],
    ["hii", {}],
    ["jobs on target", {}],
    ["jobs at target", { employer: "target" }],
    ["Target jobs", { employer: "target" }],
    ["work from home", { work: "remote" }],
    ["jobs with a home office", { work: "remote" }],
    ["jobs at home depot", { employer: "homedepot" }],
    ["snowflake jobs", {}],
    ["jobs at Snowflake", { employer: "snowflake" }],
    ["any job but not at Microsoft", {}],
    ["anything but Microsoft", {}],
    ["no, at Microsoft", { employer: "microsoft" }],
    ["jobs at Google", { employer: "unknown" }],
    ["jobs at goldman sachs in Berlin", { employer: "unknown", place: "berlin" }],
    ["jobs at a startup", {}],
    ["at least 100k", { pay: { from: 100_000 } }],
    ["jobs at entry level", { level: "entry" }],
    ["3 years of experience, 5 jobs", {}],
    ["$5", {}],
  ])("%s", (text, expected) => {
    expect(filters(text)).toEqual(expected);
  });
});

test("a text full of employers and amounts takes no longer than one of other words", () => {
  const texts = ["Microsoft ".repeat(400), "up to 100k ".repeat(360), "anything ".repeat(440)];
  const [most = 0, other = 0, plain = 0] = texts.map((text) => {
    const reading = read(text);
    const from = performance.now();
    for (let n = 0; n < 5; n++) readOpeningsFilters(reading, text, known);
    return performance.now() - from;
  });
  expect(Math.max(most, other)).toBeLessThan(10 * plain + 200);
});

test("what said so is told, so that the rest can be read for other things", () => {
  const text = "remote jobs in new jersey from 100k";
  const { used } = readOpeningsFilters(read(text), text, known);
  expect([...used].toSorted()).toEqual([0, 3, 4, 6]);
});
