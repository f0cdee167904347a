import { describe, expect, it, test } from "vitest";
import type { OpeningsSource } from "../../src/answers/openings/search.ts";
import { answerOpenings } from "../../src/answers/openings.ts";
import { plainText } from "../../src/answers/plain-text.ts";
import type { OpeningsFilters } from "../../src/understanding/openings-filters.ts";
import type { Question } from "../../src/understanding/question.ts";
import { boardOf, NOW, opening, sampleOpenings, sourceOf } from "../openings/sample-board.ts";
import { realKnowledge } from "../support/brain.ts";

const knowledge = await realKnowledge();
const sample = await sourceOf(boardOf(await sampleOpenings()));
const HOUR_MS = 60 * 60_000;

type Asked = Extract<Question, { intent: "openings" }>;
const ask = (role?: string, filters?: OpeningsFilters): Asked => ({
  intent: "openings",
  roles: role === undefined ? [] : [role],
  topics: [],
  ...(filters ? { filters } : {}),
});
const answer = (question: Asked, source: OpeningsSource = sample) =>
  answerOpenings(question, knowledge, source);
const labels = (made: ReturnType<typeof answer>) => made.followUps.map(({ label }) => label);
const headings = (made: ReturnType<typeof answer>) =>
  made.sections.flatMap(({ heading }) =>
    heading === undefined || heading === "About this list" ? [] : [heading],
  );

test("an opening is shown with title, employer, place, type, level, pay, dates and link", () => {
  const made = answer(ask("data-engineer", { work: "remote", pay: { from: 100_000 } }));
  expect(plainText(made)).toBe(
    [
      "Data engineer openings",
      "1 opening for a data engineer (remote, from 100,000 a year).",
      "Data Engineer, murmuration\nRemote, US. Full-time, mid level. USD 100,000 to 130,000 a year. Posted 16 Nov 2026, open until 31 Dec 2026.\nSee the advert at jobs.example (https://jobs.example/murmuration/data-engineer)",
      "About this list\n- From jobs.example, read 3 minutes ago. What counts is the advert itself.",
      "Ask next: What adverts ask for · Pay · Interviews",
    ].join("\n\n"),
  );
  expect(made.outcome).toBe("answered");
});

test("a title that says its field finds its role, and a senior is one too", () => {
  expect(headings(answer(ask("software-engineer")))).toEqual([
    "Software Engineering II, Microsoft",
    "Software Engineer, JPMorgan Chase",
  ]);
  expect(headings(answer(ask("data-scientist")))).toEqual(["Senior Data Scientist, murmuration"]);
});

test("without a role all are shown, newest first, with what divides them", () => {
  const made = answer(ask());
  expect(made.summary).toBe("5 openings, newest first.");
  expect(headings(made)).toHaveLength(5);
  expect(labels(made)).toEqual([
    "Only remote (2)",
    "Mid level (3)",
    "Senior level (2)",
    "Software engineer (2)",
    "Data scientist (1)",
    "Data engineer (1)",
    "Platform engineer (1)",
  ]);
});

test("at most five at once, and a button for the next", async () => {
  const many = Array.from({ length: 12 }, (_, n) =>
    opening({ title: `Data Engineer ${n}`, url: `https://jobs.example/${n}` }),
  );
  const source = await sourceOf(boardOf(many));
  const first = answer(ask("data-engineer"), source);
  expect(headings(first)).toHaveLength(5);
  expect(first.summary).toBe(
    "12 openings for a data engineer, newest first. These are 1 to 5, 7 more follow.",
  );
  expect(first.followUps[0]).toEqual({ label: "5 of 7 more", question: ask("data-engineer", { page: 2 }) });
  const second = answer(ask("data-engineer", { page: 2 }), source);
  expect(second.followUps[0]).toEqual({ label: "2 more", question: ask("data-engineer", { page: 3 }) });
  const last = answer(ask("data-engineer", { page: 3 }), source);
  expect(headings(last)).toEqual(["Data Engineer 10, Example", "Data Engineer 11, Example"]);
  expect(last.summary).toContain("These are 11 to 12, the last.");
  expect(headings(answer(ask("data-engineer", { page: 99 }), source))).toEqual(headings(last));
});

describe("where nothing is found", () => {
  it("says what was looked for, and offers each way to find something with how much it finds", () => {
    const made = answer(
      ask("data-engineer", { level: "senior", work: "remote", pay: { from: 120_000, currency: "USD" } }),
    );
    expect(made.summary).toBe(
      "I looked for openings for a data engineer (senior level, remote, from USD 120,000 a year) and found none among 5. The closest I have: Any level (1).",
    );
    expect(labels(made)).toEqual([
      "Any level (1)",
      "All for this role (1)",
      "All openings (5)",
      "What adverts ask for",
      "Pay",
      "Interviews",
    ]);
    expect(made.followUps[0]?.question).toEqual(
      ask("data-engineer", { work: "remote", pay: { from: 120_000, currency: "USD" } }),
    );
  });

  it("promises nothing close where there is nothing", () => {
    const made = answer(ask("statistician", { place: "berlin" }));
    expect(made.summary).toBe("I looked for openings for a statistician (in Berlin) and found none among 5.");
    expect(labels(made)).toContain("All openings (5)");
  });

  it("says so of an empty feed", async () => {
    const made = answer(ask(), await sourceOf(boardOf([])));
    expect(made.summary).toContain("no openings just now");
    expect(made.followUps.length).toBeGreaterThan(0);
  });
});

