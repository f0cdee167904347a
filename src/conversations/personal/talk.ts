import { section } from "../../answers/document.ts";
import {
  answerCannotRemember,
  answerConsent,
  CONSENT_LINE,
  NOT_KEPT_YET,
  REMEMBERED,
} from "../../answers/personal/privacy-answer.ts";
import { answerProfile } from "../../answers/personal/profile-card.ts";
import { fillLevels } from "../../guidance/plain-level.ts";
import { isEmptyProfile } from "../../guidance/profile.ts";
import { applyEdits, type ProfileEdit } from "../../guidance/profile-edit.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Reading } from "../../understanding/reading/reading.ts";
import type { Place } from "../message.ts";
import {
  askOrAdvise,
  CONSENT_BUTTONS,
  choiceButtons,
  gapButtons,
  goalsOf,
  showCard,
  type Turn,
} from "./next-turn.ts";
import type { Nudging } from "./nudging.ts";
import { button, MOST_BUTTONS, type PersonalReply, privately } from "./personal-reply.ts";
import type { PeopleMemory, Remembered } from "./remembered.ts";

/** What every part of a personal talk works with. */
export interface TalkTools {
  memory: PeopleMemory;
  nudges: Nudging;
  knowledge(): Knowledge;
  read(text: string): Reading;
}

/** The course of a talk: the card, the consent, what is missing, the advice. */
export interface Talk {
  /** Gives a turn's reply and keeps what the talk then waits for. */
  say(place: Place, state: Remembered, turn: Turn): Promise<PersonalReply>;
  apply(place: Place, state: Remembered, edits: readonly ProfileEdit[]): Promise<Remembered>;
  /** A change of the profile is shown before anything else; `lead` is said in the place of the usual sentence. */
  card(place: Place, state: Remembered, lead?: string): Promise<PersonalReply>;
  goOn(place: Place, state: Remembered, note?: string): Promise<PersonalReply>;
  /** Asks with a reply whether what they told may be remembered, where they have not been asked yet. */
  askConsent(place: Place, state: Remembered, reply: PersonalReply): Promise<PersonalReply>;
  consent(place: Place, state: Remembered, keep: boolean): Promise<PersonalReply>;
  profile(place: Place, state: Remembered): Promise<PersonalReply> | PersonalReply;
  /** The same, with nothing waited for: an overview is no turn. */
  look(state: Remembered): PersonalReply;
}

function isUndecided({ canRemember, isKept, session, profile }: Remembered): boolean {
  return canRemember && !isKept && session.consent === undefined && !isEmptyProfile(profile);
}

export function createTalk({ memory, nudges, knowledge }: TalkTools): Talk {
  async function say(place: Place, state: Remembered, turn: Turn): Promise<PersonalReply> {
    if (Object.keys(turn.session).length > 0) await memory.note(place, state, turn.session);
    return turn.reply;
  }

  const card = (place: Place, state: Remembered, lead?: string) =>
    say(place, state, showCard(state, knowledge(), lead));

  async function goOn(place: Place, state: Remembered, note?: string): Promise<PersonalReply> {
    if (isUndecided(state)) return card(place, state);
    return say(place, state, askOrAdvise(state, knowledge(), note));
  }

  /** What was asked for has been answered: the choice is confirmed, and the talk is theirs. */
  function settled(state: Remembered, keep: boolean): PersonalReply {
    const goals = goalsOf(state.profile, knowledge());
    const [target] = goals;
    const towards = target ? gapButtons(target) : [button("My profile", { do: "profile" })];
    const next = goals.length >= 2 ? choiceButtons(goals) : towards;
    return privately(answerConsent(keep, knowledge()), next, { about: goals.map(({ id }) => id) });
  }

  function look(state: Remembered): PersonalReply {
    if (!state.canRemember) return privately(answerCannotRemember(knowledge()));
    if (!isEmptyProfile(state.profile)) return showCard(state, knowledge()).reply;
    return privately(answerProfile(state.profile, knowledge()), [button("Fill in", { do: "edit-profile" })]);
  }

  return {
    say,
    card,
    goOn,
    async askConsent(place, state, reply) {
      // Something is asked already, and nothing answered yet.
      if (reply.answer.outcome === "clarify") return reply;
      const waits = state.session.awaiting === "consent";
      if (!isUndecided(state) && !waits) return reply;
      const { answer, buttons } = reply;
      const sections = [...answer.sections, section(undefined, waits ? NOT_KEPT_YET : CONSENT_LINE)];
      const shown = [...buttons.slice(0, MOST_BUTTONS - CONSENT_BUTTONS.length), ...CONSENT_BUTTONS];
      const asks = { ...reply, answer: { ...answer, sections }, buttons: shown };
      const session = { consent: "asked", awaiting: "consent", advised: true } as const;
      return say(place, state, { reply: asks, session });
    },
    async apply(place, state, edits) {
      if (edits.length === 0) return state;
      const next = await memory.change(place, state, ({ profile, plan }) => ({
        profile: applyEdits(profile, fillLevels(profile, edits, knowledge())),
        plan,
      }));
      const zone = edits.find((edit) => edit.do === "time-zone");
      if (zone && next.isKept) await nudges.follow(place, zone.zone);
      return next;
    },
    async consent(place, state, keep) {
      if (!keep) {
        const once = await memory.note(place, state, { consent: "once", awaiting: undefined });
        return once.session.advised ? settled(once, false) : goOn(place, once);
      }
      // The talk that the button belongs to may have been forgotten meanwhile.
      if (isEmptyProfile(state.profile) && !state.isKept) {
        if (!state.canRemember) return privately(answerCannotRemember(knowledge()), CONSENT_BUTTONS);
        const gone =
          "What I am not asked to remember is forgotten after 15 minutes. Tell me now, or again, and I ask you once more.";
        return privately(answerProfile(state.profile, knowledge(), { note: gone }), [
          button("Fill in", { do: "edit-profile" }),
        ]);
      }
      const next = await memory.keep(place, state);
      if (!next.canRemember) return privately(answerCannotRemember(knowledge()), CONSENT_BUTTONS);
      return next.session.advised ? settled(next, true) : goOn(place, next, REMEMBERED);
    },
    profile: (place, state) =>
      state.canRemember && !isEmptyProfile(state.profile) ? card(place, state) : look(state),
    look,
  };
}
