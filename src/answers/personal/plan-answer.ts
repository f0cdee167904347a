import { weeksFor } from "../../guidance/effort.ts";
import type { Plan, PlanStep, SkillStep } from "../../guidance/plan.ts";
import { portfolioProject } from "../../guidance/portfolio.ts";
import { practiceOf } from "../../guidance/practice/practice.ts";
import type { Profile } from "../../guidance/profile.ts";
import { routeTo } from "../../guidance/route.ts";
import type { Knowledge, Role } from "../../knowledge/knowledge.ts";
import type { Answer } from "../answer.ts";
import { bullets, finish, listWords, section } from "../document.ts";
import { inSentence, plural, withArticle } from "../role-words.ts";
import { gapFollowUps, routeLines } from "./gap-answer.ts";
import { hoursText, SKILL_LEVEL_WORDS, skillNames, spanText, stepName } from "./words.ts";

/** The plan with its steps in words: what, why, a task that shows it, how long, how to tell that it is done. */
export function answerPlan(plan: Plan, profile: Profile, knowledge: Knowledge): Answer {
  const target = knowledge.roles.get(plan.target);
  const goal = knowledge.roles.get(plan.goal);
  if (!target || !goal) return lostPlan(knowledge);
  const hours = plan.steps.reduce((sum, step) => sum + step.hours, 0);
  const weeks = weeksFor(hours, profile.hoursPerWeek);
  const time = `about ${hours} hours${weeks === undefined ? "" : `, ${spanText(weeks)} at your pace`}`;
  const stops = routeLines(routeTo(profile, target, knowledge) ?? [], knowledge);
  const names = plan.steps.map((step) => stepName(step, knowledge));
  return finish(
    {
      title: `Your plan towards ${inSentence(target)}`,
      summary:
        plan.steps.length === 0
          ? `You have done all that study can do for ${inSentence(goal)}: apply, and let the work teach you the rest.`
          : `${plan.steps.length} ${plan.steps.length === 1 ? "step" : "steps"}${goal.id === target.id ? "" : ` to your first stop, ${inSentence(goal)}`}: ${listWords(names)} (${time}).`,
      sections: [
        ...(stops.length > 0
          ? [bullets(`Straight to ${inSentence(target)} is too far a leap; the way over`, stops)]
          : []),
        ...plan.steps.map((step, at) =>
          section(`${at + 1}. ${names[at]}`, stepText(step, goal, profile, knowledge)),
        ),
        ...(plan.later.length > 0
          ? [
              section(
                "After these",
                `${skillNames(plan.later, knowledge, 8)}; many of them you will meet on the way.`,
              ),
            ]
          : []),
        section(
          undefined,
          "Each step aims at working alone with the skill. The hours are the editors' rule of thumb; yours may be half or double.[^editors]",
        ),
      ],
      followUps: gapFollowUps(profile, goal, knowledge),
      audience: "private",
    },
    knowledge,
  );
}

/** Markdown: a list of what to do. */
export function stepText(step: PlanStep, goal: Role, profile: Profile, knowledge: Knowledge): string {
  const weeks = weeksFor(step.hours, profile.hoursPerWeek);
  const time = `**Time:** about ${step.hours} hours${weeks === undefined ? "" : `, ${spanText(weeks)} at ${hoursText(profile.hoursPerWeek ?? 0)} a week`}`;
  return [
    ...(step.kind === "project" ? projectLines(goal, profile, knowledge) : skillLines(step, goal, knowledge)),
    time,
  ]
    .map((line) => `- ${line}`)
    .join("\n");
}

function skillLines(step: SkillStep, goal: Role, knowledge: Knowledge): string[] {
  const [first, second] = step.skills.flatMap((id) => knowledge.skills.get(id) ?? []);
  if (!first) return [];
  const practice = practiceOf(first);
  const tool = second && practiceOf(second);
  return [
    `**What it is:** ${first.explanation}${second ? `; ${second.name}: ${second.explanation}` : ""}.${levelAim(step.to)}`,
    ...unlockLines(step, goal, knowledge),
    `**Show it:** ${practice.task}`,
    ...(tool && second && step.to >= 3 ? [`**With ${second.name}:** ${tool.task}`] : []),
    `**Done when** ${practice.done}`,
  ];
}

/** What is aimed at is said once below a plan, and here where it is another. */
function levelAim(level: number): string {
  return level === STUDY_LEVEL ? "" : ` Aim for somebody who ${SKILL_LEVEL_WORDS[level]}.`;
}

const STUDY_LEVEL = 3;

/** What it opens the way to, first of all among what the goal asks for. */
function unlockLines(step: SkillStep, goal: Role, knowledge: Knowledge): string[] {
  const asked = new Set([...goal.skills, ...goal.tools].map((need) => need.id));
  const opens = step.skills
    .flatMap((id) => knowledge.skills.get(id)?.towards ?? [])
    .filter((id) => !step.skills.includes(id) && knowledge.skills.has(id));
  const wanted = opens.filter((id) => asked.has(id));
  const shown = [...new Set(wanted.length > 0 ? wanted : opens)].slice(0, 4);
  if (shown.length === 0) return [];
  const why = wanted.length > 0 ? `, which ${withArticle(goal)} needs too` : "";
  return [`**Opens the way to:** ${skillNames(shown, knowledge)}${why}`];
}

function projectLines(goal: Role, profile: Profile, knowledge: Knowledge): string[] {
  const project = portfolioProject(goal);
  const liked = profile.interests.filter((id) => goal.industries.includes(id));
  const industries = liked.flatMap((id) => knowledge.industries.get(id)?.name ?? []);
  return [
    ...(project === undefined ? [] : [`**Build:** ${project.charAt(0).toUpperCase()}${project.slice(1)}`]),
    ...(industries.length > 0
      ? [
          `**Yours:** take the data from ${listWords(industries).toLowerCase()}, which interests you and hires ${plural(goal)}.`,
        ]
      : []),
    "**Along the way:** do the steps above on this same material, so that half of it stands before you begin.",
    `**Done when** a stranger can run or read it, somebody who works as ${withArticle(goal)} has told you its weakest point, and you have mended that.`,
  ];
}

function lostPlan(knowledge: Knowledge): Answer {
  return finish(
    {
      title: "Your plan",
      summary:
        "The role that your plan leads to is no longer among those I know. Tell me your goal and I make another.",
      outcome: "clarify",
      audience: "private",
    },
    knowledge,
  );
}
