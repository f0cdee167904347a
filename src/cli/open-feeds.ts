import { setTimeout as delay } from "node:timers/promises";
import type { Log } from "../adapters/log.ts";
import type { Openings } from "../openings/open-openings.ts";

export interface OpenFeeds {
  /** What OPENINGS_FEED names. */
  feeds: readonly string[];
  log: Log;
  /** A single answer needs them once; a bot that stays reads them again and again. */
  stays: boolean;
  /** How long a slow feed may hold up the start, in milliseconds. */
  waitMs: number;
}

/** The job feeds; undefined where none is configured, so that nothing of them is loaded. */
export async function openFeeds({ feeds, log, stays, waitMs }: OpenFeeds): Promise<Openings | undefined> {
  if (feeds.length === 0) return undefined;
  const { openOpenings, REFRESH } = await import("../openings/open-openings.ts");
  const openings = openOpenings({
    feeds,
    now: Date.now,
    random: Math.random,
    log,
    ...(stays ? { refresh: REFRESH } : {}),
  });
  await Promise.race([openings.ready, delay(waitMs, undefined, { ref: false })]);
  return openings;
}
