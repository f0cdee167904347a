import { describe, expect, it, test } from "vitest";
import { readFeed } from "../../src/openings/read-feed.ts";
import { NOW, sampleOpenings, sampleText } from "./sample-board.ts";

const PAGE = "https://jobs.example/feeds/all?key=secret";
const read = (text: string, base: string | undefined = PAGE) => readFeed(text, base, NOW);
const posting = (over: Record<string, unknown>) =>
  JSON.stringify({
    "@context": "https://schema.org",
    "@type": "JobPosting",
    title: "Data Engineer",
    url: "https://jobs.example/1",
    datePosted: "2026-11-16",
    ...over,
  });
const only = async (text: string) => {
  const { openings } = await read(text);
  expect(openings).toHaveLength(1);
  return openings[0]!;
};

test("five real adverts in JSON-LD, each with all that it says", async () => {
  const openings = await sampleOpenings();
  expect(
    openings.map(({ title, employer, place, work, level }) => [title, employer, place, work, level]),
  ).toEqual([
    ["Data Engineer", "murmuration", "US", "remote", "mid"],
    ["Senior Data Scientist", "murmuration", "US", "remote", "senior"],
    ["Software Engineering II", "Microsoft", "Redmond, WA, US", "on-site", "mid"],
    ["Software Engineer", "JPMorgan Chase", "Jersey City, NJ, US", "on-site", "senior"],
    ["Platform Engineer", "HII", "Columbia, MD, US", "hybrid", "mid"],
  ]);
  expect(openings.map(({ pay }) => [pay?.currency, pay?.from, pay?.to, pay?.unit])).toEqual([
    ["USD", 100_000, 130_000, "year"],
    ["USD", 120_000, 150_000, "year"],
    ["USD", 98_000, 208_000, "year"],
    ["USD", 150_000, 185_000, "year"],
    ["USD", 111_000, 160_000, "year"],
  ]);
  expect(openings.every(({ type }) => type === "full-time")).toBe(true);
  expect(openings[2]!.places).toEqual(["redmond", "us-wa", "us"]);
});

test("RSS, with the elements that job boards add", async () => {
  const { openings, bad } = await read(await sampleText("jobs.rss"));
  expect(bad).toBe(1);
  expect(openings).toEqual([
    {
      title: "Data Engineer",
      employer: "murmuration",
      employers: ["murmuration"],
      place: "Remote, US",
      places: ["us"],
      work: "remote",
      type: "full-time",
      level: "mid",
      pay: { currency: "USD", from: 100_000, to: 130_000, unit: "year" },
      posted: Date.parse("2026-11-16T09:00:00Z"),
      url: "https://jobs.example/murmuration/data-engineer",
    },
    {
      title: "Senior Data Scientist",
      employer: "murmuration",
      employers: ["murmuration"],
      places: [],
      work: "remote",
      type: "full-time",
      level: "senior",
      posted: Date.parse("2026-11-18T00:00:00Z"),
      url: "https://jobs.example/murmuration/senior-data-scientist",
    },
    {
      title: "Software Engineering II",
      employer: "Microsoft",
      employers: ["microsoft"],
      place: "Redmond, WA, US",
      places: ["redmond", "us-wa", "us"],
      level: "mid",
      posted: Date.parse("2026-11-20T08:30:00Z"),
      url: "https://jobs.example/microsoft/software-engineering-ii",
    },
  ]);
});

test("Atom, with an address that starts where the feed came from", async () => {
  expect(await only(await sampleText("jobs.atom"))).toEqual({
    title: "Platform Engineer & SRE (hybrid)",
    employer: "HII",
    employers: ["hii"],
    place: "Columbia, MD",
    places: ["columbia", "us-md", "us"],
    work: "hybrid",
    level: "mid",
    posted: Date.parse("2026-11-12T10:00:00Z"),
    url: "https://jobs.example/hii/platform-engineer",
  });
});

test("JSON Feed, by its own fields or by the posting that an item carries", async () => {
  const { openings, bad } = await read(await sampleText("jobs.feed.json"));
  expect(bad).toBe(1);
  expect(openings).toMatchObject([
    {
      title: "Software Engineer",
      employer: "JPMorgan Chase",
      type: "full-time",
      level: "senior",
      pay: { currency: "USD", from: 150_000, to: 185_000, unit: "year" },
    },
    { title: "Data Engineer", employer: "murmuration", work: "remote", pay: { from: 100_000, to: 130_000 } },
  ]);
});

test("a page with JSON-LD in it, whose own address is that of the advert", async () => {
  const { openings, bad } = await readFeed(await sampleText("page.htm"), "https://hii.example/jobs/5", NOW);
  expect(bad).toBe(0);
  expect(openings).toMatchObject([
    {
      title: "Platform Engineer & friends",
      employer: "HII",
      employers: ["hii"],
      url: "https://hii.example/jobs/5",
      pay: { currency: "USD", from: 55, to: 70, unit: "hour" },
    },
  ]);
});

