import { expect, test } from "vitest";
import type { z } from "zod";
import * as limits from "../../../../src/adapters/discord/render/limits.ts";

const lengths: [string, z.ZodType, number][] = [
  ["the content of a message", limits.contentSchema, 2_000],
  ["the text of a display", limits.textDisplaySchema, 4_000],
  ["a custom_id", limits.customIdSchema, 100],
  ["the label of a button", limits.buttonLabelSchema, 80],
  ["the label of a menu's option", limits.selectLabelSchema, 100],
  ["the name of an autocomplete choice", limits.choiceNameSchema, 100],
  ["a nonce", limits.nonceSchema, 25],
  ["the name of a thread", limits.threadNameSchema, 100],
  ["the name of a command", limits.commandNameSchema, 32],
  ["the description of a command", limits.commandDescriptionSchema, 100],
];

test.each(lengths)("%s holds what Discord takes and one character more is refused", (_, schema, max) => {
  expect(schema.safeParse("a".repeat(max)).success).toBe(true);
  expect(schema.safeParse("a".repeat(max + 1)).success).toBe(false);
  expect(schema.safeParse("").success).toBe(false);
});

test("the name of a command is lower case without spaces", () => {
  expect(limits.commandNameSchema.safeParse("role-a").success).toBe(true);
  expect(limits.commandNameSchema.safeParse("Role").success).toBe(false);
  expect(limits.commandNameSchema.safeParse("role a").success).toBe(false);
});
