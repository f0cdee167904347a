import type { Answer } from "../../answers/answer.ts";
import { section } from "../../answers/document.ts";
import { askField } from "../../answers/personal/ask-field.ts";
import { answerChoice } from "../../answers/personal/choice-answer.ts";
import { answerGap } from "../../answers/personal/gap-answer.ts";
import { CANNOT_REMEMBER, CONSENT_LINE, NOT_KEPT_YET } from "../../answers/personal/privacy-answer.ts";
import { answerProfile } from "../../answers/personal/profile-card.ts";
import { type AskedField, nextToAsk } from "../../guidance/asking.ts";
import type { Profile } from "../../guidance/profile.ts";
import type { Knowledge, Role } from "../../knowledge/knowledge.ts";
import type { Action } from "./action.ts";
import { type ActionButton, button, type PersonalReply, privately } from "./personal-reply.ts";
import type { Remembered } from "./remembered.ts";
import type { Session } from "./session.ts";

/** What the bot says next, and what the talk then waits for. */
export interface Turn {
  reply: PersonalReply;
  session: Partial<Session>;
}

/** The card of what was understood; the first time with the question whether to keep it. */
export function showCard(state: Remembered, knowledge: Knowledge, lead?: string): Turn {
  const { profile, session, canRemember, isKept } = state;
  const edit = button("Edit", { do: "edit-profile" });
  const about = { about: goalsOf(profile, knowledge).map(({ id }) => id) };
  if (!canRemember) return { reply: onceOnly(state, knowledge), session: {} };
  if (isKept || session.consent === "once") {
    const next =
      profile.targets.length > 0
        ? [button("My plan", { do: "plan" }, "first"), button("My gap", { do: "gap" })]
        : [];
    return {
      reply: privately(answerProfile(profile, knowledge, { lead }), [...next, edit], about),
      session: { awaiting: undefined },
    };
  }
  return {
    reply: privately(
      answerProfile(profile, knowledge, { lead, note: session.consent ? NOT_KEPT_YET : CONSENT_LINE }),
      [...CONSENT_BUTTONS, edit],
      about,
    ),
    session: { consent: "asked", awaiting: "consent" },
  };
}

export const CONSENT_BUTTONS: readonly ActionButton[] = [
  button("Remember", { do: "consent", keep: true }, "first"),
  button("Just this once", { do: "consent", keep: false }),
];

/** The next thing that is missing, or the gap where enough is known. */
export function askOrAdvise(state: Remembered, knowledge: Knowledge, note?: string): Turn {
  const { profile, session } = state;
  const field = state.canRemember ? nextToAsk(profile, session.asked) : undefined;
  if (field) {
    return {
      reply: privately(askField(field, knowledge, note), askButtons(field)),
      session: { asked: [...session.asked, field], awaiting: field },
    };
  }
  return { reply: advise(state, knowledge, note), session: { awaiting: undefined } };
}

function advise(state: Remembered, knowledge: Knowledge, note?: string): PersonalReply {
  const target = targetOf(state.profile, knowledge);
  if (!target) {
    return privately(
      answerProfile(state.profile, knowledge, {
        note: note ?? "With a goal I can say how far it is: name a role, or let me ask what suits you.",
      }),
      [
        button("Which role suits me?", { do: "suit", answers: "" }, "first"),
        button("Edit", { do: "edit-profile" }),
      ],
    );
  }
  const weighed = weighGoals(state.profile, knowledge);
  if (weighed) return { ...weighed, answer: withNote(weighed.answer, note) };
  const answer = answerGap(state.profile, target, knowledge);
  const again = { do: "gap", role: target.id } as const;
  return privately(withNote(answer, note), gapButtons(target, "gap"), { about: [target.id], again });
}

/** Undefined for somebody who has not several goals. */
export function weighGoals(profile: Profile, knowledge: Knowledge): PersonalReply | undefined {
  const goals = goalsOf(profile, knowledge);
  if (goals.length < 2) return undefined;
  const about = goals.map(({ id }) => id);
  return privately(answerChoice(goals, profile, knowledge, "goals"), choiceButtons(goals), { about });
}

function withNote(answer: Answer, note: string | undefined): Answer {
  return note === undefined
    ? answer
    : { ...answer, sections: [...answer.sections, section(undefined, note)] };
}

/** What to do about each of several roles. */
export function choiceButtons(roles: readonly Role[]): ActionButton[] {
  return [
    ...roles.map((role) => button(`My gap: ${role.short}`, { do: "gap", role: role.id })),
    ...roles.map((role) => button(`Goal: ${role.short}`, { do: "target", role: role.id })),
  ];
}

/** What to ask next about a goal, without what was answered just now. */
export function gapButtons(target: Role, answered?: Action["do"]): ActionButton[] {
  const all = [
    button("Make my plan", { do: "plan", role: target.id }, "first"),
    button("My gap", { do: "gap", role: target.id }),
    button("What to learn next", { do: "learn-next", role: target.id }),
    button("Am I ready?", { do: "ready", role: target.id }),
    button("Interview", { do: "interview", role: target.id }),
    button("My profile", { do: "profile" }),
  ];
  return all.filter(({ action }) => action.do !== answered);
}

/** With the storage down: advice on this message alone, and it says so. */
function onceOnly(state: Remembered, knowledge: Knowledge): PersonalReply {
  const { answer } = advise(state, knowledge, CANNOT_REMEMBER);
  return privately(answer);
}

export function skipButton(field: AskedField): ActionButton {
  return button("Skip", { do: "skip", field });
}

function askButtons(field: AskedField): ActionButton[] {
  const skip = skipButton(field);
  switch (field) {
    case "target":
      return [button("Which role suits me?", { do: "suit", answers: "" }), skip];
    case "hours":
      return [...[2, 5, 10].map((hours) => button(`${hours} hours`, { do: "hours", hours })), skip];
    default:
      return [skip];
  }
}

export function goalsOf(profile: Profile, knowledge: Knowledge): Role[] {
  return profile.targets.flatMap((id) => knowledge.roles.get(id) ?? []);
}

export function targetOf(profile: Profile, knowledge: Knowledge): Role | undefined {
  return goalsOf(profile, knowledge)[0];
}
