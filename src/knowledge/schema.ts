import { z } from "zod";
import { TOPICS } from "./topics.ts";

/** The shapes of the files under `knowledge/`; `knowledge/README.md` explains them to editors. */

export const idSchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "an id is lower-case words joined by hyphens, like data-engineer");
const id = idSchema;
const sourceKeys = z.array(id).min(1, "name at least one source key of sources.yaml");
const text = z.string().trim().min(1);

export const FAMILIES = [
  "analysis",
  "data-engineering",
  "science",
  "machine-learning",
  "research",
  "leadership",
  "product",
  "software",
] as const;
export const LEVELS = ["entry", "mid", "senior", "lead", "manager", "executive"] as const;
export const DEGREES = ["none", "certificate", "bachelor", "master", "doctorate"] as const;

/** How well a skill must be held: 1 knows of it, 2 uses it with help, 3 works alone, 4 guides others, 5 sets the standard. */
const skillLevel = z.int().min(1).max(5);
const skillNeed = z.strictObject({ id, need: z.enum(["must", "nice"]), level: skillLevel });
const neighbour = z.strictObject({ role: id, how: z.enum(["common", "possible", "rare"]) });

export const roleFactsSchema = z.strictObject({
  id,
  name: text.describe("in sentence case: Data engineer"),
  short: text.max(24).describe("a label for buttons and table columns: Data engineer, ML lead"),
  family: z.enum(FAMILIES),
  level: z.enum(LEVELS),
  aliases: z.array(text).describe("names in earnest use"),
  hiddenAliases: z
    .array(text)
    .default([])
    .describe("informal names and frequent misspellings; matched, never shown"),
  describedAs: z
    .array(text)
    .default([])
    .describe("what somebody who lacks the name says they do: deploys models to production"),
  overview: text.describe("at most 60 words"),
  skills: z.array(skillNeed).min(3, "name at least three"),
  tools: z.array(skillNeed).min(3, "name at least three"),
  education: z.strictObject({
    usual: z.array(z.enum(DEGREES)).min(1),
    possible: z.array(z.enum(DEGREES)).default([]),
    fields: z.array(text).min(1),
    sources: sourceKeys,
  }),
  experience: z.strictObject({
    from: z.number().min(0).max(40),
    to: z.number().min(0).max(40).nullable(),
    in: text.describe("what the years are in: data or analytics work"),
    sources: sourceKeys,
  }),
  industries: z.array(id).min(1),
  neighbours: z.strictObject({ from: z.array(neighbour), to: z.array(neighbour) }),
  conditions: z
    .strictObject({
      remotePercent: z.number().min(0).max(100),
      adverts: z.int().positive().describe("how many rows the share rests on"),
      period: text,
      sources: sourceKeys,
    })
    .optional(),
  occupation: z.strictObject({
    soc: z.string().regex(/^\d\d-\d{4}$/, "a SOC code, like 15-2051"),
    fit: z.enum(["exact", "part", "closest", "judgement"]),
    onet: z.array(z.string().regex(/^\d\d-\d{4}\.\d\d$/)).default([]),
    esco: z.array(z.url()).default([]),
    sources: sourceKeys,
  }),
});

export type RoleFacts = z.infer<typeof roleFactsSchema>;
export type SkillNeed = z.infer<typeof skillNeed>;

export const SKILL_KINDS = [
  "language",
  "library",
  "platform",
  "database",
  "tool",
  "maths",
  "method",
  "engineering",
  "domain",
  "people",
] as const;

export const skillSchema = z.strictObject({
  id,
  name: text,
  kind: z.enum(SKILL_KINDS),
  aliases: z.array(text).default([]),
  explanation: text.describe("one line in plain words"),
  towards: z.array(id).default([]).describe("skills that this one is a step towards"),
});
export type Skill = z.infer<typeof skillSchema>;

/** Degrees, fields of study and industries share one shape. */
export const termSchema = z.strictObject({ id, name: text, aliases: z.array(text).default([]) });
export type Term = z.infer<typeof termSchema>;

export const topicSchema = z.strictObject({
  id: z.enum(TOPICS),
  label: text.describe("as shown on a button: Pay"),
  cues: z
    .array(text)
    .min(1)
    .describe("words and phrases that ask for the topic; a trailing * takes any ending"),
  hints: z.array(text).default([]).describe("weaker signs: count only where nothing stronger is said"),
});
export type TopicEntry = z.infer<typeof topicSchema>;

export const sourceSchema = z.strictObject({
  key: id,
  title: text,
  publisher: text,
  url: z.url(),
  date: text,
  licence: text,
  attribution: text.optional(),
});
export type Source = z.infer<typeof sourceSchema>;

export const occupationSchema = z.strictObject({
  soc: z.string().regex(/^\d\d-\d{4}$/),
  title: text,
  jobs: z.int().describe("in the base year"),
  jobsProjected: z.int(),
  growthPercent: z.number(),
  openingsPerYear: z.int().optional(),
  openingsNote: text.optional(),
  baseYear: z.int(),
  targetYear: z.int(),
  region: text,
  url: z.url(),
  source: id,
});
export type Occupation = z.infer<typeof occupationSchema>;

/** One row of salaries.csv. Money is US dollars a year, before tax, without equity. */
export const salarySchema = z.strictObject({
  role: id,
  kind: z.enum(["advertised", "official"]),
  level: z.enum(["all", "entry", "mid", "senior", "executive"]),
  region: z.enum(["US", "GB", "CA", "EU"]),
  occupation: z.string().describe("SOC code of an official figure, empty for adverts"),
  n: z.number().int().positive().nullable(),
  p10: z.number().nullable(),
  p25: z.number().nullable(),
  median: z.number(),
  p75: z.number().nullable(),
  p90: z.number().nullable(),
  period: text,
  source: id,
});
export type Salary = z.infer<typeof salarySchema>;

/** How role names are put together; see knowledge/name-grammar.yaml. */
export const nameGrammarSchema = z.strictObject({
  ranks: z.strictObject({ lead: z.array(text), manager: z.array(text), head: z.array(text) }),
  ignored: z.array(text),
  people: z.record(z.string(), z.array(text)),
  fields: z.array(
    z.strictObject({ names: z.array(text).min(1), role: id.nullable(), alone: z.boolean().default(true) }),
  ),
});
export type NameGrammar = z.infer<typeof nameGrammarSchema>;
