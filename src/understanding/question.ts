import { z } from "zod";
import { TOPICS, type Topic } from "../knowledge/topics.ts";
import { openingsFiltersSchema } from "./openings-filters.ts";

/** What somebody asks, in ids of the knowledge base; never their own words. */

export const INTENTS = [
  "lookup",
  "compare",
  "transition",
  "find-roles",
  "advice",
  "openings",
  "list-roles",
  "help",
  "greeting",
  "thanks",
  "privacy",
  "out-of-scope",
] as const;
export type Intent = (typeof INTENTS)[number];

/** Intents whose questions can be about topics. */
export const TOPICAL_INTENTS: ReadonlySet<Intent> = new Set([
  "lookup",
  "compare",
  "transition",
  "find-roles",
  "advice",
]);

const roles = z.array(z.string());
const topics = z.array(z.enum(TOPICS));
const skills = z.array(z.string()).describe("ids of skills, degrees, fields of study and industries");

export const questionSchema = z.discriminatedUnion("intent", [
  z.strictObject({ intent: z.literal("lookup"), roles, topics }),
  z.strictObject({ intent: z.literal("compare"), roles, topics }),
  z.strictObject({
    intent: z.literal("transition"),
    from: z.string().nullable().describe("null: a background that is no role of ours"),
    roles: roles.describe("the target or targets"),
    topics,
  }),
  z.strictObject({ intent: z.literal("find-roles"), roles, topics, skills }),
  z.strictObject({
    intent: z.literal("advice"),
    roles: roles.describe("the asker's own role"),
    topics,
    skills,
  }),
  z.strictObject({
    intent: z.literal("openings"),
    roles,
    topics,
    filters: openingsFiltersSchema.optional(),
  }),
  z.strictObject({ intent: z.literal("list-roles"), roles, topics }),
  z.strictObject({ intent: z.literal("help"), roles, topics }),
  z.strictObject({ intent: z.literal("greeting"), roles, topics }),
  z.strictObject({ intent: z.literal("thanks"), roles, topics }),
  z.strictObject({ intent: z.literal("privacy"), roles, topics }),
  z.strictObject({ intent: z.literal("out-of-scope"), roles, topics }),
]);
export type Question = z.infer<typeof questionSchema>;

/** A question about a role, or about nothing in particular, with no field of its own. */
export type PlainIntent = Exclude<Intent, "transition" | "find-roles" | "advice">;

export function plainQuestion(
  intent: PlainIntent,
  about: readonly string[] = [],
  of: readonly Topic[] = [],
): Question {
  return { intent, roles: [...about], topics: [...of] };
}
