import { FeedUnreachable, type FeedVersion, feedName, fetchFeed, isWebAddress } from "./fetch-feed.ts";
import { NoFeed } from "./no-feed.ts";
import { isStale, type Opening } from "./opening.ts";
import { readFeed } from "./read-feed.ts";

/** How one feed is doing. Times are milliseconds since the epoch. */
export interface FeedState {
  /** Its host or file name. */
  name: string;
  /** When it was last read, or found unchanged; undefined before the first time. */
  readAt: number | undefined;
  /** It could not be read the last time: what it holds is as old as `readAt`. */
  isDown: boolean;
}

/** The openings of the moment. */
export interface OpeningsBoard {
  /** Those that are open still, newest first, each once. */
  openings: readonly Opening[];
  feeds: readonly FeedState[];
  /** Milliseconds since the epoch. */
  now: number;
}

export interface Openings {
  board(): OpeningsBoard;
  /** Whether an opening is at a place of this id. */
  hasPlace(id: string): boolean;
  /** Whether an employer goes by this id, by its whole name or by what the name begins with. */
  employer(id: string): "whole" | "part" | undefined;
  /** Resolves once every feed was tried for the first time. Never rejects. */
  ready: Promise<void>;
  stop(): void;
}

export interface OpeningsLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
}

export interface OpenOpenings {
  /** Files or http(s) addresses. */
  feeds: readonly string[];
  /** Milliseconds since the epoch. */
  now(): number;
  /** From 0 to 1: spreads the requests of several instances. */
  random(): number;
  log: OpeningsLog;
  /** Left out, feeds are read once. */
  refresh?: RefreshTimes;
}

export interface RefreshTimes {
  /** Between two readings of a feed that is well, in milliseconds. */
  everyMs: number;
  /** After a first failure; doubled after each further one, up to `everyMs`. */
  retryMs: number;
}

export const REFRESH: RefreshTimes = { everyMs: 30 * 60_000, retryMs: 60_000 };
/** No server may send us away for longer. */
const LONGEST_WAIT_MS = 6 * 60 * 60_000;
/** A timer is late or early by up to this share. */
const JITTER = 0.1;

/** Reads the feeds and keeps them fresh. One that is down keeps its last good openings and disturbs no other. */
export function openOpenings({ feeds, now, random, log, refresh }: OpenOpenings): Openings {
  const stopped = new AbortController();
  const readers = [...new Set(feeds)].map((source) => new FeedReader(source, now, log));
  const timers = new Set<NodeJS.Timeout>();
  let list: readonly Opening[] = [];

  async function keepFresh(reader: FeedReader): Promise<void> {
    const waitMs = await reader.read(stopped.signal, refresh);
    list = merged(readers);
    if (!refresh || stopped.signal.aborted) return;
    const timer = setTimeout(
      () => {
        timers.delete(timer);
        void keepFresh(reader);
      },
      waitMs * (1 - JITTER + 2 * JITTER * random()),
    );
    timers.add(timer.unref());
  }

  const ready = Promise.all(readers.map(keepFresh)).then(() => undefined);
  return {
    ready,
    board: () => {
      const at = now();
      const openings = list.filter((opening) => !isStale(opening, at));
      return { openings, feeds: readers.map((reader) => reader.state), now: at };
    },
    hasPlace: (id) => readers.some((reader) => reader.places.has(id)),
    employer: (id) => {
      const ways = readers.map((reader) => reader.employers.get(id));
      return ways.includes("whole") ? "whole" : ways.find((way) => way !== undefined);
    },
    stop() {
      stopped.abort();
      for (const timer of timers) clearTimeout(timer);
    },
  };
}

class FeedReader {
  openings: readonly Opening[] = [];
  places: ReadonlySet<string> = new Set();
  employers: ReadonlyMap<string, "whole" | "part"> = new Map();
  readonly #source: string;
  readonly #now: () => number;
  readonly #log: OpeningsLog;
  readonly #name: string;
  #version: FeedVersion = {};
  #readAt: number | undefined;
  #failures = 0;

  constructor(source: string, now: () => number, log: OpeningsLog) {
    this.#source = source;
    this.#now = now;
    this.#log = log;
    this.#name = feedName(source);
  }

  get state(): FeedState {
    return { name: this.#name, readAt: this.#readAt, isDown: this.#failures > 0 };
  }

  /** Reads once; resolves with how long to wait before the next time, in milliseconds. */
  async read(signal: AbortSignal, { everyMs, retryMs }: RefreshTimes = REFRESH): Promise<number> {
    const feed = this.#name;
    try {
      const fetched = await fetchFeed(this.#source, this.#version, signal);
      if (fetched.kind === "read") {
        const base = isWebAddress(this.#source) ? this.#source : undefined;
        const { openings, bad, stale } = await readFeed(fetched.text, base, this.#now());
        this.openings = openings;
        this.places = new Set(openings.flatMap((opening) => opening.places));
        this.employers = employersOf(openings);
        this.#version = fetched.version;
        this.#log.info({ feed, openings: openings.length, bad, stale }, "a job feed was read");
      }
      this.#readAt = this.#now();
      this.#failures = 0;
      return everyMs;
    } catch (error) {
      if (signal.aborted) return everyMs;
      this.#failures += 1;
      const reason =
        error instanceof FeedUnreachable || error instanceof NoFeed ? error.message : "a fault of ours";
      this.#log.warn({ feed, reason, failures: this.#failures }, "a job feed could not be read");
      const wait = Math.min(retryMs * 2 ** (this.#failures - 1), everyMs);
      const asked = error instanceof FeedUnreachable ? error.waitMs : undefined;
      return Math.min(Math.max(wait, asked ?? 0), LONGEST_WAIT_MS);
    }
  }
}

function employersOf(openings: readonly Opening[]): Map<string, "whole" | "part"> {
  const known = new Map<string, "whole" | "part">();
  for (const { employers } of openings)
    for (const [at, id] of employers.entries())
      if (at === 0) known.set(id, "whole");
      else if (!known.has(id)) known.set(id, "part");
  return known;
}

/** The same advert may stand in several feeds, under one address or under several. */
function merged(readers: readonly FeedReader[]): Opening[] {
  const seen = new Set<string>();
  return readers
    .flatMap((reader) => reader.openings)
    .filter(({ title, employer, place, level, url }) => {
      const keys = [url, [title, employer, place, level].join("|").toLowerCase()];
      const isNew = keys.every((key) => !seen.has(key));
      for (const key of keys) seen.add(key);
      return isNew;
    })
    .sort((one, other) => (other.posted ?? 0) - (one.posted ?? 0) || (one.title < other.title ? -1 : 1));
}
