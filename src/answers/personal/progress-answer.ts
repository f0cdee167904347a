import { isQuiet, type NudgeSettings } from "../../guidance/nudges.ts";
import type { Plan, PlanStep } from "../../guidance/plan.ts";
import type { Profile } from "../../guidance/profile.ts";
import { profileGap } from "../../guidance/profile-gap.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Answer } from "../answer.ts";
import { bullets, finish, section } from "../document.ts";
import { inSentence } from "../role-words.ts";
import { stepText } from "./plan-answer.ts";
import { fitCount, fitSum, numberedAfterFirst, stepName } from "./words.ts";

/** What is done and what comes next. `just` was marked done by this very message. */
export function answerProgress(plan: Plan, profile: Profile, knowledge: Knowledge, just?: PlanStep): Answer {
  const goal = knowledge.roles.get(plan.goal);
  const next = plan.steps[0];
  const name = (step: PlanStep) => stepName(step, knowledge);
  const fit = goal && profileGap(profile, goal, knowledge).fit;
  const done = just
    ? `${name(just)} is done.`
    : `${plan.done.length} ${plan.done.length === 1 ? "step" : "steps"} done, ${plan.steps.length} to go.`;
  return finish(
    {
      title: just ? "Well done" : "Your progress",
      summary: `${done}${next ? ` Next: ${name(next)}.` : " Nothing is left to study: apply."}${fit ? ` You hold ${fitCount(fit)} of your goal.` : ""}`,
      sections: [
        ...(plan.done.length > 0 ? [bullets("Done", plan.done.map(name))] : []),
        ...(next && goal ? [section(`Next: ${name(next)}`, stepText(next, goal, profile, knowledge))] : []),
        ...(plan.steps.length > 1 ? [bullets("Then", numberedAfterFirst(plan.steps, knowledge))] : []),
        ...(fit && goal
          ? [section(undefined, `The sum for ${inSentence(goal)}: ${fitSum(fit)} must-haves.`)]
          : []),
      ],
      audience: "private",
    },
    knowledge,
  );
}

/** The weekly reminder: short, and with the way out in it. */
export function answerNudge(plan: Plan, profile: Profile, knowledge: Knowledge): Answer {
  const goal = knowledge.roles.get(plan.goal);
  const next = plan.steps[0];
  return finish(
    {
      title: "Your weekly reminder",
      summary: next
        ? `Your next step is ${stepName(next, knowledge)}. One hour this week is better than none.`
        : "Your plan has no open step. Have you sent an application?",
      sections: next && goal ? [section(undefined, stepText(next, goal, profile, knowledge))] : [],
      audience: "private",
    },
    knowledge,
  );
}

const DAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"] as const;
const clock = (hour: number) => `${String(hour).padStart(2, "0")}:00`;

export function answerNudgesOn(settings: NudgeSettings, knowledge: Knowledge): Answer {
  const { weekday, quietFrom, quietTo, timeZone } = settings;
  const hour = isQuiet(settings.hour, settings) ? quietTo : settings.hour;
  const quiet = quietFrom === quietTo ? "" : ` Never between ${clock(quietFrom)} and ${clock(quietTo)}.`;
  return finish(
    {
      title: "Weekly reminder on",
      summary: `I remind you of your next step every ${DAYS[weekday]} at ${clock(hour)} (${timeZone}).${quiet}`,
      sections: [
        section(
          undefined,
          'If that is not your clock, tell me where you are, like "I am in London". One tap on "Stop reminders" ends it.',
        ),
      ],
      audience: "private",
    },
    knowledge,
  );
}

/** Where nobody can be written to unasked. */
export function answerNoNudges(knowledge: Knowledge): Answer {
  return finish(
    {
      title: "No reminders here",
      summary:
        "I cannot write to you in a terminal unasked. In Slack and in Discord I can remind you weekly; here, ask for your plan whenever you like.",
      outcome: "declined",
      audience: "private",
    },
    knowledge,
  );
}

export function answerNudgesOff(wereOn: boolean, knowledge: Knowledge): Answer {
  return finish(
    {
      title: "Reminders off",
      summary: wereOn
        ? "I will not remind you any more. Your plan stays."
        : "No reminder is set, so nothing will come from me unasked.",
      audience: "private",
    },
    knowledge,
  );
}
