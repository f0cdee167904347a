import type { FormField, FormFieldId, FormValues } from "../../guidance/profile-form.ts";
import type { Question } from "../../understanding/question.ts";
import type { IncomingMessage, Place } from "../message.ts";
import type { Action } from "./action.ts";

export {
  FORM_FIELDS,
  type FormField,
  type FormFieldId,
  type FormOption,
  type FormValues,
} from "../../guidance/profile-form.ts";

import type { DueReminder } from "./nudging.ts";
import type { PersonalReply } from "./personal-reply.ts";

/** What somebody let be known in their talk before they spoke of themself. */
export interface TalkOf {
  /** Where they stand: a role, or null for what is none of ours. */
  own?: string | null | undefined;
  /** The role that they asked the way to. */
  goal?: string | undefined;
  /** The one role that was spoken of last. */
  role?: string | undefined;
}

/** All that concerns one person. No method throws for a storage that is down; each reply is private. */
export interface Personal {
  /**
   * Answers a message that concerns its writer, or returns undefined where it is a question that anybody could ask.
   * `question` is what the understanding made of the text, `talk` what was spoken of before.
   */
  receive(message: IncomingMessage, question: Question, talk?: TalkOf): Promise<PersonalReply | undefined>;
  /** The answer for this person to a question that was pressed in private; undefined where the general one is as good. */
  answer(place: Place, question: Question): Promise<PersonalReply | undefined>;
  press(place: Place, action: Action, talk?: TalkOf): Promise<PersonalReply>;
  /** Their profile, and their plan where there is one; changes nothing. */
  overview(place: Place): Promise<{ profile: PersonalReply; plan?: PersonalReply }>;
  /** The profile form, filled with what is known. */
  form(place: Place): Promise<FormField[]>;
  /** Takes a filled form; with errors by field nothing is changed. */
  submit(
    place: Place,
    values: FormValues,
  ): Promise<PersonalReply | { errors: Partial<Record<FormFieldId, string>> }>;
  /** Reminders that this instance is to send now. Rejects where the storage is down. */
  takeDueReminders(limit: number): Promise<DueReminder[]>;
}
