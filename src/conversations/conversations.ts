import type { FormField, FormFieldId, FormValues } from "../guidance/profile-form.ts";
import type { Person } from "../storage/storage.ts";
import type { IncomingMessage, Place, Press, Reply } from "./message.ts";
import type { Action } from "./personal/action.ts";

/** What an adapter may ask of the floor below. No method throws: an unexpected fault becomes a reply that names an error id. */
export interface Conversations {
  /**
   * Answers a message, or returns undefined where nothing is to be said: it was claimed already
   * (by an earlier delivery or another instance), or it does not address the bot.
   */
  receive(message: IncomingMessage): Promise<Reply | undefined>;
  /**
   * Takes an event that reaches every instance, such as a pressed button: false where it was taken already. True where
   * the storage does not say.
   */
  claim(event: { platform: Place["platform"]; id: string }): Promise<boolean>;
  /** Understands and answers an edited message again, without claiming it. */
  reconsider(message: IncomingMessage): Promise<Reply>;
  /** Answers a button or menu. Not claimed: pressing twice shows the same answer twice. */
  press(press: Press): Promise<Reply>;
  /** Does what a button about its presser does. Private; not claimed. */
  pressAction(place: Place, action: Action): Promise<Reply>;
  /** The profile form, filled with what is known of them. */
  profileForm(place: Place): Promise<FormField[]>;
  /** Takes a filled form; with errors by field nothing is changed. */
  submitProfile(place: Place, values: FormValues): Promise<Reply | FormErrors>;
  /** Their profile, and their plan where there is one. Private; changes nothing. */
  overview(place: Place): Promise<{ profile: Reply; plan?: Reply }>;
  /** Reminders that this instance is to send now; none where the storage does not answer. */
  takeDueReminders(limit: number): Promise<Reminder[]>;
  /** Reads somebody's post (a job advert, a career question): the closest roles and the words that speak for each. Private. */
  explainPost(place: Place, post: string): Promise<Reply>;
  /** Why the last answer of this place was given. Private. */
  explainLast(place: Place): Promise<Reply>;
  /** Keeps what somebody thought of an answer. */
  takeFeedback(place: Place, about: Press["question"], verdict: Verdict): Promise<void>;
  /** Roles whose names are nearest to what has been typed so far, best first; all roles by name for an empty text. */
  suggestRoles(typed: string, limit: number): Suggestion[];
  /** Skills likewise. */
  suggestSkills(typed: string, limit: number): Suggestion[];
  /** The topics by the names that answers have for them, in their order. */
  topics(): Suggestion[];
}

export interface FormErrors {
  errors: Partial<Record<FormFieldId, string>>;
}

/** Something that somebody wanted to be reminded of. */
export interface Reminder {
  person: Person;
  reply: Reply;
  /** To be called once it was sent: sets the next. Without it, another instance sends it in a few minutes. */
  sent(): Promise<void>;
  /** Leaves it to an instance that serves the person's platform. */
  handBack(): Promise<void>;
}

export interface Suggestion {
  id: string;
  name: string;
}

export const VERDICTS = ["helpful", "wrong-role", "wrong-topic", "outdated", "too-long"] as const;
export type Verdict = (typeof VERDICTS)[number];

/** As buttons say them, and as they are read back to whoever gave them. */
export const VERDICT_LABELS: Readonly<Record<Verdict, string>> = {
  helpful: "Helpful",
  "wrong-role": "Wrong role",
  "wrong-topic": "Wrong topic",
  outdated: "Outdated",
  "too-long": "Too long",
};
