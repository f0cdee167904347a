import { describe, expect, test } from "vitest";
import { parseCommand } from "../../support/discord-server/validate/commands.ts";
import { Refusal } from "../../support/discord-server/validate/form-error.ts";
import { parseMessage } from "../../support/discord-server/validate/message.ts";

/** The local Discord would prove nothing if it took what the real one refuses. */

const NOBODY = { allowed_mentions: { parse: [] } };
const V2 = 1 << 15;
const text = (content: string) => ({ type: 10, content });
const button = (at: number, more: object = {}) => ({
  type: 2,
  style: 1,
  label: `b${at}`,
  custom_id: `c${at}`,
  ...more,
});
const row = (...components: object[]) => ({ type: 1, components });
const layout = (...components: object[]) => ({ ...NOBODY, flags: V2, components });
const option = (at: number) => ({ label: `o${at}`, value: `v${at}` });
const many = <T>(count: number, make: (at: number) => T) =>
  Array.from({ length: count }, (_, at) => make(at));

/** The path of the first problem, e.g. `components.0.content`, or undefined where Discord takes the body. */
function refusedAt(
  body: unknown,
  where: "create" | "edit" | "interaction" = "create",
  before = 0,
): string | undefined {
  try {
    parseMessage(body, where, before);
    return undefined;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    expect(error.body.code).toBe(50035);
    return pathOf(error.body.errors as object);
  }
}

function pathOf(errors: object): string {
  const [[part, inner] = ["", undefined]] = Object.entries(errors).filter(([key]) => key !== "_errors");
  return part === "" ? "" : [part, pathOf(inner as object)].filter((one) => one !== "").join(".");
}

describe("messages", () => {
  test.each([
    ["2,000 characters of content", { ...NOBODY, content: "a".repeat(2000) }, undefined],
    ["2,001 characters of content", { ...NOBODY, content: "a".repeat(2001) }, "content"],
    ["nothing", NOBODY, "content"],
    ["no allowed_mentions", { content: "a" }, "allowed_mentions"],
    [
      "allowed_mentions that ping",
      { content: "a", allowed_mentions: { parse: ["everyone"] } },
      "allowed_mentions.parse",
    ],
    ["an unknown field", { ...NOBODY, content: "a", colour: 1 }, ""],
    ["a nonce of 25", { ...NOBODY, content: "a", nonce: "n".repeat(25), enforce_nonce: true }, undefined],
    ["a nonce of 26", { ...NOBODY, content: "a", nonce: "n".repeat(26) }, "nonce"],
    ["an ephemeral message in a channel", { ...NOBODY, content: "a", flags: 64 }, "flags"],
    ["4,000 characters over all displays", layout(text("a".repeat(3999)), text("b")), undefined],
    ["4,001 characters over all displays", layout(text("a".repeat(4000)), text("b")), "components"],
    ["40 components", layout(...many(40, () => text("a"))), undefined],
    ["41 components", layout(...many(41, () => text("a"))), "components"],
    ["content beside Components v2", { ...layout(text("a")), content: "b" }, "content"],
    ["embeds beside Components v2", { ...layout(text("a")), embeds: [{ title: "b" }] }, "embeds"],
    ["a text display without the flag", { ...NOBODY, components: [text("a")] }, "components.0"],
    ["five buttons in a row", layout(row(...many(5, button))), undefined],
    ["six buttons in a row", layout(row(...many(6, button))), "components.0"],
    ["a custom_id of 100", layout(row(button(1, { custom_id: "c".repeat(100) }))), undefined],
    ["a custom_id of 101", layout(row(button(1, { custom_id: "c".repeat(101) }))), "components.0"],
    ["a label of 80", layout(row(button(1, { label: "l".repeat(80) }))), undefined],
    ["a label of 81", layout(row(button(1, { label: "l".repeat(81) }))), "components.0"],
    ["a custom_id twice", layout(row(button(1)), row(button(1))), "components"],
    ["25 options", layout(row({ type: 3, custom_id: "s", options: many(25, option) })), undefined],
    ["26 options", layout(row({ type: 3, custom_id: "s", options: many(26, option) })), "components.0"],
    [
      "a section of three texts",
      layout({ type: 9, components: many(3, () => text("a")), accessory: button(1) }),
      undefined,
    ],
    [
      "a section of four texts",
      layout({ type: 9, components: many(4, () => text("a")), accessory: button(1) }),
      "components.0",
    ],
    ["a section without accessory", layout({ type: 9, components: [text("a")] }), "components.0"],
    ["ten embeds", { ...NOBODY, embeds: many(10, () => ({ title: "a" })) }, undefined],
    ["eleven embeds", { ...NOBODY, embeds: many(11, () => ({ title: "a" })) }, "embeds"],
    [
      "6,001 characters over all embeds",
      { ...NOBODY, embeds: many(2, () => ({ description: "a".repeat(3001) })) },
      "embeds",
    ],
  ])("%s", (_, body, path) => {
    const found = refusedAt(body);
    if (path === undefined) expect(found).toBeUndefined();
    else expect(found?.startsWith(path)).toBe(true);
  });

  test("Components v2 cannot be taken back by an edit", () => {
    expect(refusedAt({ ...NOBODY, content: "plain again" }, "edit", V2)).toBe("content");
  });

  test("an edit must say whom it may mention, too", () => {
    expect(refusedAt({ components: [text("a")], flags: V2 }, "edit", V2)).toBe("allowed_mentions");
  });
});

