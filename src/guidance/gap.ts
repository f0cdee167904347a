import type { Role } from "../knowledge/knowledge.ts";
import type { SkillNeed } from "../knowledge/schema.ts";

/** What somebody can do: skill ids with a level from 1 to 5. */
export type SkillLevels = ReadonlyMap<string, number>;

export interface Gap {
  /** Asked for, and held at the level asked or one below. */
  carriesOver: SkillNeed[];
  /** Must-haves that are held, but two levels or more too low. */
  deepen: SkillNeed[];
  /** Must-haves that are missing. */
  missing: SkillNeed[];
  /** Nice-to-haves that are missing: they can wait. */
  canWait: SkillNeed[];
  /** Must-haves held at any level, of all must-haves. */
  mustHeld: number;
  mustAll: number;
}

/** Sets what a role asks for against what somebody can do; each list with the weightiest first. */
export function gapTo(target: Role, held: SkillLevels): Gap {
  const needs = [...target.skills, ...target.tools].sort((a, b) => b.level - a.level);
  const must = needs.filter((need) => need.need === "must");
  const level = (need: SkillNeed) => held.get(need.id) ?? 0;
  return {
    carriesOver: needs.filter((need) => level(need) > 0 && level(need) >= need.level - 1),
    deepen: must.filter((need) => level(need) > 0 && level(need) < need.level - 1),
    missing: must.filter((need) => level(need) === 0),
    canWait: needs.filter((need) => need.need === "nice" && level(need) === 0),
    mustHeld: must.filter((need) => level(need) > 0).length,
    mustAll: must.length,
  };
}

/** What a role brings along: everything it asks for, at the level it asks. */
export function skillsOfRole(role: Role): Map<string, number> {
  return new Map(
    [...role.skills, ...role.tools].map((need) => [
      need.id,
      need.need === "must" ? need.level : Math.max(1, need.level - 1),
    ]),
  );
}
