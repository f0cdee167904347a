import { z } from "zod";
import { draftOfDescribed } from "./described.ts";
import { draftOfPosting } from "./json-ld.ts";
import type { OpeningDraft } from "./opening.ts";

/** JSON Feed 1.1, whose items may carry a schema.org JobPosting as the extension `_job_posting`. Source: jsonfeed.org. */
const feedSchema = z.object({
  version: z.string().startsWith("https://jsonfeed.org/version/"),
  items: z.array(z.unknown()),
});
const optional = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined);
const authorSchema = z.object({ name: optional(z.string()) });
const itemSchema = z.object({
  title: optional(z.string()),
  url: optional(z.string()),
  external_url: optional(z.string()),
  date_published: optional(z.string()),
  author: optional(authorSchema),
  authors: optional(z.array(authorSchema)),
  tags: optional(z.array(z.string())),
  _job_posting: optional(z.record(z.string(), z.unknown())),
});

export function isJsonFeed(document: unknown): boolean {
  return feedSchema.safeParse(document).success;
}

export function* draftsOfJsonFeed(document: unknown, base: string | undefined): Iterable<OpeningDraft> {
  for (const item of feedSchema.safeParse(document).data?.items ?? []) yield draftOfItem(item, base);
}

function draftOfItem(object: unknown, base: string | undefined): OpeningDraft {
  const item = itemSchema.safeParse(object).data;
  if (!item) return {};
  const { title, date_published: posted } = item;
  const url = item.external_url ?? item.url;
  if (item._job_posting)
    return draftOfPosting({ title, url, datePosted: posted, ...item._job_posting }, base);
  const employer = item.authors?.[0]?.name ?? item.author?.name;
  return draftOfDescribed({ title, url, posted, employer, tags: item.tags ?? [] }, base);
}
