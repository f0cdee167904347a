import { describe, expect, it } from "vitest";
import { choicesOf, choiceText, chosenBy, isStrayLetter } from "../../../src/adapters/terminal/choices.ts";
import type { Reply } from "../../../src/conversations/message.ts";
import { button } from "../../../src/conversations/personal/personal-reply.ts";

const reply = {
  buttons: [
    button("Remember", { do: "consent", keep: true }),
    button("Edit", { do: "edit-profile" }),
    button("Just this once", { do: "consent", keep: false }),
    button("Yes, forget me", { do: "erase", sure: "yes" }),
  ],
} as Reply;
const choices = choicesOf(reply);

describe("buttons in the terminal", () => {
  it("have a letter each; a form has none, since there are no forms", () => {
    expect(choices.map(choiceText)).toEqual(["(a) Remember", "(b) Just this once", "(c) Yes, forget me"]);
  });

  it.each([
    ["a", { do: "consent", keep: true }],
    [" B ", { do: "consent", keep: false }],
    ["(b)", { do: "consent", keep: false }],
    ["just this once.", { do: "consent", keep: false }],
    ["Yes, forget me", { do: "erase", sure: "yes" }],
  ])("are chosen by letter or by their words: %j", (line, action) => {
    expect(chosenBy(line, choices)).toEqual(action);
  });

  it.each(["5", "d", "remember me", "yes", "what does a data engineer do"])(
    "are not chosen by %j",
    (line) => {
      expect(chosenBy(line, choices)).toBeUndefined();
    },
  );

  it.each([
    ["e", true],
    ["(E)", true],
    ["a", false],
    ["y", false],
    ["R", false],
    ["data engineer", false],
  ])("a letter behind the last one is told from words: %j", (line, isStray) => {
    expect(isStrayLetter(line, choices)).toBe(isStray);
  });

  it("are none under an answer about roles", () => {
    expect(choicesOf({} as Reply)).toEqual([]);
  });
});
