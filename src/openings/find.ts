import type { OpeningsFilters } from "../understanding/openings-filters.ts";
import { UNKNOWN_PLACE } from "../understanding/reading/openings-filters.ts";
import { UNITS_A_YEAR } from "../understanding/reading/pay-amounts.ts";
import type { Opening } from "./opening.ts";

export interface FoundOpenings {
  openings: Opening[];
  /** Openings that would fit, but do not say what was asked about. */
  silent: number;
}

/** The openings that all filters let through, in the order given. */
export function findOpenings(openings: readonly Opening[], filters: OpeningsFilters): FoundOpenings {
  const found: FoundOpenings = { openings: [], silent: 0 };
  for (const opening of openings) {
    const verdicts = FILTERS.map((fits) => fits(opening, filters));
    if (verdicts.includes("no")) continue;
    if (verdicts.includes("silent")) found.silent += 1;
    else found.openings.push(opening);
  }
  return found;
}

type Verdict = "yes" | "no" | "silent";

const FILTERS: readonly ((opening: Opening, filters: OpeningsFilters) => Verdict)[] = [
  (opening, { level }) => same(opening.level, level),
  (opening, { work }) => same(opening.work, work),
  (opening, { type }) => same(opening.type, type),
  (opening, { place }) => isThere(opening, place),
  (opening, { pay }) => paysAtLeast(opening, pay),
];

function same(has: string | undefined, wanted: string | undefined): Verdict {
  if (wanted === undefined || has === wanted) return "yes";
  return has === undefined ? "silent" : "no";
}

function isThere({ places, work }: Opening, place: OpeningsFilters["place"]): Verdict {
  // A place that nobody knows narrows nothing down; the answer says so.
  if (place === undefined || place === UNKNOWN_PLACE || places.includes(place)) return "yes";
  if (places.length > 0) return "no";
  return work === "remote" ? "yes" : "silent";
}

/** By the most that is offered: a range that reaches the amount may pay it. */
function paysAtLeast({ pay }: Opening, wanted: OpeningsFilters["pay"]): Verdict {
  if (wanted === undefined) return "yes";
  if (pay === undefined) return "silent";
  if (wanted.currency !== undefined && wanted.currency !== pay.currency) return "no";
  const most = (pay.to ?? pay.from ?? 0) * UNITS_A_YEAR[pay.unit];
  return most >= wanted.from ? "yes" : "no";
}
