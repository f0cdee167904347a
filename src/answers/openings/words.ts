import type { Paragraph, PhrasingContent } from "mdast";
import type { Opening, Pay } from "../../openings/opening.ts";
import { isEmployer, UNKNOWN_EMPLOYER } from "../../understanding/employer-ids.ts";
import type { OpeningsFilters } from "../../understanding/openings-filters.ts";
import { placeName } from "../../understanding/places/place-ids.ts";
import { UNKNOWN_PLACE } from "../../understanding/reading/openings-filters.ts";
import type { Section } from "../answer.ts";
import { listWords } from "../document.ts";
import { capitalize, withArticle } from "../role-words.ts";
import type { Search } from "./search.ts";

/** " for a data engineer (remote, in the US, at Example, from USD 100,000 a year)": every filter that was applied. */
export function looksFor({ role, filters, board }: Search): string {
  const { level, work, type, place, employer, pay } = filters;
  const parts = [
    level && LEVEL_WORDS[level],
    work && WORK_WORDS[work],
    type,
    place && place !== UNKNOWN_PLACE && `in ${placeName(place)}`,
    employer && employer !== UNKNOWN_EMPLOYER && `at ${employerName(employer, board.openings)}`,
    pay && `${payWanted(pay)} a year`,
  ].filter((part) => part !== undefined && part !== "" && part !== false);
  return `${role ? ` for ${withArticle(role)}` : ""}${parts.length > 0 ? ` (${parts.join(", ")})` : ""}`;
}

/** As the feeds write it; a filter may mean several, whose names begin alike. */
function employerName(id: string, openings: readonly Opening[]): string {
  const meant = openings.flatMap(({ employer, employers }) =>
    employer !== undefined && employers.some((each) => isEmployer(each, id)) ? [employer] : [],
  );
  const names = [...new Set(meant)];
  // A button may be older than the feed.
  return names.length === 0 ? "an employer with none just now" : listWords(names.slice(0, MOST_NAMES), "or");
}

const MOST_NAMES = 3;

function payWanted({ from, to, currency }: NonNullable<OpeningsFilters["pay"]>): string {
  if (from === undefined) return `up to ${money(to ?? 0, currency)}`;
  return to === undefined ? `from ${money(from, currency)}` : `${money(from, currency)} to ${amount(to)}`;
}

export const LEVEL_WORDS = {
  entry: "entry level",
  mid: "mid level",
  senior: "senior level",
  lead: "lead level",
} as const;
const WORK_WORDS = { remote: "remote", hybrid: "hybrid", "on-site": "on site" } as const;

/** What a feed says goes into the tree as text, never as Markdown. */
export function openingSection(opening: Opening): Section {
  const { title, employer, url, level, type, posted, until } = opening;
  const facts = [
    whereWords(opening),
    [type, level && LEVEL_WORDS[level]].filter(Boolean).join(", "),
    opening.pay ? payWords(opening.pay) : "pay not said",
    [posted && `posted ${day(posted)}`, until && `open until ${day(until)}`].filter(Boolean).join(", "),
  ].filter((fact) => fact !== "");
  const children: PhrasingContent[] = [
    { type: "text", value: `${facts.map(capitalize).join(". ")}.` },
    { type: "break" },
    { type: "link", url, children: [{ type: "text", value: `See the advert at ${new URL(url).host}` }] },
  ];
  const paragraph: Paragraph = { type: "paragraph", children };
  return {
    heading: employer ? `${title}, ${employer}` : title,
    body: { type: "root", children: [paragraph] },
  };
}

function whereWords({ work, place = "" }: Opening): string {
  const mode = work === undefined || place.toLowerCase().includes(work) ? "" : WORK_WORDS[work];
  return (work === "remote" ? [mode, place] : [place, mode]).filter((part) => part !== "").join(", ");
}

function payWords({ currency, from, to, unit }: Pay): string {
  const each = unit === "hour" ? "an hour" : `a ${unit}`;
  if (from !== undefined && to !== undefined) return `${currency} ${amount(from)} to ${amount(to)} ${each}`;
  return to === undefined
    ? `${currency} ${amount(from ?? 0)} ${each}`
    : `up to ${currency} ${amount(to)} ${each}`;
}

function money(value: number, currency: string | undefined): string {
  return currency === undefined ? amount(value) : `${currency} ${amount(value)}`;
}

function amount(value: number): string {
  return value.toLocaleString("en-US", { maximumFractionDigits: 2 });
}

function day(time: number): string {
  const options = { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" } as const;
  return new Date(time).toLocaleDateString("en-GB", options);
}
