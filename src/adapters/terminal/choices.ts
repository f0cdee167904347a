import type { Reply } from "../../conversations/message.ts";
import type { Action } from "../../conversations/personal/action.ts";

/** A button where there are none: it is chosen by a letter or by its words. */
export interface Choice {
  /** A letter and not a number: "5" may be an answer. */
  letter: string;
  label: string;
  action: Action;
}

export function choicesOf({ buttons = [] }: Reply): Choice[] {
  return (
    buttons
      // There are no forms here; the answer says how to change the profile in words.
      .filter(({ action }) => action.do !== "edit-profile")
      .map(({ label, action }, at) => ({
        letter: String.fromCharCode("a".charCodeAt(0) + at),
        label,
        action,
      }))
  );
}

/** "(a) Remember" */
export function choiceText({ letter, label }: Choice): string {
  return `(${letter}) ${label}`;
}

/** What was chosen, if the line is a choice at all. */
export function chosenBy(line: string, choices: readonly Choice[]): Action | undefined {
  const words = plain(line);
  return choices.find(({ letter, label }) => words === letter || words === plain(label))?.action;
}

/** Whether a line looks like one of several choices and is none of them. "Y" and "n" answer, and R is a skill. */
export function isStrayLetter(line: string, choices: readonly Choice[]): boolean {
  return choices.length > 1 && /^[a-h]$/.test(plain(line)) && chosenBy(line, choices) === undefined;
}

function plain(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
