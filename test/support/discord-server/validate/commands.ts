import { z } from "zod";
import { invalidForm, parseForm } from "./form-error.ts";

const LOCALES = [
  "en-US",
  "en-GB",
  "de",
  "fr",
  "es-ES",
  "pt-BR",
  "it",
  "ja",
  "ko",
  "nl",
  "pl",
  "sv-SE",
  "uk",
] as const;
const name = z
  .string()
  .regex(/^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u)
  .refine((text) => text === text.toLowerCase(), "lower case only");
const menuName = z.string().min(1).max(32);
const description = z.string().min(1).max(100);
const localised = (of: z.ZodType<string>) => z.partialRecord(z.enum(LOCALES), of).nullish();

const choice = z.strictObject({
  name: z.string().min(1).max(100),
  name_localizations: localised(z.string().min(1).max(100)),
  value: z.union([z.string().max(100), z.number()]),
});
const leaf = z.strictObject({
  type: z.union([z.literal(3), z.literal(4), z.literal(5), z.literal(6), z.literal(10)]),
  name,
  name_localizations: localised(name),
  description,
  description_localizations: localised(description),
  required: z.boolean().optional(),
  choices: z.array(choice).max(25).optional(),
  autocomplete: z.boolean().optional(),
  min_length: z.int().min(0).max(6000).optional(),
  max_length: z.int().min(1).max(6000).optional(),
});
const options = z
  .array(leaf)
  .max(25)
  .refine((all) => new Set(all.map((one) => one.name)).size === all.length, "option names must be unique")
  .refine((all) => {
    const firstOptional = all.findIndex((one) => !one.required);
    return firstOptional < 0 || all.slice(firstOptional).every((one) => !one.required);
  }, "required options must come before optional ones")
  .refine(
    (all) => all.every((one) => !(one.autocomplete && one.choices?.length)),
    "autocomplete excludes choices",
  );
const subcommand = z.strictObject({
  type: z.literal(1),
  name,
  name_localizations: localised(name),
  description,
  description_localizations: localised(description),
  options: options.optional(),
});

const shared = {
  integration_types: z.array(z.union([z.literal(0), z.literal(1)])).optional(),
  contexts: z.array(z.union([z.literal(0), z.literal(1), z.literal(2)])).nullish(),
  default_member_permissions: z.string().nullish(),
  nsfw: z.boolean().optional(),
};
const chatInput = z.strictObject({
  ...shared,
  type: z.literal(1).optional(),
  name,
  name_localizations: localised(name),
  description,
  description_localizations: localised(description),
  options: z.union([options, z.array(subcommand).max(25)]).optional(),
});
const menu = z.strictObject({
  ...shared,
  type: z.union([z.literal(2), z.literal(3)]),
  name: menuName,
  name_localizations: localised(menuName),
});
const command = z.union([chatInput, menu]);
export type CommandBody = z.infer<typeof command>;

const MOST = { 1: 100, 2: 15, 3: 15 } as const;

/** Parses one command; `existing` are the others of its scope, whose number and names are limited. */
export function parseCommand(input: unknown, existing: readonly CommandBody[]): CommandBody {
  const parsed = parseForm(command, input);
  const type = parsed.type ?? 1;
  const peers = existing.filter((one) => (one.type ?? 1) === type && one.name !== parsed.name);
  if (peers.length >= MOST[type]) {
    throw invalidForm([
      { code: "custom", path: ["type"], message: `at most ${MOST[type]} of this type`, input },
    ]);
  }
  if (lengthOf(parsed) > 8000) {
    throw invalidForm([{ code: "custom", path: ["options"], message: "more than 8000 characters", input }]);
  }
  return parsed;
}

/** Names, descriptions and values of the command, its options and choices. */
function lengthOf(part: unknown): number {
  if (Array.isArray(part)) return part.reduce((sum: number, one) => sum + lengthOf(one), 0);
  if (typeof part !== "object" || part === null) return 0;
  return Object.entries(part).reduce((sum, [key, value]) => {
    const counts = key === "name" || key === "description" || key === "value";
    return sum + (counts && typeof value === "string" ? value.length : 0) + lengthOf(value);
  }, 0);
}

/** The answer to an autocomplete interaction. */
export const choicesForm = z.strictObject({ choices: z.array(choice).max(25) });
