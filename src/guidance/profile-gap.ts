import type { Knowledge, Role } from "../knowledge/knowledge.ts";
import { DEGREES, type SkillNeed } from "../knowledge/schema.ts";
import { type HeldSkills, heldSkills } from "./held-skills.ts";
import type { Profile } from "./profile.ts";

/** A skill that a role asks for, beside what somebody holds of it. */
export interface SkillGap {
  need: SkillNeed;
  /** 0 to 5. */
  held: number;
  /** Levels that are lacking. */
  short: number;
}

export interface ProfileGap {
  target: Role;
  /** Asked for, and held at the level asked or one below: the last level comes with the work. */
  carriesOver: SkillGap[];
  /** Must-haves that are missing or two levels and more too low, weightiest first. */
  learnNext: SkillGap[];
  /** Nice-to-haves that are missing or much too low. */
  canWait: SkillGap[];
  fit: Fit;
  education: EducationGap;
  experience: ExperienceGap;
}

/**
 * The sum behind the words: a must-have that carries over counts 1, one that is held too low counts a half.
 * It says how near a role is, not how good a person is.
 */
export interface Fit {
  words: (typeof FIT_WORDS)[number][1];
  ready: number;
  tooLow: number;
  missing: number;
  /** All must-haves: ready + tooLow + missing. */
  all: number;
  /** ready + tooLow / 2 */
  sum: number;
}

export const FIT_WORDS = [
  [0.85, "nearly there"],
  [0.65, "most of the way there"],
  [0.4, "about half way there"],
  [0.2, "a good way off"],
  [0, "at the beginning"],
] as const;

export type EducationGap =
  /** Not told. */
  | { is: "unknown" }
  | { is: "usual" }
  /** Less than usual, but accepted. */
  | { is: "accepted" }
  | { is: "short"; usual: (typeof DEGREES)[number] };

export type ExperienceGap =
  | { is: "unknown" }
  | { is: "none-asked" }
  /** Years in another field, which count for knowing that field. */
  | { is: "elsewhere"; years: number | undefined }
  /** Years in a role that seldom leads here: they count in part. */
  | { is: "in-part"; years: number; role: string }
  | { is: "met"; years: number }
  | { is: "short"; years: number; by: number };

export function profileGap(profile: Profile, target: Role, knowledge: Knowledge): ProfileGap {
  const skills = skillGaps(target, heldSkills(profile, knowledge));
  return {
    target,
    ...skills,
    education: educationGap(profile, target),
    experience: experienceGap(profile, target),
  };
}

type SkillSide = Pick<ProfileGap, "carriesOver" | "learnNext" | "canWait" | "fit">;

export function skillGaps(target: Role, held: HeldSkills): SkillSide {
  const gaps = [...target.skills, ...target.tools].map((need): SkillGap => {
    const level = held.get(need.id)?.level ?? 0;
    return { need, held: level, short: Math.max(0, need.level - level) };
  });
  const must = gaps.filter((gap) => gap.need.need === "must");
  const learnNext = must.filter((gap) => !carries(gap)).sort(byWeight);
  return {
    carriesOver: gaps.filter(carries).sort((a, b) => importance(b) - importance(a) || byLevel(a, b)),
    learnNext,
    canWait: gaps.filter((gap) => gap.need.need === "nice" && !carries(gap)).sort(byLevel),
    fit: fitOf(must.length, learnNext),
  };
}

export function carries(gap: SkillGap): boolean {
  return gap.held > 0 && gap.short <= 1;
}

/** Importance times levels lacking; among equals the order of the role file, which lists what matters first. */
function byWeight(a: SkillGap, b: SkillGap): number {
  return weightOf(b) - weightOf(a);
}

export function weightOf(gap: SkillGap): number {
  return importance(gap) * gap.short;
}

function importance(gap: SkillGap): number {
  return gap.need.need === "must" ? 3 : 1;
}

function byLevel(a: SkillGap, b: SkillGap): number {
  return b.need.level - a.need.level;
}

function fitOf(all: number, lacking: readonly SkillGap[]): Fit {
  const missing = lacking.filter((gap) => gap.held === 0).length;
  const tooLow = lacking.length - missing;
  const ready = all - lacking.length;
  const sum = ready + tooLow / 2;
  return { words: fitWords(all === 0 ? 1 : sum / all), ready, tooLow, missing, all, sum };
}

export function fitShare(fit: Fit): number {
  return fit.all === 0 ? 1 : fit.sum / fit.all;
}

function fitWords(share: number): Fit["words"] {
  return (FIT_WORDS.find(([from]) => share >= from) ?? FIT_WORDS[FIT_WORDS.length - 1]!)[1];
}

function educationGap({ degree }: Profile, target: Role): EducationGap {
  if (degree === undefined) return { is: "unknown" };
  const rank = (of: (typeof DEGREES)[number]) => DEGREES.indexOf(of);
  const ranked = [...target.education.usual].sort((a, b) => rank(a) - rank(b));
  const least = ranked[0] ?? "none";
  if (rank(degree) >= rank(least)) return { is: "usual" };
  const accepted = target.education.possible.some((possible) => rank(degree) >= rank(possible));
  return accepted ? { is: "accepted" } : { is: "short", usual: least };
}

function leadsHere(current: string, target: Role): boolean {
  return (
    current === target.id ||
    target.neighbours.from.some((move) => move.role === current && move.how !== "rare")
  );
}

function experienceGap({ current, years }: Profile, target: Role): ExperienceGap {
  if (target.experience.from === 0) return { is: "none-asked" };
  if (current === null) return { is: "elsewhere", years };
  if (years === undefined || current === undefined) return { is: "unknown" };
  if (!leadsHere(current, target)) return { is: "in-part", years, role: current };
  const by = target.experience.from - years;
  return by > 0 ? { is: "short", years, by } : { is: "met", years };
}
