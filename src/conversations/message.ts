import type { Answer } from "../answers/answer.ts";
import type { Topic } from "../knowledge/topics.ts";
import type { Discretion } from "../policy/gate.ts";
import type { Evidence } from "../understanding/evidence.ts";
import type { Question } from "../understanding/question.ts";
import type { Action } from "./personal/action.ts";
import type { ActionButton, ReplyFile } from "./personal/personal-reply.ts";

export type Platform = "slack" | "discord" | "terminal";

/** Where a message was written, and by whom. Ids are the platform's own. */
export interface Place {
  platform: Platform;
  /** Slack team, Discord guild (or "@me" in a DM), "local" in the terminal. */
  workspaceId: string;
  channelId: string;
  /** Slack thread root, Discord thread; undefined outside a thread. */
  threadId?: string | undefined;
  userId: string;
}

/** A thread is one talk; outside of threads, what one person says in one channel is. */
export function placeKey(place: Place): string {
  return [place.platform, place.workspaceId, place.channelId, place.threadId ?? `@${place.userId}`].join(":");
}

export interface IncomingMessage extends Place {
  messageId: string;
  /** As typed, with the mention of the bot taken out. */
  text: string;
  addressed: "mention" | "direct" | "thread" | "command";
  /** Who can read the place: a channel is public, a DM private. */
  audience: "public" | "private";
  /** Says all that it asks, as the fields of a command do: what was talked of before does not complete it. */
  afresh?: true;
  /** Of a command that asks for roles; the text may be worded around what was typed. */
  rolesTyped?: RolesTyped;
  /** Of a command that asks for skills, likewise. */
  skillsTyped?: SkillsTyped;
}

/** What kind of answer a command gives, and what was typed where it asks for roles, field by field. */
export interface RolesTyped {
  intent: "lookup" | "compare" | "transition" | "advice";
  words: readonly string[];
}

/** What was typed where a command asks for skills, field by field, and the topics that were chosen beside them. */
export interface SkillsTyped {
  words: readonly string[];
  topics: readonly Topic[];
}

/** A button or menu whose value is a question (its string form has been parsed already). */
export interface Press extends Place {
  question: Question;
  audience: "public" | "private";
}

export interface Reply {
  answer: Answer;
  question: Question;
  /** 0 to 1: how sure the bot is that this is what was asked. */
  confidence: number;
  evidence: Evidence;
  /** Of a reply about its asker, which is always private: shown before the follow-ups, in this order. */
  buttons?: ActionButton[];
  /** To be handed over with the answer. */
  file?: ReplyFile | undefined;
  /** Nothing that was asked is answered: the policy has it so, or something went wrong. Always private. */
  aside?: "notice" | "fault";
  /** The policy keeps an answer that all could read to its asker; they may share it or not. */
  discretion?: Discretion;
  /** People of the community can be asked instead. */
  mentors?: true;
  /** Gives a reply about its asker again, for a place that cannot show it to them alone at once. */
  again?: Action | undefined;
  /** The storage did not say whether somebody answers this message already: whoever shows this looks first. */
  unclaimed?: true;
}
