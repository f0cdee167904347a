import { z } from "zod";
import { employerIds } from "../understanding/employer-ids.ts";
import { JOB_TYPES, OPENING_LEVELS, WORK_MODES } from "../understanding/openings-filters.ts";
import { PAY_UNITS } from "../understanding/reading/pay-amounts.ts";

/** Text of a feed, which strangers write: one line, no control or invisible characters, cut to a length. */
const line = (longest: number) => z.string().min(1).max(longest);

const DAY_MS = 24 * 60 * 60_000;
/** Clocks and time zones differ; what lies further ahead is no date of posting. */
const AHEAD_MS = 2 * DAY_MS;
/** Without an end of its own an advert is taken to be filled after this. */
export const STALE_AFTER_MS = 60 * DAY_MS;
/** Longer addresses are cut or refused somewhere on the way to a reader. */
const URL_MAX = 1_000;

const paySchema = z
  .strictObject({
    currency: z.string().regex(/^[A-Z]{3}$/),
    from: z.number().positive().max(1e9).optional(),
    to: z.number().positive().max(1e9).optional(),
    unit: z.enum(PAY_UNITS),
  })
  .refine(({ from, to }) => from !== undefined || to !== undefined, "no amount")
  .refine(
    ({ from, to }) => from === undefined || to === undefined || from <= to,
    "the least is above the most",
  );

/** One job advert. Times are milliseconds since the epoch. */
export const openingSchema = z.strictObject({
  title: line(120),
  employer: line(80).optional(),
  /** Ids that the employer goes by: the whole name first, then what it begins with. */
  employers: z.array(z.string()).max(20),
  /** In words, as the feed has it: "Redmond, WA, US". */
  place: line(80).optional(),
  /** Ids of everything that the place lies in; empty for work from anywhere. */
  places: z.array(z.string()).max(20),
  work: z.enum(WORK_MODES).optional(),
  type: z.enum(JOB_TYPES).optional(),
  level: z.enum(OPENING_LEVELS).optional(),
  pay: paySchema.optional(),
  posted: z.number().optional(),
  /** The last moment to apply. */
  until: z.number().optional(),
  url: z.url({ protocol: /^https?$/ }).max(URL_MAX),
});
export type Opening = z.infer<typeof openingSchema>;
export type Pay = NonNullable<Opening["pay"]>;

/** An item of a feed before it is checked. */
export type OpeningDraft = { [Key in keyof Omit<Opening, "employers">]?: Opening[Key] | undefined };

/** The opening that a draft makes; undefined where something that matters is missing or wrong. */
export function openingOf(draft: OpeningDraft, now: number): Opening | undefined {
  const { posted, until } = draft;
  // An advert without a date may be years old.
  if (posted === undefined && until === undefined) return undefined;
  if (posted !== undefined && posted > now + AHEAD_MS) return undefined;
  return openingSchema.safeParse({ ...draft, employers: idsOf(draft.employer) }).data;
}

function idsOf(employer: string | undefined): string[] {
  if (employer === undefined) return [];
  const { whole, parts } = employerIds(employer);
  return whole === "" ? [] : [whole, ...parts].slice(0, 20);
}

export function isStale({ posted, until }: Opening, now: number): boolean {
  if (until !== undefined && until < now) return true;
  return posted !== undefined && posted < now - STALE_AFTER_MS;
}
