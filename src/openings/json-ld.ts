import { z } from "zod";
import { placesIn } from "../understanding/places/place-ids.ts";
import { PAY_UNITS, type PayUnit } from "../understanding/reading/pay-amounts.ts";
import { plainText, webAddress } from "./markup.ts";
import type { OpeningDraft, Pay } from "./opening.ts";
import { levelIn, levelOfMonths, payIn, timeOf, typeIn, workIn } from "./signs.ts";

/**
 * schema.org JobPosting, as search engines ask for it. Whatever is not as it should be counts as not being there; only
 * what the reader must have decides in the end. Source: https://schema.org/JobPosting.
 */

const text = z.string();
const optional = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined);
/** One or several; those that are not as they should be are undefined. */
const list = <T extends z.ZodType>(schema: T) =>
  z.preprocess(
    (value) => (Array.isArray(value) ? value : value === undefined ? [] : [value]),
    z.array(optional(schema)),
  );
const named = z.union([text, z.object({ name: text })]);
const amount = z.union([z.number(), z.string().regex(/^\d+(?:\.\d+)?$/)]).transform(Number);

const addressSchema = z.union([
  text,
  z.object({
    addressLocality: optional(text),
    addressRegion: optional(text),
    addressCountry: optional(named),
  }),
]);
const placeSchema = z.union([text, z.object({ address: optional(addressSchema), name: optional(text) })]);
const postingSchema = z.object({
  title: optional(text),
  name: optional(text),
  url: optional(text),
  "@id": optional(text),
  datePosted: optional(text),
  validThrough: optional(text),
  hiringOrganization: optional(named),
  employmentType: list(text),
  jobLocation: list(placeSchema),
  jobLocationType: list(text),
  applicantLocationRequirements: list(named),
  experienceRequirements: optional(
    z.union([text, z.object({ monthsOfExperience: optional(amount), name: optional(text) })]),
  ),
  baseSalary: optional(
    z.union([
      text,
      z.object({
        currency: optional(text),
        value: optional(
          z.union([
            amount,
            z.object({
              minValue: optional(amount),
              maxValue: optional(amount),
              value: optional(amount),
              unitText: optional(text),
            }),
          ]),
        ),
      }),
    ]),
  ),
});
type Posting = z.infer<typeof postingSchema>;

/** Deeper than any page has it. */
const DEEPEST = 8;

/** Every JobPosting in a JSON document: alone, in lists, under `@graph`, or in an ItemList. */
export function jobPostings(document: unknown, depth = 0): object[] {
  if (typeof document !== "object" || document === null || depth > DEEPEST) return [];
  if (Array.isArray(document)) return document.flatMap((each) => jobPostings(each, depth + 1));
  if ("@type" in document && [document["@type"]].flat().some((type) => type === "JobPosting"))
    return [document];
  return ["@graph", "itemListElement", "item", "mainEntity", "jobPosting"].flatMap((key) =>
    jobPostings((document as Record<string, unknown>)[key], depth + 1),
  );
}

/** `base` is where the document came from: what relative addresses start at. */
export function* draftsOfPostings(
  postings: readonly object[],
  base: string | undefined,
): Iterable<OpeningDraft> {
  for (const posting of postings) yield draftOfPosting(posting, base);
}

export function draftOfPosting(object: unknown, base: string | undefined): OpeningDraft {
  const posting = postingSchema.safeParse(object).data;
  if (!posting) return {};
  const title = plainText(posting.title ?? posting.name ?? "", 120);
  const address = posting.url ?? posting["@id"];
  const requirements = posting.experienceRequirements;
  const months = typeof requirements === "object" ? requirements.monthsOfExperience : undefined;
  const asked = typeof requirements === "object" ? requirements.name : requirements;
  const types = posting.employmentType.filter((each) => each !== undefined).join(", ");
  const places = placeWords(posting);
  return {
    title,
    employer: nameOf(posting.hiringOrganization, 80),
    place: plainText(places.join("; "), 80),
    places: placesIn(places.join(";")).slice(0, 20),
    work: workOf(posting, title ?? ""),
    type: typeIn(types),
    level:
      levelIn(title ?? "") ??
      levelIn(asked ?? "") ??
      (months === undefined ? undefined : levelOfMonths(months)),
    pay: payOf(posting.baseSalary),
    posted: timeOf(posting.datePosted),
    until: timeOf(posting.validThrough, "end"),
    url: address === undefined ? undefined : webAddress(address, base),
  };
}

function nameOf(value: z.infer<typeof named> | undefined, longest: number): string | undefined {
  return value === undefined ? undefined : plainText(typeof value === "string" ? value : value.name, longest);
}

function placeWords({ jobLocation, applicantLocationRequirements }: Posting): string[] {
  const located = jobLocation.flatMap((place) => {
    if (place === undefined) return [];
    const address = typeof place === "string" ? place : (place.address ?? place.name);
    if (address === undefined) return [];
    if (typeof address === "string") return [address];
    const { addressLocality, addressRegion, addressCountry } = address;
    return [[addressLocality, addressRegion, nameOf(addressCountry, 40)].filter(Boolean).join(", ")];
  });
  const required = applicantLocationRequirements.map((each) => nameOf(each, 40));
  const words = (located.length > 0 ? located : required).filter((each) => each !== undefined && each !== "");
  return [...new Set(words as string[])].slice(0, 5);
}

function workOf({ jobLocationType, jobLocation }: Posting, title: string): OpeningDraft["work"] {
  const said = workIn(jobLocationType.filter((each) => each !== undefined).join(" ")) ?? workIn(title);
  return said ?? (jobLocation.length > 0 ? "on-site" : undefined);
}

function payOf(salary: Posting["baseSalary"]): Pay | undefined {
  if (salary === undefined) return undefined;
  if (typeof salary === "string") return payIn(salary);
  const currency = salary.currency?.trim().toUpperCase();
  if (currency === undefined || salary.value === undefined) return undefined;
  const { value } = salary;
  const range = typeof value === "number" ? { value } : value;
  const unit = unitOf("unitText" in range ? range.unitText : undefined);
  // Forms that were left empty say 0.
  const from = (("minValue" in range ? range.minValue : undefined) ?? range.value) || undefined;
  const to = ("maxValue" in range ? range.maxValue : undefined) || undefined;
  if (from === undefined && to === undefined) return undefined;
  return {
    currency,
    unit,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined || to === from ? {} : { to }),
  };
}

function unitOf(word: string | undefined): PayUnit {
  const lower = word?.toLowerCase() ?? "";
  return PAY_UNITS.find((unit) => lower.startsWith(unit)) ?? "year";
}
