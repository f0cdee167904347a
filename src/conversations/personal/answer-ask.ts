import { isEmptyProfile } from "../../guidance/profile.ts";
import type { Role } from "../../knowledge/knowledge.ts";
import type { PersonalAsk } from "../../understanding/profile/personal-ask.ts";
import type { ProfileReading } from "../../understanding/profile/read-profile.ts";
import type { IncomingMessage } from "../message.ts";
import { isIntroduction } from "./about-self.ts";
import type { PersonalReply } from "./personal-reply.ts";
import type { Privacy } from "./privacy.ts";
import type { Remembered } from "./remembered.ts";
import type { Talk, TalkTools } from "./talk.ts";
import type { Tips } from "./tips.ts";

export interface AskTools extends TalkTools {
  talk: Talk;
  tips: Tips;
  data: Privacy;
}

/**
 * Does what the words plainly ask for; undefined where the general answer is the better one. `spokenOf` is the role that the
 * talk was about: it is meant where somebody names none and has no goal.
 */
export async function answerAsk(
  tools: AskTools,
  message: IncomingMessage,
  ask: PersonalAsk,
  before: Remembered,
  reading: ProfileReading,
  spokenOf?: Role,
): Promise<PersonalReply | undefined> {
  // "I am an analyst with SQL, what should I learn next to be a data engineer?" tells and asks in one.
  const tells =
    isIntroduction(message.text, reading, undefined) || reading.edits.some((edit) => edit.do === "targets");
  if (!tells) return answerFor(tools, message, ask, before, reading, spokenOf);
  const state = await tools.talk.apply(message, before, reading.edits);
  const reply = await answerFor(tools, message, ask, state, reading, spokenOf);
  return reply && tools.talk.askConsent(message, state, reply);
}

async function answerFor(
  tools: AskTools,
  message: IncomingMessage,
  ask: PersonalAsk,
  state: Remembered,
  reading: ProfileReading,
  spokenOf: Role | undefined,
): Promise<PersonalReply | undefined> {
  const { talk, tips, data, memory, nudges } = tools;
  const named = (text: string) =>
    rolesNamed(tools, text, state).at(-1) ?? (state.profile.targets.length === 0 ? spokenOf : undefined);
  switch (ask.ask) {
    case "show-data":
      return data.show(message);
    case "export-data":
      return data.export(message);
    case "erase":
      await memory.note(message, state, { awaiting: "erase" });
      return data.askErase();
    case "remember":
      return isEmptyProfile(state.profile) && !ask.keep ? undefined : talk.consent(message, state, ask.keep);
    case "profile":
      return talk.profile(message, state);
    case "plan":
      return tips.plan(message, state, named(message.text));
    case "how-long":
      return isEmptyProfile(state.profile) || !(named(message.text) ?? state.profile.targets[0])
        ? undefined
        : tips.plan(message, state, named(message.text));
    case "progress":
      return tips.progress(message, state, named(message.text));
    case "learn-next": {
      const isStranger = isEmptyProfile(state.profile) && rolesNamed(tools, message.text, state).length === 0;
      return isStranger ? undefined : tips.tip(message, state, ask.ask, named(message.text));
    }
    case "gap":
    case "ready":
    case "interview":
      return tips.tip(message, state, ask.ask, named(message.text));
    case "suits":
      return tips.suit(state, "");
    case "offers":
      return tips.offers(state, rolesOffered(tools, message.text, state, reading));
    case "nearer":
      return tips.nearer(state);
    case "cv":
      return tips.reviewCv(message, state, ask.cv, named(ask.goal ?? ""));
    case "done":
      if (state.plan) return tips.done(message, state, stepMeant(tools, ask.step, state));
      return ask.step === undefined ? undefined : tips.plan(message, state, named(message.text));
    case "nudge":
      return ask.on ? tips.remind(message, state) : nudges.stop(message);
    case "skip": {
      const { awaiting } = state.session;
      return awaiting ? talk.goOn(message, state) : undefined;
    }
  }
}

/** The roles that the words name, each once, other than the one that somebody has. */
function rolesNamed({ read, knowledge }: TalkTools, text: string, { profile }: Remembered): Role[] {
  const ids = read(text).mentions.flatMap((mention) =>
    mention.kind === "role" && mention.role !== profile.current ? [mention.role] : [],
  );
  return [...new Set(ids)].flatMap((id) => knowledge().roles.get(id) ?? []);
}

/** What was read as goals, else what was named: "a team of analysts" is no offer. */
function rolesOffered(tools: AskTools, text: string, state: Remembered, { edits }: ProfileReading): Role[] {
  const goals = edits.flatMap((edit) => (edit.do === "targets" ? edit.roles : []));
  return goals.length >= 2
    ? goals.flatMap((id) => tools.knowledge().roles.get(id) ?? [])
    : rolesNamed(tools, text, state);
}

/** The step that is meant by its number or by the skill in it. */
function stepMeant(
  { read }: TalkTools,
  step: number | string | undefined,
  { plan }: Remembered,
): string | undefined {
  if (typeof step !== "string") return plan?.steps[(step ?? 1) - 1]?.id;
  const ids = read(step).mentions.flatMap((mention) =>
    "id" in mention ? [mention.id] : mention.kind === "area" && mention.term ? [mention.term.id] : [],
  );
  const meant = plan?.steps.find(
    (each) => each.kind === "skill" && each.skills.some((id) => ids.includes(id)),
  );
  return meant?.id ?? (/project/.test(step) ? "project" : undefined);
}
