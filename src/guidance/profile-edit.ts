import type { DEGREES } from "../knowledge/schema.ts";
import { PROFILE_LIMITS, type Profile, type ProfileSkill, type Region } from "./profile.ts";

/** One change to a profile: what a sentence, a form or a button says. */
export type ProfileEdit =
  | { do: "current"; role: string | null }
  | { do: "years"; years: number }
  /** Without a level: as it was, or {@link PLAIN_LEVEL} for a skill that is new. */
  | { do: "skill"; id: string; level?: number }
  | { do: "drop-skill"; id: string }
  | { do: "degree"; degree: (typeof DEGREES)[number] }
  | { do: "field"; field: string }
  | { do: "targets"; roles: readonly string[] }
  | { do: "add-target"; role: string }
  | { do: "drop-target"; role: string }
  | { do: "interest"; id: string }
  | { do: "drop-interest"; id: string }
  | { do: "hours"; hours: number }
  | { do: "region"; region: Region }
  | { do: "time-zone"; zone: string }
  | { do: "clear"; field: ClearableField };

export const CLEARABLE_FIELDS = [
  "current",
  "years",
  "degree",
  "field",
  "hoursPerWeek",
  "region",
  "timeZone",
  "targets",
  "skills",
  "interests",
] as const;
export type ClearableField = (typeof CLEARABLE_FIELDS)[number];

/** Somebody who names a skill and says no more of it works with it alone. */
export const PLAIN_LEVEL = 3;

export function applyEdits(profile: Profile, edits: readonly ProfileEdit[]): Profile {
  return edits.reduce(applyEdit, profile);
}

/** Values outside the limits are brought to the nearest one; lists that are full keep what they have. */
export function applyEdit(profile: Profile, edit: ProfileEdit): Profile {
  switch (edit.do) {
    case "current":
      return { ...profile, current: edit.role };
    case "years":
      return { ...profile, years: within(edit.years, 0, PROFILE_LIMITS.years) };
    case "skill":
      return lacking(
        { ...profile, skills: withSkill(profile.skills, edit.id, edit.level) },
        (profile.lacks ?? []).filter((id) => id !== edit.id),
      );
    case "drop-skill":
      // Said not to be held, it must not be concluded from their role either.
      return lacking(
        { ...profile, skills: profile.skills.filter((skill) => skill.id !== edit.id) },
        withItem(profile.lacks ?? [], edit.id, PROFILE_LIMITS.skills),
      );
    case "degree":
      return { ...profile, degree: edit.degree };
    case "field":
      return { ...profile, field: edit.field };
    case "targets":
      return { ...profile, targets: [...new Set(edit.roles)].slice(0, PROFILE_LIMITS.targets) };
    case "add-target":
      return { ...profile, targets: withItem(profile.targets, edit.role, PROFILE_LIMITS.targets) };
    case "drop-target":
      return { ...profile, targets: profile.targets.filter((role) => role !== edit.role) };
    case "interest":
      return { ...profile, interests: withItem(profile.interests, edit.id, PROFILE_LIMITS.interests) };
    case "drop-interest":
      return { ...profile, interests: profile.interests.filter((id) => id !== edit.id) };
    case "hours":
      return { ...profile, hoursPerWeek: within(edit.hours, 0.5, PROFILE_LIMITS.hoursPerWeek) };
    case "region":
      return { ...profile, region: edit.region };
    case "time-zone":
      return { ...profile, timeZone: edit.zone };
    case "clear":
      return cleared(profile, edit.field);
  }
}

function lacking({ lacks: _, ...profile }: Profile, lacks: readonly string[]): Profile {
  return lacks.length > 0 ? { ...profile, lacks: [...lacks] } : profile;
}

function cleared(profile: Profile, field: ClearableField): Profile {
  if (field === "targets" || field === "skills" || field === "interests") return { ...profile, [field]: [] };
  const { [field]: _, ...rest } = profile;
  return rest;
}

function withSkill(skills: readonly ProfileSkill[], id: string, level: number | undefined): ProfileSkill[] {
  const known = skills.find((skill) => skill.id === id);
  const next = { id, level: within(Math.round(level ?? known?.level ?? PLAIN_LEVEL), 1, 5) };
  if (known) return skills.map((skill) => (skill.id === id ? next : skill));
  return skills.length >= PROFILE_LIMITS.skills ? [...skills] : [...skills, next];
}

function withItem(items: readonly string[], item: string, most: number): string[] {
  return items.includes(item) || items.length >= most ? [...items] : [...items, item];
}

function within(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
