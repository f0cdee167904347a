import type { Knowledge } from "../knowledge/knowledge.ts";
import { heldSkills } from "./held-skills.ts";
import type { Profile } from "./profile.ts";
import { applyEdits, PLAIN_LEVEL, type ProfileEdit } from "./profile-edit.ts";

/**
 * Gives skills that are named without a level the one that follows from the rest of what is told: whoever has a skill
 * from their work must not lose some of it by naming it.
 */
export function fillLevels(
  profile: Profile,
  edits: readonly ProfileEdit[],
  knowledge: Knowledge,
): ProfileEdit[] {
  const told = new Set(profile.skills.map(({ id }) => id));
  const rest = applyEdits(
    profile,
    edits.filter((edit) => edit.do !== "skill"),
  );
  const held = heldSkills(rest, knowledge);
  return edits.map((edit) =>
    edit.do !== "skill" || edit.level !== undefined || told.has(edit.id)
      ? edit
      : { ...edit, level: Math.max(PLAIN_LEVEL, held.get(edit.id)?.level ?? 0) },
  );
}
