import { ASKED_FIELDS } from "../../guidance/asking.ts";
import { isEmptyProfile } from "../../guidance/profile.ts";
import type { ProfileEdit } from "../../guidance/profile-edit.ts";
import { formOf, profileFromForm } from "../../guidance/profile-form.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Person, Storage } from "../../storage/storage.ts";
import { readPersonalAsk } from "../../understanding/profile/personal-ask.ts";
import { type ProfileReading, readProfile } from "../../understanding/profile/read-profile.ts";
import type { Question } from "../../understanding/question.ts";
import type { Reading } from "../../understanding/reading/reading.ts";
import { MAX_CHARACTERS } from "../../understanding/text/normalize.ts";
import type { IncomingMessage, Place } from "../message.ts";
import { answers, asksSomething, isEdit, isIntroduction, wayAsked } from "./about-self.ts";
import type { Action } from "./action.ts";
import { type AskTools, answerAsk } from "./answer-ask.ts";
import { nudging } from "./nudging.ts";
import type { Personal, TalkOf } from "./personal.ts";
import type { PersonalReply } from "./personal-reply.ts";
import { personalize } from "./personalize.ts";
import { privacy } from "./privacy.ts";
import { type OnFault, peopleMemory, type Remembered } from "./remembered.ts";
import { AWAITED_ONCE, type AwaitedOnce } from "./session.ts";
import { createTalk, type TalkTools } from "./talk.ts";
import { createTips } from "./tips.ts";

export interface PersonalOptions {
  storage: Storage;
  /** The knowledge base of the moment. */
  knowledge(): Knowledge;
  /** Finds the names in a text: `Understander.read`. */
  read(text: string): Reading;
  /** Milliseconds since the epoch. */
  now(): number;
  onFault: OnFault;
  /** Told of somebody whom the storage has forgotten. */
  onErased?(person: Person): void;
}

const YES =
  /^\W*(?:y|yes|yep|yeah|sure|ok|okay|please do|do it|confirm(?:ed)?|go ahead|yes please|yes,? forget me|yes,? erase)\W*$/i;