describe("an item is no opening", () => {
  it.each([
    ["without a title", { title: undefined }],
    ["with a title of nothing but tags", { title: "<b></b>" }],
    ["with a title that is no text", { title: 5 }],
    ["without an address", { url: undefined }],
    ["with a script for an address", { url: "javascript:alert(1)" }],
    ["with an address that hides where it leads", { url: "https://google.com@evil.example/" }],
    ["with an address of a kilobyte", { url: `https://jobs.example/${"a".repeat(1_000)}` }],
    ["without any date", { datePosted: undefined }],
    ["with a date that is none", { datePosted: "yesterday" }],
    ["with a date in the future", { datePosted: "2027-05-01" }],
    [
      "with a range that runs backwards",
      { baseSalary: { currency: "USD", value: { minValue: 9, maxValue: 8 } } },
    ],
    ["with a currency that is none", { baseSalary: { currency: "dollars!", value: 9 } }],
  ])("%s", async (_, over) => {
    const { openings, bad } = await read(`[${posting(over)}, ${posting({})}]`);
    expect(openings).toHaveLength(1);
    expect(bad).toBe(1);
  });
});

describe("an opening is stale", () => {
  it.each([
    ["after its last day", { validThrough: "2026-11-23" }],
    ["61 days after it was posted", { datePosted: "2026-09-24" }],
  ])("%s", async (_, over) => {
    expect(await read(posting(over))).toEqual({ openings: [], bad: 0, stale: 1 });
  });

  it.each([
    ["on its last day", { validThrough: "2026-11-24" }],
    ["59 days after it was posted", { datePosted: "2026-09-26" }],
  ])("but not %s", async (_, over) => {
    expect((await read(posting(over))).openings).toHaveLength(1);
  });
});

describe("what is not as it should be counts as not being there", () => {
  it.each([
    ["an employer that is a number", { hiringOrganization: 7 }, { employer: undefined }],
    ["a place that is null", { jobLocation: null }, { place: undefined }],
    [
      "pay left at zero",
      { baseSalary: { currency: "USD", value: { minValue: 0, maxValue: 0 } } },
      { pay: undefined },
    ],
    ["pay without a currency", { baseSalary: { value: 100_000 } }, { pay: undefined }],
    ["experience in words nobody knows", { experienceRequirements: "a lot" }, { level: undefined }],
  ])("%s", async (_, over, expected) => {
    expect(await only(posting(over))).toMatchObject(expected);
  });
});

test("text of a feed is one line without control or invisible characters, cut where it is long", async () => {
  const title = `Data\u0000 Engineer\n\u202e\u200b<script>alert(1)</script> <img src=x> &lt;@U1&gt; ${"very ".repeat(60)}`;
  const { title: shown } = await only(posting({ title }));
  expect(shown).toMatch(/^Data Engineer alert\(1\) <@U1> very very/);
  expect(shown).toMatch(/…$/);
  expect(shown.length).toBeLessThanOrEqual(120);
  const { title: emoji } = await only(posting({ title: `${"a".repeat(118)}🚀🚀` }));
  expect(emoji).toBe(`${"a".repeat(118)}…`);
});

test.each([
  ["nothing", ""],
  ["words", "hello"],
  ["broken JSON", '{"@type": "JobPosting"'],
  ["an error of the server", '{"error": "quota exceeded"}'],
  ["a page without JSON-LD", "<html><body>Sign in</body></html>"],
  ["XML nested to hurt", `<rss>${"<a>".repeat(100_000)}`],
  ["HTML nested to hurt", `<html>${"<div>".repeat(100_000)}`],
])("%s is no feed, and the error repeats nothing of it", async (_, text) => {
  const fault = await read(text).then(
    () => undefined,
    (error: Error) => error,
  );
  expect(fault?.name).toBe("NoFeed");
  expect(fault?.message).toContain("JSON Feed, RSS or Atom");
  expect(fault?.message).not.toContain("quota");
});

test.each([
  ["an empty list", "[]"],
  ["a graph of other things", '{"@context": "https://schema.org", "@graph": [{"@type": "Organization"}]}'],
  ["an empty channel", "<rss version='2.0'><channel></channel></rss>"],
])("%s is a feed without openings", async (_, text) => {
  expect(await read(text)).toEqual({ openings: [], bad: 0, stale: 0 });
});

test("entities that a document declares are not expanded", async () => {
  const bomb = `<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><rss><channel><item>
    <title>Data Engineer &b;</title><link>https://jobs.example/1</link><pubDate>Mon, 16 Nov 2026 09:00:00 GMT</pubDate>
  </item></channel></rss>`;
  expect((await only(bomb)).title).toBe("Data Engineer &b;");
});
