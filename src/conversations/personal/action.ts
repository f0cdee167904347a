import { z } from "zod";
import { ASKED_FIELDS } from "../../guidance/asking.ts";
import { areSuitAnswers } from "../../guidance/suits.ts";

/** What a button does that is no question about roles. The rest of what there is to press are `Question`s. */

const id = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .max(60);

export const actionSchema = z.discriminatedUnion("do", [
  z.strictObject({ do: z.literal("consent"), keep: z.boolean() }),
  /** Leaves out what was asked. */
  z.strictObject({ do: z.literal("skip"), field: z.enum(ASKED_FIELDS) }),
  z.strictObject({ do: z.literal("hours"), hours: z.int().min(1).max(60) }),
  z.strictObject({ do: z.literal("target"), role: id }),
  /** Marks a step of the plan done. */
  z.strictObject({ do: z.literal("done"), step: id }),
  z.strictObject({ do: z.literal("nudges"), on: z.boolean() }),
  /** The answers to the interest questions so far, a letter each; empty to begin. */
  z.strictObject({ do: z.literal("suit"), answers: z.string().refine(areSuitAnswers) }),
  z.strictObject({ do: z.literal("erase"), sure: z.enum(["ask", "yes", "no"]) }),
  z.strictObject({ do: z.literal("show-data") }),
  z.strictObject({ do: z.literal("export-data") }),
  z.strictObject({ do: z.literal("profile") }),
  /** Opens the profile form, where the platform has forms. */
  z.strictObject({ do: z.literal("edit-profile") }),
  /** Without a role, towards the goal; a plan towards another role makes that one the goal. */
  z.strictObject({ do: z.literal("plan"), role: id.optional() }),
  z.strictObject({ do: z.literal("gap"), role: id.optional() }),
  z.strictObject({ do: z.literal("learn-next"), role: id.optional() }),
  z.strictObject({ do: z.literal("ready"), role: id.optional() }),
  z.strictObject({ do: z.literal("progress") }),
  z.strictObject({ do: z.literal("interview"), role: id }),
]);
export type Action = z.infer<typeof actionSchema>;

/** Steps of one question: each takes the place of the message that it was pressed in. The others begin something new. */
const STEPS: ReadonlySet<Action["do"]> = new Set([
  "consent",
  "skip",
  "hours",
  "target",
  "nudges",
  "suit",
  "erase",
]);

export function isStep(action: Action): boolean {
  return STEPS.has(action.do);
}

/** As long as a question's: an adapter puts the same in front of both. */
export const ACTION_STRING_MAX = 84;

/** Tells an action from a question's string form. */
const MARK = "@";

/** `@consent:yes`, `@skip:hours`, `@done:sql`, `@suit:ab`, `@plan`, `@ready:data-engineer`. At most {@link ACTION_STRING_MAX} characters. */
export function formatAction(action: Action): string {
  const value = argumentOf(action);
  return `${MARK}${action.do}${value === undefined ? "" : `:${value}`}`;
}

/** Undefined for what is no action of this version. */
export function parseAction(text: string): Action | undefined {
  if (!text.startsWith(MARK) || text.length > ACTION_STRING_MAX) return undefined;
  const colon = text.indexOf(":");
  const verb = text.slice(MARK.length, colon < 0 ? undefined : colon);
  const value = colon < 0 ? undefined : text.slice(colon + 1);
  return actionSchema.safeParse({ do: verb, ...fieldsOf(verb, value) }).data;
}

function argumentOf(action: Action): string | undefined {
  switch (action.do) {
    case "consent":
      return action.keep ? "yes" : "no";
    case "nudges":
      return action.on ? "on" : "off";
    case "skip":
      return action.field;
    case "hours":
      return String(action.hours);
    case "target":
    case "interview":
    case "plan":
    case "gap":
    case "learn-next":
    case "ready":
      return action.role;
    case "done":
      return action.step;
    case "suit":
      return action.answers;
    case "erase":
      return action.sure;
    default:
      return undefined;
  }
}

function fieldsOf(verb: string, value: string | undefined): Record<string, unknown> {
  if (value === undefined) return {};
  switch (verb) {
    case "consent":
      return { keep: flag(value, "yes", "no") };
    case "nudges":
      return { on: flag(value, "on", "off") };
    case "skip":
      return { field: value };
    case "hours":
      return { hours: /^\d{1,2}$/.test(value) ? Number(value) : undefined };
    case "target":
    case "interview":
    case "plan":
    case "gap":
    case "learn-next":
    case "ready":
      return { role: value };
    case "done":
      return { step: value };
    case "suit":
      return { answers: value };
    case "erase":
      return { sure: value };
    default:
      // A value that the verb does not take: refused by the strict schema.
      return { value };
  }
}

function flag(value: string, yes: string, no: string): boolean | undefined {
  return value === yes ? true : value === no ? false : undefined;
}
