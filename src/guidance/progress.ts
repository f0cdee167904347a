import type { Knowledge } from "../knowledge/knowledge.ts";
import { makePlan, type Plan, type PlanStep } from "./plan.ts";
import type { Profile } from "./profile.ts";
import { applyEdits, type ProfileEdit } from "./profile-edit.ts";

export interface Progress {
  profile: Profile;
  plan: Plan;
  /** The step that was marked; undefined where the plan has no such step (it was done already, or the plan changed). */
  step: PlanStep | undefined;
}

/** Marks a step done: its skills are held from now on, and the next ones move up. */
export function markDone(profile: Profile, plan: Plan, stepId: string, knowledge: Knowledge): Progress {
  const step = plan.steps.find((each) => each.id === stepId);
  if (!step) return { profile, plan, step: undefined };
  const gained: ProfileEdit[] =
    step.kind === "skill"
      ? step.skills.map((id) => ({
          do: "skill",
          id,
          level: Math.max(step.to, profile.skills.find((skill) => skill.id === id)?.level ?? 0),
        }))
      : [];
  const next = applyEdits(profile, gained);
  return { profile: next, plan: remakePlan(next, { ...plan, done: [...plan.done, step] }, knowledge), step };
}

/** The plan for the same target after the profile changed. What was done stays done. */
export function remakePlan(profile: Profile, plan: Plan, knowledge: Knowledge): Plan {
  const target = knowledge.roles.get(plan.target);
  if (!target) return plan;
  const next = makePlan(profile, target, knowledge, plan.done);
  // Another stop has another project: the old one was proof for the old goal.
  if (next.goal === plan.goal) return next;
  return makePlan(
    profile,
    target,
    knowledge,
    plan.done.filter((step) => step.kind !== "project"),
  );
}
