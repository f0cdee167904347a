import type { Knowledge } from "../knowledge/knowledge.ts";
import type { Profile } from "./profile.ts";
import { alike, shownBy } from "./related-skills.ts";

/** Why somebody is taken to hold a skill. */
export type Because =
  | { how: "told" }
  /** Their present role cannot be done without it. */
  | { how: "role"; role: string }
  /** Nobody works for years without it. */
  | { how: "years" }
  /** Another skill of theirs shows it. */
  | { how: "shown"; by: string }
  /** They know another product of the same kind. */
  | { how: "alike"; to: string };

export interface Held {
  level: number;
  because: Because;
}

export type HeldSkills = ReadonlyMap<string, Held>;

/** What years at work among people teach, whatever the work is. */
const TAUGHT_BY_WORK = ["collaboration", "communication", "problem-solving"] as const;
const TAUGHT_LEVEL = 3;

/** Below this many years a present role's skills are taken to be one level lower. */
const SETTLED_AFTER_YEARS = 2;

/**
 * What somebody can do: what they said, what their present role cannot be done without, and what either shows. Something
 * said always counts above something concluded. Concluded levels are one below what they are concluded from, at least 1.
 */
export function heldSkills(profile: Profile, knowledge: Knowledge): HeldSkills {
  const held = new Map<string, Held>();
  const lacks = new Set(profile.lacks);
  const conclude = (id: string, level: number, because: Because) => {
    const known = held.get(id);
    if (lacks.has(id) || known?.because.how === "told" || (known && known.level >= level)) return;
    if (knowledge.skills.has(id)) held.set(id, { level: Math.max(1, level), because });
  };
  for (const { id, level } of profile.skills) held.set(id, { level, because: { how: "told" } });

  const role = profile.current ? knowledge.roles.get(profile.current) : undefined;
  if (role) {
    const fresh = (profile.years ?? SETTLED_AFTER_YEARS) < SETTLED_AFTER_YEARS;
    for (const need of [...role.skills, ...role.tools]) {
      if (need.need !== "must") continue;
      conclude(need.id, need.level - (fresh ? 1 : 0), { how: "role", role: role.id });
    }
  }
  if (profile.years !== undefined && profile.years >= SETTLED_AFTER_YEARS) {
    for (const id of TAUGHT_BY_WORK) conclude(id, TAUGHT_LEVEL, { how: "years" });
  }
  // Twice, since what is shown may show something in turn: scikit-learn, machine learning, statistics.
  for (let round = 0; round < 2; round++) {
    for (const [id, { level }] of [...held])
      for (const other of shownBy(id)) conclude(other, level - 1, { how: "shown", by: id });
  }
  for (const [id, { level, because }] of [...held]) {
    if (because.how === "alike") continue;
    for (const other of alike(id)) if (!held.has(other)) conclude(other, level - 1, { how: "alike", to: id });
  }
  return held;
}
