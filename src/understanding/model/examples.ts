import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { TOPICS, type Topic } from "../../knowledge/topics.ts";
import { INTENTS, type Intent } from "../question.ts";

/**
 * How people ask: one line of `knowledge/examples/<intent>.yaml`, or of `<intent>.<anything>.yaml` beside it.
 * Files named `<intent>.voices….yaml` hold stories and images that teach what a topic sounds like; being of one intent
 * alone, they would teach the intents only that all talk is of that one.
 */
export interface Example {
  text: string;
  intent: Intent;
  topics: Topic[];
  teachesIntent: boolean;
}

const fileSchema = z.array(
  z.union([z.string(), z.strictObject({ text: z.string(), topics: z.array(z.enum(TOPICS)).default([]) })]),
);

/** @throws with the file's name where it is not as it should be. */
export async function readExamples(folder: string): Promise<Example[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith(".yaml")).sort();
  const perFile = await Promise.all(
    files.map(async (name) => {
      const intent = INTENTS.find((each) => name.startsWith(`${each}.`));
      if (!intent)
        throw new Error(`examples/${name}: the file's name is no intent; use one of ${INTENTS.join(", ")}.`);
      const parsed = fileSchema.safeParse(parse(await readFile(join(folder, name), "utf8")));
      if (!parsed.success) throw new Error(`examples/${name}: ${z.prettifyError(parsed.error)}`);
      const teachesIntent = !name.includes(".voices");
      return parsed.data.map((line) =>
        typeof line === "string"
          ? { text: line, intent, topics: [], teachesIntent }
          : { ...line, intent, teachesIntent },
      );
    }),
  );
  return perFile.flat();
}
