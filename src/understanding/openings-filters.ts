import { z } from "zod";
import { EMPLOYER_ID_MAX } from "./employer-ids.ts";
import { hashId } from "./hash-id.ts";

/** What job openings are narrowed down by, beside the role. Places and employers are ids, never the asker's own words. */

export const OPENING_LEVELS = ["entry", "mid", "senior", "lead"] as const;
export type OpeningLevel = (typeof OPENING_LEVELS)[number];
export const WORK_MODES = ["remote", "hybrid", "on-site"] as const;
export type WorkMode = (typeof WORK_MODES)[number];
export const JOB_TYPES = ["full-time", "part-time", "contract", "internship"] as const;
export type JobType = (typeof JOB_TYPES)[number];

export const PLACE_ID_MAX = 18;
export const PAY_MAX = 99_999_999;
export const PAGE_MAX = 199;

const amount = z.int().min(1).max(PAY_MAX).describe("a year");

export const openingsFiltersSchema = z.strictObject({
  level: z.enum(OPENING_LEVELS).optional(),
  work: z.enum(WORK_MODES).optional(),
  type: z.enum(JOB_TYPES).optional(),
  place: z
    .string()
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
    .max(PLACE_ID_MAX)
    .optional(),
  employer: z
    .string()
    .regex(new RegExp(`^(?:[a-z0-9]{1,${EMPLOYER_ID_MAX}}|~[a-z0-9]{6})$`))
    .optional()
    .describe("see employer-ids.ts; a hash where it came through a button that had no more room"),
  pay: z
    .strictObject({
      from: amount.optional(),
      to: amount.optional(),
      currency: z
        .string()
        .regex(/^[A-Z]{3}$/)
        .optional(),
    })
    .refine(({ from, to }) => from !== undefined || to !== undefined, "no amount")
    .refine(
      ({ from, to }) => from === undefined || to === undefined || from <= to,
      "the least is above the most",
    )
    .optional(),
  page: z
    .int()
    .min(2)
    .max(PAGE_MAX)
    .optional()
    .describe("further on in a list that does not end with the first page"),
});
export type OpeningsFilters = z.infer<typeof openingsFiltersSchema>;

/**
 * `senior+remote+contract+in-berlin+at-microsoft+100kto130k-usd+p2`; short, at most 66 characters: level, work mode and
 * type by their first letters, and an employer by its hash.
 */
export function formatFilters(filters: OpeningsFilters, length: "whole" | "short" = "whole"): string {
  const { level, work, type, place, employer, pay, page } = filters;
  const word = (text: string | undefined) => (length === "short" ? text?.charAt(0) : text);
  const name = employer && length === "short" && !employer.startsWith("~") ? hashId(employer) : employer;
  return [
    word(level),
    word(work),
    word(type),
    place && `in-${place}`,
    name && `at-${name}`,
    pay && formatPay(pay),
    page && `p${page}`,
  ]
    .filter((part) => part !== undefined)
    .join("+");
}

/** Undefined for what is no filter of this version. */
export function parseFilters(text: string): OpeningsFilters | undefined {
  const filters: Record<string, unknown> = {};
  for (const part of text === "" ? [] : text.split("+")) {
    const [name, value] = readPart(part);
    if (name in filters) return undefined;
    filters[name] = value;
  }
  return openingsFiltersSchema.safeParse(filters).data;
}

function readPart(part: string): [string, unknown] {
  for (const [name, words] of WORDS) {
    const word = words.find((each) => each === part || each.charAt(0) === part);
    if (word !== undefined) return [name, word];
  }
  if (part.startsWith("in-")) return ["place", part.slice("in-".length)];
  if (part.startsWith("at-")) return ["employer", part.slice("at-".length)];
  const page = /^p(\d{1,3})$/.exec(part);
  if (page) return ["page", Number(page[1])];
  // A name that the strict schema refuses.
  return PAY.test(part) ? ["pay", parsePay(part)] : ["unknown", part];
}

/** No two of all of them begin with the same letter. */
const WORDS = [
  ["level", OPENING_LEVELS],
  ["work", WORK_MODES],
  ["type", JOB_TYPES],
] as const;

const PAY = /^(?<from>\d{1,8}k?)?(?:to(?<to>\d{1,8}k?))?(?:-(?<currency>[a-z]{3}))?$/;

function formatPay({ from, to, currency }: NonNullable<OpeningsFilters["pay"]>): string {
  const range = [from && shortAmount(from), to && `to${shortAmount(to)}`].filter(Boolean).join("");
  return currency === undefined ? range : `${range}-${currency.toLowerCase()}`;
}

function parsePay(text: string): object {
  const { from, to, currency } = PAY.exec(text)?.groups ?? {};
  return {
    ...(from === undefined ? {} : { from: wholeAmount(from) }),
    ...(to === undefined ? {} : { to: wholeAmount(to) }),
    ...(currency === undefined ? {} : { currency: currency.toUpperCase() }),
  };
}

function shortAmount(amount: number): string {
  return amount % 1000 === 0 ? `${amount / 1000}k` : String(amount);
}

function wholeAmount(text: string): number {
  return Number.parseInt(text, 10) * (text.endsWith("k") ? 1000 : 1);
}

/** A page says nothing of what is looked for. */
export function isUnfiltered({ page: _, ...filters }: OpeningsFilters): boolean {
  return Object.values(filters).every((value) => value === undefined);
}
