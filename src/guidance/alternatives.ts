import type { Knowledge, Role } from "../knowledge/knowledge.ts";
import { heldSkills } from "./held-skills.ts";
import type { Profile } from "./profile.ts";
import { type Fit, fitShare, skillGaps } from "./profile-gap.ts";

export interface NearRole {
  role: Role;
  fit: Fit;
}

/** By how much of its must-have list a role must be nearer to be worth naming. */
const WORTH_NAMING = 0.15;

/** Roles near the target that are nearer to what somebody has, nearest first. */
export function nearerRoles(profile: Profile, target: Role, knowledge: Knowledge, most = 2): NearRole[] {
  const held = heldSkills(profile, knowledge);
  const wanted = fitShare(skillGaps(target, held).fit);
  const around = [...target.neighbours.from.map(({ role }) => role), ...usual(target.neighbours.to)];
  const own = profile.current ? knowledge.roles.get(profile.current) : undefined;
  const back = usual(own?.neighbours.from);
  const onwards = usual(own?.neighbours.to);
  const candidates = new Set([...around, ...onwards]);
  return (
    rolesByFit(profile, knowledge)
      .filter(({ role }) => candidates.has(role.id) && role.id !== target.id && role.id !== own?.id)
      // Where somebody came from is near, and no way on.
      .filter(({ role }) => !back.includes(role.id))
      .filter(({ role }) => role.experience.from <= (profile.years ?? 0) + 2)
      // Shared tools make nobody a manager.
      .filter(({ role }) => !leads(role) || leads(own) || held.has("people-management"))
      .filter(({ fit }) => fitShare(fit) >= wanted + WORTH_NAMING)
      .slice(0, most)
  );
}

function usual(moves: Role["neighbours"]["to"] = []): string[] {
  return moves.filter(({ how }) => how === "common").map(({ role }) => role);
}

function leads(role: Role | undefined): boolean {
  return role?.level === "manager" || role?.level === "executive";
}

/** All roles by how much of their must-have lists somebody holds; among equals the shorter way up first. */
export function rolesByFit(profile: Profile, knowledge: Knowledge): NearRole[] {
  const held = heldSkills(profile, knowledge);
  return [...knowledge.roles.values()]
    .map((role) => ({ role, fit: skillGaps(role, held).fit }))
    .sort((a, b) => fitShare(b.fit) - fitShare(a.fit) || a.role.experience.from - b.role.experience.from);
}
