import { askField } from "../../answers/personal/ask-field.ts";
import { answerChoice, askOffers } from "../../answers/personal/choice-answer.ts";
import { answerCvReview, answerUnknownCv, askForCv } from "../../answers/personal/cv-answer.ts";
import { answerGap } from "../../answers/personal/gap-answer.ts";
import { answerInterview } from "../../answers/personal/interview-answer.ts";
import { answerPlan } from "../../answers/personal/plan-answer.ts";
import { answerCannotRemember, CONSENT_LINE } from "../../answers/personal/privacy-answer.ts";
import { answerProfile } from "../../answers/personal/profile-card.ts";
import { answerNoNudges, answerProgress } from "../../answers/personal/progress-answer.ts";
import { answerSuits, askSuit } from "../../answers/personal/suits-answer.ts";
import { answerLearnNext, answerReady } from "../../answers/personal/tips-answer.ts";
import { inSentence } from "../../answers/role-words.ts";
import { rolesByFit } from "../../guidance/alternatives.ts";
import type { CvLine } from "../../guidance/cv-review.ts";
import { makePlan, type PlanStep } from "../../guidance/plan.ts";
import { emptyProfile, isEmptyProfile } from "../../guidance/profile.ts";
import { PLAIN_LEVEL } from "../../guidance/profile-edit.ts";
import { markDone } from "../../guidance/progress.ts";
import { SUIT_QUESTIONS, suitedRoles } from "../../guidance/suits.ts";
import type { Knowledge, Role } from "../../knowledge/knowledge.ts";
import { readCv } from "../../understanding/profile/read-cv.ts";
import type { Place } from "../message.ts";
import type { Action } from "./action.ts";
import {
  CONSENT_BUTTONS,
  choiceButtons,
  gapButtons,
  goalsOf,
  skipButton,
  targetOf,
  weighGoals,
} from "./next-turn.ts";
import { type ActionButton, button, type PersonalReply, privately } from "./personal-reply.ts";
import type { Known, Remembered } from "./remembered.ts";
import type { Talk, TalkTools } from "./talk.ts";

/** Advice that rests on a goal; where none is known it is asked for first. */
export const GOAL_TIPS = ["gap", "learn-next", "ready", "interview"] as const;
export type GoalTip = (typeof GOAL_TIPS)[number];

export interface Tips {
  /** `role` is the goal that the words or the button name; without one, that of the profile. */
  tip(place: Place, state: Remembered, tip: GoalTip, role?: Role): Promise<PersonalReply>;
  /** `role` becomes the goal where it is another one. */
  plan(place: Place, state: Remembered, role?: Role): Promise<PersonalReply>;
  /** Without a plan: makes one towards `role`. */
  progress(place: Place, state: Remembered, role?: Role): Promise<PersonalReply>;
  done(place: Place, state: Remembered, stepId: string | undefined): Promise<PersonalReply>;
  suit(state: Remembered, answers: string): PersonalReply;
  /** Sets job offers side by side; without two roles named, the goals stand for them. */
  offers(state: Remembered, named: readonly Role[]): PersonalReply;
  /** Sets their goals side by side; undefined where they have not several. */
  nearer(state: Remembered): PersonalReply | undefined;
  /** Without a text it is asked for: the next message may be it. */
  reviewCv(place: Place, state: Remembered, cv: string, role?: Role): Promise<PersonalReply>;
  remind(place: Place, state: Remembered): Promise<PersonalReply>;
}

function isUntold({ profile, session, canRemember }: Remembered): boolean {
  const told = profile.skills.length > 0 || profile.current !== undefined;
  return canRemember && !told && !session.asked.includes("skills");
}

/** Where no goal is known: the role whose must-haves a CV names most of, if it names any two. */
function roleOfCv(lines: readonly CvLine[], knowledge: Knowledge): Role | undefined {
  const skills = [...new Set(lines.flatMap((line) => line.skills))].map((id) => ({ id, level: PLAIN_LEVEL }));
  const [nearest] = rolesByFit({ ...emptyProfile(), skills }, knowledge);
  return skills.length >= 2 ? nearest?.role : undefined;
}

