import { z } from "zod";
import { TOPICS } from "../knowledge/topics.ts";
import { INTENTS, type Question } from "./question.ts";

/** What a careful reader says that a text asks. */
const labelSchema = z.object({
  text: z.string(),
  intent: z.enum(INTENTS),
  roles: z.array(z.string()).default([]),
  from: z.string().nullable().optional(),
  topics: z.array(z.enum(TOPICS)).default([]),
  /** Further topics that a good answer may include. */
  also: z.array(z.enum(TOPICS)).default([]),
  /** Further intents that a careful reader would accept. */
  intentAny: z.array(z.enum(INTENTS)).default([]),
  skills: z.array(z.string()).optional(),
});
export type Label = z.infer<typeof labelSchema>;
const itemSchema = z.union([
  z.object({ turns: z.array(labelSchema).min(1) }),
  labelSchema.transform((label) => ({ turns: [label] })),
]);

/** Reads labelled questions and dialogues, one JSON object a line. @throws naming the line that is not one */
export function readLabelled(text: string, file: string): Label[][] {
  return text.split("\n").flatMap((line, at) => {
    if (line.trim() === "") return [];
    const parsed = itemSchema.safeParse(parseJson(line));
    if (!parsed.success)
      throw new Error(`${file}:${at + 1}: not a labelled question: ${z.prettifyError(parsed.error)}`);
    return [parsed.data.turns];
  });
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** The parts in which a reading differs from its label. */
export function faultsOf(label: Label, got: Question): string[] {
  const faults: string[] = [];
  if (![label.intent, ...label.intentAny].includes(got.intent)) faults.push("intent");
  const sameRoles =
    label.roles.length === got.roles.length && label.roles.every((role) => got.roles.includes(role));
  if (!sameRoles) faults.push("roles");
  if (label.intent === "transition" && got.intent === "transition" && (label.from ?? null) !== got.from)
    faults.push("from");
  const allowed = [...label.topics, ...label.also];
  const names = label.topics.length === 0 || label.topics.some((topic) => got.topics.includes(topic));
  if (!names || !got.topics.every((topic) => allowed.includes(topic))) faults.push("topics");
  return faults;
}

/** The question that a label says. */
export function questionOf({ intent, roles, from = null, topics, skills = [] }: Label): Question {
  switch (intent) {
    case "transition":
      return { intent, from, roles, topics };
    case "find-roles":
    case "advice":
      return { intent, roles, topics, skills };
    default:
      return { intent, roles, topics };
  }
}
