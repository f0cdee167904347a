import type { Answer } from "../../answers/answer.ts";
import type { Action } from "./action.ts";

/** A reply about a person: always private. */
export interface PersonalReply {
  answer: Answer;
  /** Shown as buttons before the answer's follow-ups, in this order; at most six. */
  buttons: ActionButton[];
  /** To be handed over as a file; the terminal prints it. */
  file?: ReplyFile;
  /** The roles that it is about: "and the salary?" then asks for theirs. */
  about?: readonly string[] | undefined;
  /** Gives it again where it cannot be shown at once; undefined for what cannot be given twice. */
  again?: Action | undefined;
}

export interface ReplyFile {
  name: string;
  text: string;
  /** Read out in its place. */
  description: string;
}

export interface ActionButton {
  /** At most 38 characters. */
  label: string;
  action: Action;
  look?: "first" | "danger";
}

export const MOST_BUTTONS = 6;

export function button(label: string, action: Action, look?: ActionButton["look"]): ActionButton {
  return { label, action, ...(look === undefined ? {} : { look }) };
}

/** Nothing about a person is ever public, whatever wrote the answer. Where nothing else is said, the profile stands for it. */
export function privately(
  answer: Answer,
  buttons: readonly ActionButton[] = [],
  { about, again = { do: "profile" } }: Pick<PersonalReply, "about" | "again"> = {},
): PersonalReply {
  return {
    answer: { ...answer, audience: "private" },
    buttons: buttons.slice(0, MOST_BUTTONS),
    about,
    again,
  };
}