/** Fewer words are no CV. */
const CV_LEAST_WORDS = 5;

export function createTips({ memory, nudges, knowledge, read }: TalkTools, talk: Talk): Tips {
  async function askGoal(place: Place, state: Remembered): Promise<PersonalReply> {
    if (!state.canRemember && isEmptyProfile(state.profile))
      return privately(answerCannotRemember(knowledge()));
    const reply = privately(askField("target", knowledge()), [
      button("Which role suits me?", { do: "suit", answers: "" }),
    ]);
    return talk.say(place, state, { reply, session: { awaiting: "target" } });
  }

  /** The distance to a role can be told only of somebody of whom anything is known. */
  async function askSelf(place: Place, state: Remembered, target: Role): Promise<PersonalReply> {
    const next = await talk.apply(place, state, [{ do: "targets", roles: [target.id] }]);
    const asks = askField("skills", knowledge(), `Then I can say how far ${inSentence(target)} is.`);
    const reply = privately(asks, [button("Fill in", { do: "edit-profile" }), skipButton("skills")]);
    return talk.say(place, next, { reply, session: { asked: ["skills"], awaiting: "skills" } });
  }

  function answerTip({ profile }: Remembered, tip: GoalTip, role: Role): PersonalReply {
    const base = knowledge();
    const more = { about: [role.id], again: { do: tip, role: role.id } } as const;
    switch (tip) {
      case "gap":
        return privately(answerGap(profile, role, base), gapButtons(role, tip), more);
      case "learn-next":
        return privately(answerLearnNext(profile, role, base), gapButtons(role, tip), more);
      case "ready":
        return privately(answerReady(profile, role, base), gapButtons(role, tip), more);
      case "interview":
        return isEmptyProfile(profile)
          ? privately(answerInterview(role, undefined, base), [], more)
          : privately(answerInterview(role, profile, base), gapButtons(role, tip), more);
    }
  }

  async function plan(place: Place, known: Remembered, role?: Role): Promise<PersonalReply> {
    const base = knowledge();
    const changes = role !== undefined && role.id !== known.profile.targets[0];
    const state = changes ? await talk.apply(place, known, [{ do: "targets", roles: [role.id] }]) : known;
    const target = targetOf(state.profile, base);
    if (!target) return askGoal(place, state);
    const next = await planned(place, state, target);
    const shown = next.plan ?? makePlan(next.profile, target, base);
    const [first] = shown.steps;
    const further: readonly ActionButton[] = next.isKept
      ? nudges.reaches(place)
        ? [button("Remind me weekly", { do: "nudges", on: true })]
        : []
      : next.canRemember
        ? CONSENT_BUTTONS.filter(({ action }) => !isDecided(action, next))
        : [];
    return privately(
      answerPlan(shown, next.profile, base),
      [
        ...(first ? [button("Step 1 is done", { do: "done", step: first.id } as const, "first")] : []),
        button("My progress", { do: "progress" }),
        ...further,
      ],
      { about: [target.id], again: { do: "plan" } },
    );
  }

  /** Whoever chose "just this once" may still change their mind, and need not choose it again. */
  const isDecided = (action: Action, { session }: Remembered) =>
    action.do === "consent" && !action.keep && session.consent === "once";

  /** The plan is made where there is none yet. */
  async function planned(place: Place, state: Remembered, target: Role): Promise<Remembered> {
    const base = knowledge();
    return memory.change(place, state, ({ profile, plan: known }): Known => {
      const goal = targetOf(profile, base) ?? target;
      return { profile, plan: known?.target === goal.id ? known : makePlan(profile, goal, base) };
    });
  }

  return {
    async tip(place, state, tip, role) {
      const target = role ?? targetOf(state.profile, knowledge());
      if (!target) return askGoal(place, state);
      const needsSelf = tip === "gap" || tip === "ready";
      return needsSelf && isUntold(state) ? askSelf(place, state, target) : answerTip(state, tip, target);
    },
    plan,
    async progress(place, state, role) {
      if (!state.plan) return plan(place, state, role);
      const answer = answerProgress(state.plan, state.profile, knowledge());
      const again = { do: "progress" } as const;
      return privately(answer, [button("My plan", { do: "plan" })], { about: [state.plan.goal], again });
    },
    async done(place, state, stepId) {
      const base = knowledge();
      if (!state.plan || stepId === undefined) return plan(place, state);
      let just: PlanStep | undefined;
      const next = await memory.change(place, state, ({ profile, plan: known }) => {
        const progress = known && markDone(profile, known, stepId, base);
        just = progress?.step;
        return progress ? { profile: progress.profile, plan: progress.plan } : { profile, plan: known };
      });
      if (!next.canRemember) return privately(answerCannotRemember(base));
      const shown = next.plan ?? state.plan;
      const [first] = shown.steps;
      return privately(
        answerProgress(shown, next.profile, base, just),
        [
          ...(first ? [button("This step is done", { do: "done", step: first.id } as const, "first")] : []),
          button("My plan", { do: "plan" }),
        ],
        { about: [shown.goal], again: { do: "progress" } },
      );
    },
    suit(state, answers) {
      const base = knowledge();
      const question = SUIT_QUESTIONS[answers.length];
      const again = { do: "suit", answers } as const;
      if (question) {
        const options = question.options.map(({ letter, label }) =>
          button(label, { do: "suit", answers: answers + letter }),
        );
        return privately(
          askSuit(answers, base),
          [...options, button("Skip", { do: "suit", answers: `${answers}-` })],
          { again },
        );
      }
      const profile = isEmptyProfile(state.profile) ? undefined : state.profile;
      const goals = suitedRoles(answers, base).map(({ role }) =>
        button(`Goal: ${role.short}`, { do: "target", role: role.id }),
      );
      const anew = button("Start again", { do: "suit", answers: "" });
      return privately(answerSuits(answers, profile, base), goals.length > 0 ? goals : [anew], { again });
    },
    offers({ profile }, named) {
      const base = knowledge();
      const goals = goalsOf(profile, base);
      const roles = named.length >= 2 ? named : goals;
      return roles.length >= 2
        ? privately(answerChoice(roles, profile, base, "offers"), choiceButtons(roles), {
            about: roles.map(({ id }) => id),
          })
        : privately(askOffers(base));
    },
    nearer: ({ profile }) => weighGoals(profile, knowledge()),
    async reviewCv(place, state, cv, role) {
      const base = knowledge();
      const lines = readCv(cv, read);
      const goal = role ?? targetOf(state.profile, base);
      const target = goal ?? roleOfCv(lines, base);
      if (cv.split(/\s+/).length < CV_LEAST_WORDS) {
        const session = { awaiting: "cv", cvFor: goal?.id } as const;
        return talk.say(place, state, { reply: privately(askForCv(goal, base)), session });
      }
      if (!target) return privately(answerUnknownCv(base));
      const review = privately(answerCvReview(lines, target, state.profile, base, goal === undefined));
      // Its text is not kept, so it cannot be reviewed a second time.
      return { ...review, about: [target.id], again: undefined };
    },
    async remind(place, state) {
      if (!nudges.reaches(place)) return privately(answerNoNudges(knowledge()));
      if (!state.canRemember) return privately(answerCannotRemember(knowledge()));
      const target = targetOf(state.profile, knowledge());
      if (state.isKept)
        return target ? nudges.start(place, await planned(place, state, target)) : askGoal(place, state);
      const why = `A reminder needs something to be remembered. ${CONSENT_LINE}`;
      return privately(answerProfile(state.profile, knowledge(), { note: why }), CONSENT_BUTTONS);
    },
  };
}
