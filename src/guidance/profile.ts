import { z } from "zod";
import { DEGREES } from "../knowledge/schema.ts";

/** The regions that the pay figures tell apart. */
export const REGIONS = ["US", "GB", "CA", "EU"] as const;
export type Region = (typeof REGIONS)[number];

export const PROFILE_LIMITS = {
  years: 60,
  skills: 60,
  targets: 3,
  interests: 12,
  hoursPerWeek: 60,
  /** The longest id that is taken in. */
  id: 60,
} as const;

const id = z.string().min(1).max(PROFILE_LIMITS.id);

export const profileSkillSchema = z.strictObject({ id, level: z.int().min(1).max(5) });
export type ProfileSkill = z.infer<typeof profileSkillSchema>;

/**
 * What a person told the bot about themself. A missing field was not told. There is no place for a name, an age, a gender
 * or an origin: advice cannot rest on what is not here.
 */
export const profileSchema = z.strictObject({
  current: id.nullable().optional().describe("a role id; null: a background that is no role of ours"),
  years: z.number().min(0).max(PROFILE_LIMITS.years).optional().describe("in the current role or background"),
  skills: z.array(profileSkillSchema).max(PROFILE_LIMITS.skills),
  lacks: z.array(id).max(PROFILE_LIMITS.skills).optional().describe("skills that they said not to have"),
  degree: z.enum(DEGREES).optional(),
  field: id.optional().describe("id of a field of study"),
  targets: z.array(id).max(PROFILE_LIMITS.targets),
  interests: z.array(id).max(PROFILE_LIMITS.interests).describe("ids of skills and industries"),
  hoursPerWeek: z.number().min(0.5).max(PROFILE_LIMITS.hoursPerWeek).optional(),
  region: z.enum(REGIONS).optional(),
  timeZone: z.string().refine(isTimeZone, "no IANA time zone, like Europe/Berlin").optional(),
});
export type Profile = z.infer<typeof profileSchema>;

export function emptyProfile(): Profile {
  return { skills: [], targets: [], interests: [] };
}

/** Nothing in it that advice could rest on. */
export function isEmptyProfile(profile: Profile): boolean {
  const { skills, targets, interests, ...rest } = profile;
  const lists = skills.length + targets.length + interests.length;
  return lists === 0 && Object.values(rest).every((value) => value === undefined);
}

export function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }) !== undefined;
  } catch {
    return false;
  }
}

/** An older version's profile is as good as none. */
export function readProfileDocument(document: unknown): Profile | undefined {
  return profileSchema.safeParse(document).data;
}
