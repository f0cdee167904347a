import { z } from "zod";
import type { Knowledge, Role } from "../knowledge/knowledge.ts";
import { hoursToLearn, PROJECT_HOURS } from "./effort.ts";
import { heldSkills } from "./held-skills.ts";
import type { Profile } from "./profile.ts";
import { type SkillGap, skillGaps, weightOf } from "./profile-gap.ts";
import { alike, shownBy } from "./related-skills.ts";
import { routeTo } from "./route.ts";
import { orderGroups, reachable } from "./skill-order.ts";

export const MOST_STEPS = 5;
export const PROJECT_STEP = "project";

const id = z.string().min(1).max(60);

const skillStepSchema = z.strictObject({
  kind: z.literal("skill"),
  id: id.describe("the first of the skills"),
  skills: z.array(id).min(1).max(2).describe("one, or a method with the tool that shows it"),
  to: z.int().min(1).max(5).describe("the level to reach"),
  hours: z.number().positive(),
});
const projectStepSchema = z.strictObject({
  kind: z.literal("project"),
  id: z.literal(PROJECT_STEP),
  hours: z.number().positive(),
});
export const planStepSchema = z.discriminatedUnion("kind", [skillStepSchema, projectStepSchema]);
export type PlanStep = z.infer<typeof planStepSchema>;
export type SkillStep = z.infer<typeof skillStepSchema>;

/** What to do in which order, in ids; its words are made when it is shown, from the knowledge base of that day. */
export const planSchema = z.strictObject({
  target: id,
  goal: id.describe("the role that the steps lead to: the target, or the first stop on the way"),
  steps: z.array(planStepSchema).max(MOST_STEPS),
  later: z.array(id).describe("must-haves that found no room in the steps"),
  done: z.array(planStepSchema).max(50).describe("in the order in which they were done"),
});
export type Plan = z.infer<typeof planSchema>;

/** An older version's plan is as good as none: it is made again. */
export function readPlanDocument(document: unknown): Plan | undefined {
  return planSchema.safeParse(document).data;
}

/** Working alone with a skill is what study can reach; what lies above comes with the work. */
const STUDY_REACHES = 3;

export function makePlan(
  profile: Profile,
  target: Role,
  knowledge: Knowledge,
  done: readonly PlanStep[] = [],
): Plan {
  const goal = routeTo(profile, target, knowledge)?.[0]?.role ?? target;
  const { learnNext } = skillGaps(goal, heldSkills(profile, knowledge));
  const project: PlanStep[] = done.some((step) => step.kind === "project")
    ? []
    : [{ kind: "project", id: PROJECT_STEP, hours: PROJECT_HOURS }];
  const groups = pressingFirst(groupsOf(learnNext, goal, knowledge), knowledge);
  const chosen = languagesFirst(groups.slice(0, MOST_STEPS - project.length), knowledge);
  const steps = (orderGroups(chosen, knowledge) ?? chosen).map((group) => skillStep(group.gaps, knowledge));
  return {
    target: target.id,
    goal: goal.id,
    steps: [...steps, ...project],
    later: groups.slice(chosen.length).flatMap((group) => group.skills),
    done: done.slice(-50),
  };
}

type Gaps = readonly [SkillGap, ...SkillGap[]];

interface Group {
  gaps: Gaps;
  skills: string[];
}

/** Must-haves to learn, the most useful first; a method and the tool that shows it go together. */
function groupsOf(lacking: readonly SkillGap[], goal: Role, knowledge: Knowledge): Group[] {
  const worth = new Map(lacking.map((gap) => [gap.need.id, worthOf(gap, lacking, goal, knowledge)]));
  const byWorth = [...lacking].sort((a, b) => worth.get(b.need.id)! - worth.get(a.need.id)!);
  const paired = pair(byWorth);
  // Two pairs may lead to each other in a circle where their four skills do not.
  const groups = orderGroups(paired, knowledge) ? paired : byWorth.map((gap) => groupOf([gap]));
  const limit = LEADERSHIP.has(goal.family) ? groups.length : MOST_PEOPLE_STEPS;
  return atMost(groups, limit, (group) => isPeople(group.skills[0]!, knowledge));
}

const LEADERSHIP: ReadonlySet<Role["family"]> = new Set(["leadership", "product"]);
/** Few people name their manners among their skills: one such step is enough where the role is not about leading. */
const MOST_PEOPLE_STEPS = 1;

