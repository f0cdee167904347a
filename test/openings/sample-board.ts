import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { OpeningsSource } from "../../src/answers/openings/search.ts";
import { openingsSource } from "../../src/conversations/openings-source.ts";
import { type Openings, type OpeningsBoard, openOpenings } from "../../src/openings/open-openings.ts";
import type { Opening } from "../../src/openings/opening.ts";
import { readFeed } from "../../src/openings/read-feed.ts";
import { employerIds } from "../../src/understanding/employer-ids.ts";
import { PROJECT_ROOT } from "../support/brain.ts";
import { realReader } from "../understanding/understander.ts";

/** The day on which the sample feeds were written: some of their adverts are two weeks old then, none is stale. */
export const NOW = Date.parse("2026-11-24T12:00:00Z");
const MINUTE_MS = 60_000;
const FEEDS = join(PROJECT_ROOT, "test", "openings", "feeds");

export function sampleText(name: string): Promise<string> {
  return readFile(join(FEEDS, name), "utf8");
}

/** Five real adverts: a data engineer and a senior data scientist at murmuration, and one each at Microsoft, JPMorgan Chase and HII. */
export async function sampleOpenings(): Promise<Opening[]> {
  return (await readFeed(await sampleText("jobs.jsonld"), undefined, NOW)).openings;
}

export function boardOf(openings: readonly Opening[], over: Partial<OpeningsBoard> = {}): OpeningsBoard {
  const newestFirst = openings.toSorted((one, other) => (other.posted ?? 0) - (one.posted ?? 0));
  const feeds = [{ name: "jobs.example", readAt: NOW - 3 * MINUTE_MS, isDown: false }];
  return { openings: newestFirst, feeds, now: NOW, ...over };
}

/** The sample as the feeds of a bot that runs. */
export async function sampleFeeds(): Promise<Openings> {
  const feeds = openOpenings({
    feeds: [join(FEEDS, "jobs.jsonld")],
    now: () => NOW,
    random: () => 0.5,
    log: { info() {}, warn() {} },
  });
  await feeds.ready;
  return feeds;
}

/** A board whose titles are read with the real names. */
export async function sourceOf(board: OpeningsBoard): Promise<OpeningsSource> {
  return openingsSource({ board: () => board }, await realReader());
}

export function opening(over: Partial<Opening> = {}): Opening {
  const { employer = "Example" } = over;
  const { whole, parts } = employerIds(employer);
  return {
    title: "Data Engineer",
    employer,
    employers: [whole, ...parts],
    places: [],
    posted: NOW - 24 * 60 * MINUTE_MS,
    url: "https://jobs.example/1",
    ...over,
  };
}
