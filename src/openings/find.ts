import { isEmployer, UNKNOWN_EMPLOYER } from "../understanding/employer-ids.ts";
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
  (opening, { employer }) => isAt(opening, employer),
  (opening, { pay }) => paysWithin(opening, pay),
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

/** An employer that no feed knows narrows nothing down either. */
function isAt({ employers }: Opening, wanted: OpeningsFilters["employer"]): Verdict {
  if (wanted === undefined || wanted === UNKNOWN_EMPLOYER) return "yes";
  if (employers.length === 0) return "silent";
  return employers.some((id) => isEmployer(id, wanted)) ? "yes" : "no";
}

/** A range of pay fits where some of it lies within what is wanted: what reaches the least may pay it. */
function paysWithin({ pay }: Opening, wanted: OpeningsFilters["pay"]): Verdict {
  if (wanted === undefined) return "yes";
  if (pay === undefined) return "silent";
  if (wanted.currency !== undefined && wanted.currency !== pay.currency) return "no";
  const [least, most] = [pay.from ?? 0, pay.to ?? pay.from ?? 0].map(
    (each) => each * UNITS_A_YEAR[pay.unit],
  ) as [number, number];
  const { from = 0, to = Number.POSITIVE_INFINITY } = wanted;
  // Pay that begins at the most that is wanted is all above it.
  return most >= from && (least < to || most <= to) ? "yes" : "no";
}
