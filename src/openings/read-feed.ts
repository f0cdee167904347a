import { breather } from "../knowledge/breather.ts";
import { draftsOfPage } from "./html-page.ts";
import { draftsOfJsonFeed, isJsonFeed } from "./json-feed.ts";
import { draftsOfPostings, jobPostings } from "./json-ld.ts";
import { NestedTooDeeply } from "./markup.ts";
import { NoFeed } from "./no-feed.ts";
import { isStale, type Opening, type OpeningDraft, openingOf } from "./opening.ts";
import { draftsOfXmlFeed } from "./xml-feed.ts";

/** What a feed holds once every item was looked at. */
export interface FeedRead {
  openings: Opening[];
  /** Items that are no opening: without title, address or date, or with one that cannot be. */
  bad: number;
  /** Openings that have ended, or are too old to be open still. */
  stale: number;
}

/** More than this no list of openings has; the rest is left. */
const MOST_ITEMS = 5_000;

/**
 * Reads JSON-LD, JSON Feed, RSS, Atom or a page with JSON-LD in it, told apart by what the text begins with.
 * `base` is the address it came from, `now` milliseconds since the epoch.
 * @throws NoFeed
 */
export async function readFeed(text: string, base: string | undefined, now: number): Promise<FeedRead> {
  const read: FeedRead = { openings: [], bad: 0, stale: 0 };
  const breathe = breather();
  let count = 0;
  for (const draft of draftsIn(text.replace(/^\uFEFF/, "").trimStart(), base)) {
    count += 1;
    if (count > MOST_ITEMS) break;
    await breathe();
    const opening = openingOf(draft, now);
    if (!opening) read.bad += 1;
    else if (isStale(opening, now)) read.stale += 1;
    else read.openings.push(opening);
  }
  return read;
}

function draftsIn(text: string, base: string | undefined): Iterable<OpeningDraft> {
  try {
    if (/^[[{]/.test(text)) return draftsInJson(JSON.parse(text), base);
    if (!text.startsWith("<")) throw new NoFeed("This is neither JSON, XML nor HTML.");
    const isXmlFeed = /<(?:rss|feed|rdf:RDF)[\s>]/.test(text.slice(0, 2_000));
    return isXmlFeed ? draftsOfXmlFeed(text, base) : draftsOfPage(text, base);
  } catch (error) {
    if (error instanceof SyntaxError) throw new NoFeed("This JSON is broken.");
    if (error instanceof NestedTooDeeply) throw new NoFeed("This document is nested too deeply.");
    throw error;
  }
}

function draftsInJson(document: unknown, base: string | undefined): Iterable<OpeningDraft> {
  if (isJsonFeed(document)) return draftsOfJsonFeed(document, base);
  const postings = jobPostings(document);
  const isList =
    Array.isArray(document) || (typeof document === "object" && document !== null && "@context" in document);
  // An error of the server is JSON too, and must not take the place of the last good openings.
  if (postings.length === 0 && !isList) throw new NoFeed("This JSON holds no job postings.");
  return draftsOfPostings(postings, base);
}