const NO = /^\W*(?:n|no|nope|nah|no thanks|no thank you|keep it|dont|don't|cancel)\W*$/i;

/** After a CV was asked for: several lines, or too long for anything else. */
function isLikeCv(text: string): boolean {
  const words = text.trim().split(/\s+/).length;
  return !/\?\s*$/.test(text) && (words >= 12 || /\n/.test(text.trim()));
}

const BARE_HOURS = /^\s*(?:about |around |maybe |only |~)?\d{1,2}(?:[.,]5)?\s?(?:h|hrs?|hours?)\s*\.?\s*$/i;
const CHANGED = "Done. This is what I have of you now:";
const NOT_UNDERSTOOD = "I could not tell what to change. This is what I have:";

/** A goal that was asked about, or a start that was told, before somebody introduced themself. */
function toldBefore(
  { own, goal }: TalkOf,
  { edits }: ProfileReading,
  { profile }: Remembered,
): ProfileEdit[] {
  const tells = (kind: ProfileEdit["do"]) => edits.some((edit) => edit.do === kind);
  const start = own !== undefined && profile.current === undefined && !tells("current");
  const aim = goal !== undefined && profile.targets.length === 0 && !tells("targets");
  return [
    ...(start ? [{ do: "current", role: own } as const] : []),
    ...(aim ? [{ do: "targets", roles: [goal] } as const] : []),
  ];
}

export function createPersonal({
  storage,
  knowledge,
  read,
  now,
  onFault,
  onErased = () => {},
}: PersonalOptions): Personal {
  const memory = peopleMemory(storage, knowledge, onFault);
  const nudges = nudging(storage, knowledge, now, onFault);
  const data = privacy(storage, knowledge, onFault, onErased);
  const base: TalkTools = { memory, nudges, knowledge, read };
  const talk = createTalk(base);
  const tips = createTips(base, talk);
  const tools: AskTools = { ...base, talk, tips, data };

  /** A "yes" confirms the erasure that was asked about just before, and none that was asked about earlier. */
  async function recallCalm(place: Place): Promise<{ state: Remembered; once?: AwaitedOnce }> {
    const state = await memory.recall(place);
    const once = AWAITED_ONCE.find((each) => each === state.session.awaiting);
    return once ? { state: await memory.note(place, state, { awaiting: undefined }), once } : { state };
  }

  /** The way that was asked for while the choice whether to remember stood open: its goal need not be asked for again. */
  async function withGoal(place: Place, state: Remembered, { goal }: TalkOf): Promise<Remembered> {
    const isOpen = state.profile.targets.length === 0 && !isEmptyProfile(state.profile);
    return goal !== undefined && isOpen
      ? talk.apply(place, state, [{ do: "targets", roles: [goal] }])
      : state;
  }

  function readSelf(text: string, state: Remembered): ProfileReading {
    const { awaiting } = state.session;
    const asked = ASKED_FIELDS.find((each) => each === awaiting);
    // "4 hours", asked or not, is what a week has room for.
    const field = BARE_HOURS.test(text) ? "hours" : asked;
    return readProfile(text, { read, thisYear: new Date(now()).getUTCFullYear() }, field);
  }

  /** What the talk waits for: a yes or a no, or something that was missing. */
  async function answerAwaited(
    message: IncomingMessage,
    state: Remembered,
    reading: ProfileReading,
    question: Question,
  ): Promise<PersonalReply | undefined> {
    const { awaiting } = state.session;
    const says = (pattern: RegExp) => pattern.test(message.text);
    if (awaiting === "consent") {
      return says(YES) || says(NO) ? talk.consent(message, state, says(YES)) : undefined;
    }
    const asked = ASKED_FIELDS.find((each) => each === awaiting);
    if (asked === undefined) return undefined;
    if (says(NO)) return talk.goOn(message, state);
    // "Data engineer pay" names a role, but answers nothing.
    const asksFacts =
      question.intent === "compare" || (question.intent === "lookup" && question.topics.length > 0);
    // "I also know Excel" is heard, and no answer to "which role would you like to get to?".
    const isBeside =
      !isEmptyProfile(state.profile) &&
      !reading.edits.some((edit) => answers(edit, asked)) &&
      isEdit(message.text, reading, question);
    const isAnswer = reading.edits.length > 0 && !asksFacts && !isBeside && !/\?\s*$/.test(message.text);
    return isAnswer ? talk.goOn(message, await talk.apply(message, state, reading.edits)) : undefined;
  }

  const roleOf = (id: string | undefined) => (id === undefined ? undefined : knowledge().roles.get(id));

  /** What somebody tells of themself, or a question that their profile answers better. */
  async function answerTold(
    message: IncomingMessage,
    state: Remembered,
    reading: ProfileReading,
    understood: Question,
    spokenOf: TalkOf,
  ): Promise<PersonalReply | undefined> {
    const question = wayAsked(message.text, understood);
    const isKnown = !isEmptyProfile(state.profile);
    if (isKnown && isEdit(message.text, reading, question))
      return talk.card(message, await talk.apply(message, state, reading.edits), CHANGED);
    if (isIntroduction(message.text, reading, question)) {
      const asked = question.intent === "transition" ? question.roles[0] : undefined;
      const talked = { ...spokenOf, goal: asked ?? spokenOf.goal };
      const edits = [...toldBefore(talked, reading, state), ...reading.edits];
      const next = await talk.apply(message, state, edits);
      const goal = roleOf(asked);
      // "…, how do I get there?" is answered at once, with the question whether it may be remembered.
      return goal && asksSomething(message.text)
        ? talk.askConsent(message, next, await tips.tip(message, next, "gap", goal))
        : talk.card(message, next, isKnown ? CHANGED : undefined);
    }
    if (isKnown && reading.isCorrection && question.intent === "out-of-scope")
      return talk.card(message, state, NOT_UNDERSTOOD);
    return message.audience === "private" ? personalize(question, state.profile, knowledge()) : undefined;
  }

  async function pressKnown(place: Place, action: Action, state: Remembered): Promise<PersonalReply> {
    switch (action.do) {
      case "consent":
        return talk.consent(place, state, action.keep);
      case "skip": {
        const asked = [...new Set([...state.session.asked, action.field])];
        return talk.goOn(place, { ...state, session: { ...state.session, asked } });
      }
      case "hours":
        return talk.goOn(place, await talk.apply(place, state, [{ do: "hours", hours: action.hours }]));
      case "target": {
        if (!knowledge().roles.has(action.role)) return talk.profile(place, state);
        return talk.goOn(place, await talk.apply(place, state, [{ do: "targets", roles: [action.role] }]));
      }
      case "done":
        return tips.done(place, state, action.step);
      case "nudges":
        return action.on ? tips.remind(place, state) : nudges.stop(place);
      case "suit":
        return tips.suit(state, action.answers);
      case "erase":
        if (action.sure === "yes") return data.erase(place);
        if (action.sure === "no") return data.dropErasure();
        await memory.note(place, state, { awaiting: "erase" });
        return data.askErase();
      case "show-data":
        return data.show(place);
      case "export-data":
        return data.export(place);
      case "profile":
      case "edit-profile":
        return talk.profile(place, state);
      case "plan":
        return tips.plan(place, state, roleOf(action.role));
      case "progress":
        return tips.progress(place, state);
      case "interview":
      case "gap":
      case "learn-next":
      case "ready": {
        const tip = await tips.tip(place, state, action.do, roleOf(action.role));
        // The choice may stand in a message that is gone: one that only its reader saw, and took along to the DM.
        return state.session.awaiting === "consent" ? talk.askConsent(place, state, tip) : tip;
      }
    }
  }

  return {
    async receive(message, question, spokenOf = {}) {
      const ask = readPersonalAsk(message.text);
      const { state: before, once } = await recallCalm(message);
      if (once === "erase" && YES.test(message.text)) return data.erase(message);
      if (once === "erase" && NO.test(message.text)) return data.dropErasure();
      if (once === "cv" && !ask && isLikeCv(message.text))
        return tips.reviewCv(message, before, message.text, roleOf(before.session.cvFor));
      // A CV is cut where it is read; nothing else as long says something of its writer.
      if (message.text.length > MAX_CHARACTERS && ask?.ask !== "cv") return undefined;
      const isAnswer =
        before.session.awaiting === "consent" && [YES, NO].some((word) => word.test(message.text));
      const chooses = isAnswer || ask?.ask === "remember";
      const state = chooses ? await withGoal(message, before, spokenOf) : before;
      // A CV is another's words about somebody: nothing of it goes into a profile.
      const reading = ask?.ask === "cv" ? { edits: [], isCorrection: false } : readSelf(message.text, state);
      return (
        (ask && (await answerAsk(tools, message, ask, state, reading, roleOf(spokenOf.role)))) ??
        (await answerAwaited(message, state, reading, question)) ??
        (await answerTold(message, state, reading, question, spokenOf))
      );
    },
    answer: async (place, question) =>
      personalize(question, (await memory.recall(place)).profile, knowledge()),
    async press(place, action, spokenOf = {}) {
      const { state } = await recallCalm(place);
      return pressKnown(
        place,
        action,
        action.do === "consent" ? await withGoal(place, state, spokenOf) : state,
      );
    },
    async overview(place) {
      const state = await memory.recall(place);
      return {
        profile: talk.look(state),
        ...(state.plan ? { plan: await tips.progress(place, state) } : {}),
      };
    },
    form: async (place) => formOf((await memory.recall(place)).profile, knowledge()),
    async submit(place, values) {
      const state = await memory.recall(place);
      const filled = profileFromForm(values, state.profile, knowledge());
      if ("errors" in filled) return filled;
      const next = await memory.change(place, state, ({ plan }) => ({ profile: filled.profile, plan }));
      if (filled.profile.timeZone !== undefined && next.isKept)
        await nudges.follow(place, filled.profile.timeZone);
      return talk.card(place, next);
    },
    takeDueReminders: (limit) => nudges.takeDue(limit),
  };
}
