import type { JobType, OpeningLevel, WorkMode } from "../understanding/openings-filters.ts";
import { payAmounts } from "../understanding/reading/pay-amounts.ts";
import type { Pay } from "./opening.ts";

/** What the words of an advert say of level, work mode, type and pay. */

const LEVELS: readonly [OpeningLevel, RegExp][] = [
  ["lead", /\b(?:lead|principal|staff|head|director|chief|vp|vice president|distinguished)\b/i],
  ["mid", /\bmid[- ]?(?:senior|level)?\b|\b(?:intermediate|medior)\b/i],
  ["senior", /\b(?:senior|sr|snr)\b/i],
  [
    "entry",
    /^entry$|\b(?:entry[- ]level|junior|jr|graduate|new grad|trainee|apprentice(?:ship)?|early career|interns?(?:hip)?)\b/i,
  ],
];
/** "Software Engineer II": the ladder of large employers. */
const STEPS: Readonly<Record<string, OpeningLevel>> = {
  I: "entry",
  II: "mid",
  III: "senior",
  IV: "lead",
  V: "lead",
};

export function levelIn(text: string): OpeningLevel | undefined {
  const step = /\b(I{1,3}|IV|V)(?=\s*(?:$|[,(/-]))/.exec(text)?.[1];
  return LEVELS.find(([, pattern]) => pattern.test(text))?.[0] ?? (step ? STEPS[step] : undefined);
}

/** Months of experience, by what adverts of each level usually ask for. */
export function levelOfMonths(months: number): OpeningLevel {
  return months < 24 ? "entry" : months < 60 ? "mid" : "senior";
}

export function workIn(text: string): WorkMode | undefined {
  if (/\bhybrid\b/i.test(text)) return "hybrid";
  if (/\b(?:remote(?:ly)?|telecommute|work from home|wfh|anywhere)\b/i.test(text)) return "remote";
  return /\b(?:on-?site|on site|in[- ]office)\b/i.test(text) ? "on-site" : undefined;
}

const TYPES: readonly [JobType, RegExp][] = [
  ["internship", /\bintern(?:ship)?s?\b/i],
  ["part-time", /\bpart[-_ ]?time\b/i],
  ["contract", /\b(?:contract(?:or)?|freelance|temporary|per[-_ ]diem)\b/i],
  ["full-time", /\b(?:full[-_ ]?time|permanent)\b/i],
];

export function typeIn(text: string): JobType | undefined {
  return TYPES.find(([, pattern]) => pattern.test(text.replaceAll("_", " ")))?.[0];
}

/** "$100,000 - $130,000 a year"; undefined where no currency is named. */
export function payIn(text: string): Pay | undefined {
  const [first, second] = payAmounts(text.slice(0, 200)).filter(
    ({ isPlain, amount }) => isPlain && amount > 0,
  );
  const currency = first?.currency ?? second?.currency;
  if (!first || currency === undefined) return undefined;
  const unit = first.unit ?? second?.unit ?? "year";
  return second && second.amount > first.amount
    ? { currency, from: first.amount, to: second.amount, unit }
    : { currency, from: first.amount, unit };
}

const ISO = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?\s?(?:Z|[+-]\d\d:?\d\d)?)?$/;
const RFC_822 = /^(?:[A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d/;
const DAY_MS = 24 * 60 * 60_000;

/** A date as feeds write it: ISO 8601, in UTC where it names no zone, or RFC 822. A bare day ends with its last moment. */
export function timeOf(text: string | undefined, side: "begin" | "end" = "begin"): number | undefined {
  const written = text?.trim() ?? "";
  if (!ISO.test(written) && !RFC_822.test(written)) return undefined;
  const isDay = /^\d{4}-\d\d-\d\d$/.test(written);
  const zoned =
    ISO.test(written) && !isDay && !/(?:Z|[+-]\d\d:?\d\d)$/.test(written) ? `${written}Z` : written;
  const time = Date.parse(zoned);
  if (Number.isNaN(time)) return undefined;
  return side === "end" && isDay ? time + DAY_MS - 1 : time;
}