describe("commands", () => {
  const chat = (more: object = {}) => ({ name: "role", description: "d", ...more });
  const choice = (at: number) => ({ name: `n${at}`, value: `v${at}` });
  const opt = (at: number, more: object = {}) => ({ type: 3, name: `o${at}`, description: "d", ...more });
  test.each([
    ["a name of 32", chat({ name: "n".repeat(32) }), true],
    ["a name of 33", chat({ name: "n".repeat(33) }), false],
    ["a name in capitals", chat({ name: "Role" }), false],
    ["a description of 100", chat({ description: "d".repeat(100) }), true],
    ["a description of 101", chat({ description: "d".repeat(101) }), false],
    ["25 options", chat({ options: many(25, opt) }), true],
    ["26 options", chat({ options: many(26, opt) }), false],
    ["25 choices", chat({ options: [opt(1, { choices: many(25, choice) })] }), true],
    ["26 choices", chat({ options: [opt(1, { choices: many(26, choice) })] }), false],
    [
      "choices beside autocomplete",
      chat({ options: [opt(1, { choices: [choice(1)], autocomplete: true })] }),
      false,
    ],
    [
      "a required option behind one that is not",
      chat({ options: [opt(1), opt(2, { required: true })] }),
      false,
    ],
    ["a localised name in capitals", chat({ name_localizations: { de: "Rolle" } }), false],
    ["an unknown language", chat({ name_localizations: { tlh: "rolle" } }), false],
    ["a menu entry with a description", { type: 3, name: "Explain", description: "d" }, false],
  ])("%s", (_, body, taken) => {
    if (taken) expect(() => parseCommand(body, [])).not.toThrow();
    else expect(() => parseCommand(body, [])).toThrow(Refusal);
  });

  test("8,000 characters are the most that one command may take", () => {
    const long = (length: number) =>
      chat({
        name: "n",
        description: "d".repeat(100),
        options: many(25, (at) =>
          opt(at, {
            name: `o${at}`,
            description: "d".repeat(99),
            choices: many(2, (one) => ({ name: `${one}${"n".repeat(50)}`, value: "v".repeat(length) })),
          }),
        ),
      });
    expect(() => parseCommand(long(50), [])).not.toThrow();
    expect(() => parseCommand(long(80), [])).toThrow(Refusal);
  });
});
