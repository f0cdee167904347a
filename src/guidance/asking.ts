import type { Profile } from "./profile.ts";

/** What is asked for where it was not told, in this order; each may be skipped. */
export const ASKED_FIELDS = ["target", "current", "skills", "hours", "years"] as const;
export type AskedField = (typeof ASKED_FIELDS)[number];

/** Nobody is asked more than this before they get advice. */
export const MOST_ASKED = 3;
/** Fewer skills than this make a thin gap, unless a present role says the rest. */
const ENOUGH_SKILLS = 2;

/** The next thing to ask, or undefined where enough is known or enough was asked. */
export function nextToAsk(profile: Profile, asked: readonly AskedField[]): AskedField | undefined {
  if (asked.length >= MOST_ASKED) return undefined;
  return ASKED_FIELDS.find((field) => !asked.includes(field) && isMissing(profile, field));
}

function isMissing(profile: Profile, field: AskedField): boolean {
  switch (field) {
    case "target":
      return profile.targets.length === 0;
    case "current":
      return profile.current === undefined;
    case "skills":
      return profile.skills.length < (profile.current ? 1 : ENOUGH_SKILLS);
    case "hours":
      return profile.hoursPerWeek === undefined;
    case "years":
      return profile.years === undefined && typeof profile.current === "string";
  }
}
