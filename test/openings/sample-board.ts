import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { OpeningsSource } from "../../src/answers/openings/search.ts";
import { openingsSource } from "../../src/conversations/openings-source.ts";
import type { OpeningsBoard } from "../../src/openings/open-openings.ts";
import type { Opening } from "../../src/openings/opening.ts";
import { readFeed } from "../../src/openings/read-feed.ts";
import { PROJECT_ROOT } from "../support/brain.ts";
import { realReader } from "../understanding/understander.ts";

/** The day on which the sample feeds were written: some of their adverts are two weeks old then, none is stale. */
export const NOW = Date.parse("2026-11-24T12:00:00Z");
const MINUTE_MS = 60_000;

export function sampleText(name: string): Promise<string> {
  return readFile(join(PROJECT_ROOT, "test", "openings", "feeds", name), "utf8");
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

/** A board whose titles are read with the real names. */
export async function sourceOf(board: OpeningsBoard): Promise<OpeningsSource> {
  return openingsSource({ board: () => board }, await realReader());
}

export function opening(over: Partial<Opening> = {}): Opening {
  return {
    title: "Data Engineer",
    employer: "Example",
    places: [],
    posted: NOW - 24 * 60 * MINUTE_MS,
    url: "https://jobs.example/1",
    ...over,
  };
}
