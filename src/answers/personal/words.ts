import type { Because } from "../../guidance/held-skills.ts";
import type { PlanStep } from "../../guidance/plan.ts";
import type { Profile } from "../../guidance/profile.ts";
import type { Fit, SkillGap } from "../../guidance/profile-gap.ts";
import type { Knowledge, Role } from "../../knowledge/knowledge.ts";
import { listWords } from "../document.ts";
import { inSentence, skillName } from "../role-words.ts";

export const SKILL_LEVEL_WORDS = [
  "not held",
  "knows of it",
  "uses it with help",
  "works alone with it",
  "guides others in it",
  "sets the standard",
] as const;

/** Short words for a level, to stand behind a skill's name. */
const LEVEL_NOTES = ["", "first steps", "basic", "solid", "strong", "expert"] as const;

export function levelNote(level: number): string {
  return LEVEL_NOTES[level] ?? "";
}

export function skillNames(ids: readonly string[], knowledge: Knowledge, most = ids.length): string {
  const names = ids.slice(0, most).map((id) => skillName(id, knowledge));
  const more = ids.length - most;
  return more > 0 ? `${names.join(", ")} and ${more} more` : listWords(names);
}

export function gapNames(gaps: readonly SkillGap[], knowledge: Knowledge, most = 8): string {
  return skillNames(
    gaps.map((gap) => gap.need.id),
    knowledge,
    most,
  );
}

export function yearsText(years: number): string {
  return years === 1 ? "1 year" : `${years} years`;
}

export function hoursText(hours: number): string {
  return hours === 1 ? "1 hour" : `${hours} hours`;
}

/** How long so many weeks are, in the unit that says it best. */
export function spanText(weeks: number): string {
  if (weeks === 1) return "1 week";
  if (weeks <= 20) return `${weeks} weeks`;
  const months = Math.round(weeks / 4.35);
  if (months < 22) return `about ${months} months`;
  const years = Math.round(months / 6) / 2;
  return `about ${years} years`;
}

/** "7.5 of 14 must-have skills" */
export function fitCount({ sum, all }: Fit): string {
  return `${sum} of ${all} must-have skills`;
}

/** The sum behind the words of a fit, to be checked by hand. */
export function fitSum({ ready, tooLow, missing, all, sum }: Fit): string {
  const half = tooLow > 0 ? ` + ${tooLow} held but too low (half each)` : "";
  return `${ready} held well enough${half} + ${missing} missing (none) = ${sum} of ${all}`;
}

/** The steps behind the next one, by the numbers under which they can be marked as done. */
export function numberedAfterFirst(steps: readonly PlanStep[], knowledge: Knowledge): string[] {
  return steps.slice(1).map((step, n) => `Step ${n + 2}: ${stepName(step, knowledge)}`);
}

export function stepName(step: PlanStep, knowledge: Knowledge): string {
  return step.kind === "project"
    ? "A project to show"
    : step.skills.map((id) => skillName(id, knowledge)).join(" with ");
}

/** Why a skill was counted that the person did not name. */
export function becauseText(because: Because, knowledge: Knowledge): string | undefined {
  switch (because.how) {
    case "told":
      return undefined;
    case "role":
      return `your work as ${inSentence(roleOr(because.role, knowledge))}`;
    case "years":
      return "your years at work";
    case "shown":
      return skillName(because.by, knowledge);
    case "alike":
      return `${skillName(because.to, knowledge)}, which works alike`;
  }
}

export function currentText(profile: Profile, knowledge: Knowledge): string | undefined {
  if (profile.current === undefined) return undefined;
  return profile.current === null ? "outside data and ML" : roleOr(profile.current, knowledge).name;
}

function roleOr(id: string, knowledge: Knowledge): Pick<Role, "name"> {
  return knowledge.roles.get(id) ?? { name: id.replaceAll("-", " ") };
}