function isPeople(skill: string, knowledge: Knowledge): boolean {
  return knowledge.skills.get(skill)?.kind === "people";
}

/** A skill that opens the way to others is worth a little more than they are alone. */
const SHARE_OF_OPENED = 0.1;
/** Role files list first what matters most. */
const WORTH_OF_BEING_FIRST = 4;

function worthOf(gap: SkillGap, lacking: readonly SkillGap[], goal: Role, knowledge: Knowledge): number {
  const opens = reachable(gap.need.id, knowledge);
  const opened = lacking.filter((other) => opens.has(other.need.id));
  const needs = [...goal.skills, ...goal.tools];
  const rank = 1 - needs.findIndex((need) => need.id === gap.need.id) / needs.length;
  const own = weightOf(gap) * (isLight(gap.need.id, goal, knowledge) ? 0.5 : 1);
  return (
    own +
    WORTH_OF_BEING_FIRST * rank +
    SHARE_OF_OPENED * opened.reduce((sum, other) => sum + weightOf(other), 0)
  );
}

/** Learnt on the way: a tool within days, and manners with the people one works with. */
function isLight(skill: string, goal: Role, knowledge: Knowledge): boolean {
  if (knowledge.skills.get(skill)?.kind === "tool") return true;
  return isPeople(skill, knowledge) && !LEADERSHIP.has(goal.family);
}

function pair(gaps: readonly SkillGap[]): Group[] {
  const groups: Group[] = [];
  const taken = new Set<SkillGap>();
  for (const gap of gaps) {
    if (taken.has(gap)) continue;
    const mate = gaps.find(
      (other) => other !== gap && !taken.has(other) && together(gap.need.id, other.need.id),
    );
    taken.add(gap);
    if (mate) taken.add(mate);
    groups.push(groupOf(mate ? methodFirst(gap, mate) : [gap]));
  }
  return groups;
}

function groupOf(gaps: Gaps): Group {
  return { gaps, skills: gaps.map((gap) => gap.need.id) };
}

function together(a: string, b: string): boolean {
  return shownBy(a).includes(b) || shownBy(b).includes(a) || alike(a).includes(b);
}

function methodFirst(a: SkillGap, b: SkillGap): Gaps {
  return shownBy(a.need.id).includes(b.need.id) ? [b, a] : [a, b];
}

/** Keeps the order and moves what is too many to the end. */
function atMost<T>(items: readonly T[], most: number, counts: (item: T) => boolean): T[] {
  let seen = 0;
  const late = new Set(items.filter((item) => counts(item) && ++seen > most));
  return [...items.filter((item) => !late.has(item)), ...late];
}

/** A language that somebody cannot work in alone yet holds up all that is done in it, however little is lacking. */
function pressingFirst(groups: readonly Group[], knowledge: Knowledge): Group[] {
  const pressing = groups.find(
    ({ gaps: [first] }) => isLanguage(first, knowledge) && first.held < STUDY_REACHES,
  );
  return pressing ? [pressing, ...groups.filter((group) => group !== pressing)] : [...groups];
}

function isLanguage({ need }: SkillGap, knowledge: Knowledge): boolean {
  return knowledge.skills.get(need.id)?.kind === "language";
}

/** The other work is done in them. */
function languagesFirst(groups: readonly Group[], knowledge: Knowledge): Group[] {
  const leads = ({ gaps: [first] }: Group) => isLanguage(first, knowledge);
  return [...groups.filter(leads), ...groups.filter((group) => !leads(group))];
}

function skillStep([first, ...rest]: Gaps, knowledge: Knowledge): SkillStep {
  const reach = ({ need, held }: SkillGap) => Math.min(need.level, Math.max(STUDY_REACHES, held + 1));
  const hours = (gap: SkillGap) =>
    hoursToLearn(knowledge.skills.get(gap.need.id)?.kind ?? "method", gap.held, reach(gap));
  return {
    kind: "skill",
    id: first.need.id,
    skills: [first, ...rest].map((gap) => gap.need.id),
    to: reach(first),
    // A tool learnt together with its method takes half the time.
    hours: hours(first) + rest.reduce((sum, gap) => sum + Math.ceil(hours(gap) / 10) * 5, 0),
  };
}