test("openings that do not say what was asked about are counted", async () => {
  const source = await sourceOf(
    boardOf([
      opening(),
      opening({ pay: { currency: "USD", from: 90_000, unit: "year" }, url: "https://jobs.example/2" }),
    ]),
  );
  expect(plainText(answer(ask("data-engineer", { pay: { from: 80_000 } }), source))).toContain(
    "Left out: 1 that does not say what you asked about.",
  );
});

describe("what was looked for is said in full", () => {
  it.each<[OpeningsFilters, string]>([
    [{ pay: { to: 150_000 } }, "4 openings (up to 150,000 a year), newest first."],
    [
      { pay: { from: 100_000, to: 111_500, currency: "USD" } },
      "3 openings (USD 100,000 to 111,500 a year), newest first.",
    ],
    [{ employer: "jpmorgan" }, "1 opening (at JPMorgan Chase)."],
    [
      { level: "senior", employer: "murmuration", pay: { from: 120_000 } },
      "1 opening (senior level, at murmuration, from 120,000 a year).",
    ],
  ])("%j", (filters, summary) => {
    expect(answer(ask(undefined, filters)).summary).toBe(summary);
  });

  it("with every employer that a name may mean", async () => {
    const source = await sourceOf(
      boardOf([
        opening({ employer: "Amazon", url: "https://jobs.example/1" }),
        opening({ employer: "Amazon Web Services", url: "https://jobs.example/2" }),
      ]),
    );
    expect(answer(ask(undefined, { employer: "amazon" }), source).summary).toBe(
      "2 openings (at Amazon or Amazon Web Services), newest first.",
    );
  });

  it("and that a range of pay need not lie within it whole", () => {
    const rule = "A range of pay is listed where some of it fits.";
    expect(plainText(answer(ask(undefined, { pay: { to: 150_000 } })))).toContain(rule);
    expect(plainText(answer(ask(undefined, { pay: { from: 150_000 } })))).not.toContain(rule);
  });
});

test("a short list offers what there is without each filter, where that is more", () => {
  const made = answer(ask(undefined, { employer: "hii", pay: { from: 100_000, to: 115_000 } }));
  expect(labels(made)).toEqual(["Any employer (3)"]);
  expect(made.followUps[0]?.question).toEqual(ask(undefined, { pay: { from: 100_000, to: 115_000 } }));
});

test("an employer that nobody knows is said, and not asked for by any button", () => {
  const made = answer(ask(undefined, { employer: "unknown" }));
  expect(made.summary).toBe(
    "None of my openings is with the employer you named, so I looked at all employers. 5 openings, newest first.",
  );
  expect(JSON.stringify(made.followUps)).not.toContain("unknown");
});

test("a button that is older than the feed says that its employer has none", () => {
  const made = answer(ask(undefined, { employer: "initech" }));
  expect(made.summary).toContain("(at an employer with none just now) and found none among 5.");
  expect(labels(made)).toContain("Any employer (5)");
});

test("a place that nobody knows is said, and not asked for by any button", () => {
  const made = answer(ask("data-scientist", { place: "unknown" }));
  expect(made.summary).toBe(
    "None of my openings names the place you said, so I looked everywhere. 1 opening for a data scientist.",
  );
  expect(JSON.stringify(made.followUps)).not.toContain("unknown");
});

describe("pay is shown as the advert has it", () => {
  it.each([
    [{ currency: "EUR", from: 45.5, to: 60, unit: "hour" as const }, "EUR 45.5 to 60 an hour"],
    [{ currency: "GBP", from: 90_000, unit: "year" as const }, "GBP 90,000 a year"],
    [{ currency: "USD", to: 9_000, unit: "month" as const }, "Up to USD 9,000 a month"],
    [undefined, "Pay not said"],
  ])("%j", async (pay, words) => {
    const source = await sourceOf(boardOf([opening(pay ? { pay } : {})]));
    expect(plainText(answer(ask(), source))).toContain(words);
  });
});

describe("how the feeds do is told", () => {
  const feeds = [
    { name: "one.example", readAt: NOW - 20_000, isDown: false },
    { name: "two_*example*", readAt: NOW - 3 * HOUR_MS, isDown: true },
    { name: "three.example", readAt: undefined, isDown: true },
  ];

  it("with the age of what is left of one that is down", async () => {
    const source = await sourceOf(boardOf([opening()], { feeds }));
    expect(plainText(answer(ask(), source))).toContain(
      "About this list\n- From one.example, read just now. What counts is the advert itself.\n- two_*example* does not answer just now; its openings are as they were 3 hours ago.\n- Not read yet: three.example.",
    );
  });

  it("as a refusal where none was ever read", async () => {
    const down = answer(ask(), await sourceOf(boardOf([], { feeds: feeds.slice(2) })));
    expect(down.outcome).toBe("declined");
    expect(down.summary).toContain("(three.example) does not answer");
    const early = [{ name: "one.example", readAt: undefined, isDown: false }];
    expect(answer(ask(), await sourceOf(boardOf([], { feeds: early }))).summary).toContain("still reading");
  });

  it("and that there is none", () => {
    const made = answerOpenings(ask("data-engineer"), knowledge, undefined);
    expect(made.outcome).toBe("declined");
    expect(made.summary).toContain("I have no job feed here");
  });
});
