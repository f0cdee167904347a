import type { FeedState } from "../../openings/open-openings.ts";
import { isUnfiltered } from "../../understanding/openings-filters.ts";
import type { Section } from "../answer.ts";
import { bullets, listWords } from "../document.ts";
import type { Search } from "./search.ts";

/** Where the list comes from, how old it is, and what it leaves out. */
export function aboutTheList({ board, found, filters }: Search): Section[] {
  const fresh = board.feeds.filter((feed) => !feed.isDown && feed.readAt !== undefined);
  const old = board.feeds.filter((feed) => feed.isDown && feed.readAt !== undefined);
  const never = board.feeds.filter((feed) => feed.readAt === undefined);
  const lines = [
    fresh.length > 0
      ? `From ${feedNames(fresh)}, read ${ago(board.now - Math.min(...fresh.map((feed) => feed.readAt ?? 0)))}. What counts is the advert itself.`
      : undefined,
    ...old.map(
      ({ name, readAt = 0 }) =>
        `${name} does not answer just now; its openings are as they were ${ago(board.now - readAt)}.`,
    ),
    never.length > 0 ? `Not read yet: ${feedNames(never)}.` : undefined,
    filters.pay?.to !== undefined && found.openings.length > 0
      ? "A range of pay is listed where some of it fits."
      : undefined,
    found.silent > 0 && !isUnfiltered(filters)
      ? `Left out: ${found.silent} that ${found.silent === 1 ? "does" : "do"} not say what you asked about.`
      : undefined,
  ].filter((line) => line !== undefined);
  return [bullets("About this list", lines.map(literal))];
}

/** Names of feeds are text, not Markdown. */
function literal(text: string): string {
  return text.replace(/[\\`*_[\]<>#!~|]/g, "\\$&");
}

export function feedNames(feeds: readonly FeedState[]): string {
  return listWords([...new Set(feeds.map((feed) => feed.name))].slice(0, 4));
}

function ago(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  if (minutes < 1) return "just now";
  if (minutes < 90) return `${minutes} ${minutes === 1 ? "minute" : "minutes"} ago`;
  const hours = Math.round(minutes / 60);
  return hours < 48 ? `${hours} hours ago` : `${Math.round(hours / 24)} days ago`;
}
