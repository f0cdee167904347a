import { z } from "zod";

/** What job openings are narrowed down by, beside the role. A place is an id (see places/), never the asker's own words. */

export const OPENING_LEVELS = ["entry", "mid", "senior", "lead"] as const;
export type OpeningLevel = (typeof OPENING_LEVELS)[number];
export const WORK_MODES = ["remote", "hybrid", "on-site"] as const;
export type WorkMode = (typeof WORK_MODES)[number];
export const JOB_TYPES = ["full-time", "part-time", "contract", "internship"] as const;
export type JobType = (typeof JOB_TYPES)[number];

export const PLACE_ID_MAX = 18;
export const PAY_MAX = 99_999_999;
export const PAGE_MAX = 199;

export const openingsFiltersSchema = z.strictObject({
  level: z.enum(OPENING_LEVELS).optional(),
  work: z.enum(WORK_MODES).optional(),
  type: z.enum(JOB_TYPES).optional(),
  place: z
    .string()
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
    .max(PLACE_ID_MAX)
    .optional(),
  pay: z
    .strictObject({
      from: z.int().min(1).max(PAY_MAX).describe("a year"),
      currency: z
        .string()
        .regex(/^[A-Z]{3}$/)
        .optional(),
    })
    .optional(),
  page: z
    .int()
    .min(2)
    .max(PAGE_MAX)
    .optional()
    .describe("further on in a list that does not end with the first page"),
});
export type OpeningsFilters = z.infer<typeof openingsFiltersSchema>;

/** `senior+remote+contract+in-berlin+100k-usd+p2`: at most 65 characters. */
export function formatFilters({ level, work, type, place, pay, page }: OpeningsFilters): string {
  return [
    level,
    work,
    type,
    place && `in-${place}`,
    pay && [shortAmount(pay.from), pay.currency?.toLowerCase()].filter(Boolean).join("-"),
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
  if (OPENING_LEVELS.some((each) => each === part)) return ["level", part];
  if (WORK_MODES.some((each) => each === part)) return ["work", part];
  if (JOB_TYPES.some((each) => each === part)) return ["type", part];
  if (part.startsWith("in-")) return ["place", part.slice("in-".length)];
  const page = /^p(\d{1,3})$/.exec(part);
  if (page) return ["page", Number(page[1])];
  const [, digits, k, currency] = /^(\d{1,8})(k?)(?:-([a-z]{3}))?$/.exec(part) ?? [];
  // A name that the strict schema refuses.
  if (digits === undefined) return ["unknown", part];
  const from = Number(digits) * (k ? 1000 : 1);
  return ["pay", currency === undefined ? { from } : { from, currency: currency.toUpperCase() }];
}

function shortAmount(amount: number): string {
  return amount % 1000 === 0 ? `${amount / 1000}k` : String(amount);
}

/** A page says nothing of what is looked for. */
export function isUnfiltered({ page: _, ...filters }: OpeningsFilters): boolean {
  return Object.values(filters).every((value) => value === undefined);
}
