import { heldSkills } from "../../guidance/held-skills.ts";
import { makePlan } from "../../guidance/plan.ts";
import { startingAdvice } from "../../guidance/portfolio.ts";
import type { Profile } from "../../guidance/profile.ts";
import { type ProfileGap, profileGap } from "../../guidance/profile-gap.ts";
import { type Readiness, readinessOf } from "../../guidance/readiness.ts";
import type { Knowledge, Role } from "../../knowledge/knowledge.ts";
import type { Answer } from "../answer.ts";
import { bullets, finish, section } from "../document.ts";
import { inSentence, skillName, withArticle } from "../role-words.ts";
import { askedForLines } from "./asked-for.ts";
import { assumedSection, gapFollowUps } from "./gap-answer.ts";
import { stepText } from "./plan-answer.ts";
import { fitCount, fitSum, gapNames, levelNote, numberedAfterFirst, stepName } from "./words.ts";

/** One thing to learn next, and why that one. */
export function answerLearnNext(profile: Profile, target: Role, knowledge: Knowledge): Answer {
  const plan = makePlan(profile, target, knowledge);
  const goal = knowledge.roles.get(plan.goal) ?? target;
  const [next] = plan.steps;
  const need = next?.kind === "skill" && [...goal.skills, ...goal.tools].find((each) => each.id === next.id);
  const held = need ? (heldSkills(profile, knowledge).get(need.id)?.level ?? 0) : 0;
  const stop = goal.id === target.id ? "" : `, your first stop towards ${inSentence(target)},`;
  const why = need
    ? held === 0
      ? `you did not name it, and ${withArticle(goal)}${stop} must have it`
      : `you have a start in it, and ${withArticle(goal)}${stop} needs more`
    : "your must-haves are in place, and now they need proof";
  return finish(
    {
      title: `What to learn next to become ${withArticle(goal)}`,
      summary: next
        ? `${stepName(next, knowledge)}: ${why}.`
        : `Nothing more to study for ${inSentence(goal)}: apply.`,
      sections: [
        ...(next ? [section(undefined, stepText(next, goal, profile, knowledge))] : []),
        ...(plan.steps.length > 1 ? [bullets("Then", numberedAfterFirst(plan.steps, knowledge))] : []),
        section(undefined, "Order and hours are the editors' judgement.[^editors]"),
      ],
      followUps: gapFollowUps(profile, goal, knowledge),
      audience: "private",
    },
    knowledge,
  );
}

const VERDICTS: Record<Readiness, (role: string) => string> = {
  apply: (role) => `Yes, apply as ${role}`,
  "apply-and-learn": (role) => `Nearly: apply to the adverts as ${role} that fit you best, and learn on`,
  "learn-first": () => "Not yet: learn first, and apply where somebody knows you",
};

/** Whether to apply, with what speaks for and against. */
export function answerReady(profile: Profile, target: Role, knowledge: Knowledge): Answer {
  const gap = profileGap(profile, target, knowledge);
  const avoid = startingAdvice(target, "Avoid");
  return finish(
    {
      title: `Are you ready to work as ${withArticle(target)}?`,
      summary: `${VERDICTS[readinessOf(gap)](withArticle(target))}. You hold ${fitCount(gap.fit)}, so you are ${gap.fit.words}.`,
      sections: [
        bullets("Speaks for you", speaksFor(gap, knowledge)),
        bullets("Stands in the way", standsInTheWay(gap, knowledge)),
        bullets("Asked for besides", askedForLines(gap)),
        ...assumedSection(profile, gap, knowledge),
        section(
          undefined,
          `The sum: ${fitSum(gap.fit)} must-haves. Teams differ, so let their advert decide, not this.[^editors]`,
        ),
        ...(avoid === undefined ? [] : [section("Avoid", avoid.charAt(0).toUpperCase() + avoid.slice(1))]),
      ],
      followUps: gapFollowUps(profile, target, knowledge),
      audience: "private",
    },
    knowledge,
  );
}

function speaksFor(gap: ProfileGap, knowledge: Knowledge): string[] {
  const must = gap.carriesOver.filter((each) => each.need.need === "must");
  const extra = gap.carriesOver.filter((each) => each.need.need === "nice");
  return [
    must.length > 0
      ? `**Must-haves:** ${gapNames(must, knowledge)}`
      : "No must-have that you told me of; name what you can do and ask again.",
    ...(extra.length > 0 ? [`**Beyond:** ${gapNames(extra, knowledge, 6)}`] : []),
    ...(gap.experience.is === "met" ? ["**Experience:** as much as is usually asked for"] : []),
  ];
}

function standsInTheWay(gap: ProfileGap, knowledge: Knowledge): string[] {
  const missing = gap.learnNext.filter((each) => each.held === 0);
  const tooLow = gap.learnNext.filter((each) => each.held > 0);
  const lines = [
    ...(missing.length > 0 ? [`**Missing:** ${gapNames(missing, knowledge)}`] : []),
    ...(tooLow.length > 0
      ? [
          `**Too low:** ${tooLow
            .slice(0, 6)
            .map(
              ({ need, held }) =>
                `${skillName(need.id, knowledge)} (${levelNote(held)}, asked ${levelNote(need.level)})`,
            )
            .join(", ")}`,
        ]
      : []),
  ];
  return lines.length > 0 ? lines : ["Nothing among the must-haves."];
}
