import { afterEach, beforeEach, describe, expect, it, test, vi } from "vitest";
import { type Openings, openOpenings, REFRESH } from "../../src/openings/open-openings.ts";
import { type FeedServer, startFeedServer } from "./feed-server.ts";
import { NOW, sampleText } from "./sample-board.ts";

const MINUTE_MS = 60_000;
const SAMPLE = "test/openings/feeds/jobs.jsonld";
const sample = await sampleText("jobs.jsonld");

interface Logged {
  level: "info" | "warn";
  fields: object;
  message: string;
}
let logged: Logged[] = [];
let now = NOW;
let opened: Openings | undefined;
const open = (feeds: string[], refresh?: typeof REFRESH) => {
  opened = openOpenings({
    feeds,
    now: () => now,
    random: () => 0.5,
    log: {
      info: (fields, message) => void logged.push({ level: "info", fields, message }),
      warn: (fields, message) => void logged.push({ level: "warn", fields, message }),
    },
    ...(refresh ? { refresh } : {}),
  });
  return opened;
};

beforeEach(() => {
  logged = [];
  now = NOW;
});
afterEach(() => {
  opened?.stop();
  vi.useRealTimers();
});

const titles = (openings: Openings) => openings.board().openings.map(({ title }) => title);

test("the feeds' openings, newest first, with how each feed is doing", async () => {
  const openings = open([SAMPLE]);
  expect(openings.board().feeds).toEqual([{ name: "jobs.jsonld", readAt: undefined, isDown: false }]);
  await openings.ready;
  expect(titles(openings)).toEqual([
    "Software Engineering II",
    "Senior Data Scientist",
    "Data Engineer",
    "Platform Engineer",
    "Software Engineer",
  ]);
  expect(openings.board().feeds).toEqual([{ name: "jobs.jsonld", readAt: NOW, isDown: false }]);
  expect(openings.hasPlace("redmond")).toBe(true);
  expect(openings.hasPlace("berlin")).toBe(false);
  expect(openings.employer("jpmorganchase")).toBe("whole");
  expect(openings.employer("jpmorgan")).toBe("part");
  expect(openings.employer("chase")).toBeUndefined();
});

test("an advert that stands in two feeds is shown once", async () => {
  const server = await startFeedServer((_request, response) => {
    const graph = JSON.parse(sample)["@graph"] as { url: string }[];
    const moved = graph.map((each, n) => (n === 0 ? { ...each, url: "https://elsewhere.example/1" } : each));
    response.end(JSON.stringify(moved));
  });
  const openings = open([SAMPLE, server.url, SAMPLE]);
  await openings.ready;
  expect(openings.board().openings).toHaveLength(5);
  expect(openings.board().feeds).toHaveLength(2);
});

test("one feed that is down does not disturb the other", async () => {
  const openings = open(["/nowhere/jobs.json", SAMPLE]);
  await openings.ready;
  expect(openings.board().openings).toHaveLength(5);
  expect(openings.board().feeds).toMatchObject([
    { name: "jobs.json", isDown: true },
    { name: "jobs.jsonld", isDown: false },
  ]);
});

test("an opening goes from the list when its time is over, though its feed is not read anew", async () => {
  const openings = open([SAMPLE]);
  await openings.ready;
  now = Date.parse("2027-01-01T00:00:00Z");
  expect(titles(openings)).not.toContain("Data Engineer");
  now = Date.parse("2027-01-20T00:00:00Z");
  expect(titles(openings)).toEqual([]);
});

test("the log counts what was left out, and holds neither an advert's text nor the feed's address", async () => {
  const server = await startFeedServer((_request, response) => {
    const graph = JSON.parse(sample)["@graph"] as object[];
    response.end(
      JSON.stringify([
        ...graph,
        { "@type": "JobPosting", title: "Broken" },
        { ...graph[1], datePosted: "2026-01-01" },
      ]),
    );
  });
  await open([server.url]).ready;
  expect(logged).toMatchObject([{ level: "info", fields: { openings: 5, bad: 1, stale: 1 } }]);
  server.answer = (_request, response) => response.writeHead(500).end("Broken");
  await open([server.url]).ready;
  expect(logged[1]).toMatchObject({ level: "warn", fields: { reason: "it answered HTTP 500", failures: 1 } });
  expect(JSON.stringify(logged)).not.toMatch(/secret|Broken|Scientist/);
});

describe("over time", () => {
  let server: FeedServer;
  let good = true;
  /** Lets the clock run, and what is due come to its end. */
  const pass = async (ms: number) => {
    const before = logged.length;
    now += ms;
    await vi.advanceTimersByTimeAsync(ms);
    // The requests themselves run on real time.
    await vi
      .waitFor(() => expect(logged.length).toBeGreaterThan(before), { interval: 5, timeout: 400 })
      .catch(() => undefined);
  };
  const reads = () => server.requests.length;

  beforeEach(async () => {
    good = true;
    server = await startFeedServer((_request, response) => {
      if (good) response.end(sample);
      else response.writeHead(503).end();
    });
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  });

  it("reads again every half hour", async () => {
    await open([server.url], REFRESH).ready;
    await pass(29 * MINUTE_MS);
    expect(reads()).toBe(1);
    await pass(2 * MINUTE_MS);
    expect(reads()).toBe(2);
    expect(opened?.board().feeds[0]?.readAt).toBe(now);
  });

  it("asks a feed that is down after a minute, two, four …, and keeps its last good openings meanwhile", async () => {
    await open([server.url], REFRESH).ready;
    const readAt = now;
    good = false;
    await pass(30 * MINUTE_MS);
    expect(reads()).toBe(2);
    await pass(MINUTE_MS);
    expect(reads()).toBe(3);
    await pass(MINUTE_MS);
    expect(reads()).toBe(3);
    await pass(MINUTE_MS);
    expect(reads()).toBe(4);
    expect(opened?.board()).toMatchObject({ feeds: [{ readAt, isDown: true }] });
    expect(opened?.board().openings).toHaveLength(5);
    good = true;
    await pass(4 * MINUTE_MS);
    expect(opened?.board()).toMatchObject({ feeds: [{ readAt: now, isDown: false }] });
  });

  it("waits as long as the server asks", async () => {
    server.answer = (_request, response) => response.writeHead(429, { "retry-after": "600" }).end();
    await open([server.url], REFRESH).ready;
    await pass(9 * MINUTE_MS);
    expect(reads()).toBe(1);
    await pass(2 * MINUTE_MS);
    expect(reads()).toBe(2);
  });

  it("reads no more once it is stopped", async () => {
    const openings = open([server.url], REFRESH);
    await openings.ready;
    openings.stop();
    await pass(60 * MINUTE_MS);
    expect(reads()).toBe(1);
    expect(vi.getTimerCount()).toBe(0);
  });
});
