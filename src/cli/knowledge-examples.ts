import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { Problem } from "../knowledge/problem.ts";
import { TOPICS } from "../knowledge/topics.ts";
import { YamlText } from "../knowledge/yaml-text.ts";
import { INTENTS } from "../understanding/question.ts";

const itemsSchema = z.array(z.unknown());
const exampleSchema = z.strictObject({
  text: z.string().trim().min(1),
  topics: z.array(z.enum(TOPICS)).default([]),
});

export interface CheckedExamples {
  count: number;
  problems: Problem[];
}

/** Checks `examples/<intent>.yaml` and `examples/<intent>.<more>.yaml`, and that no question is given twice with different meanings. */
export async function checkExamples(folder: string): Promise<CheckedExamples> {
  const names = await readdir(join(folder, "examples")).catch(() => []);
  const problems: Problem[] = [];
  const seen = new Map<string, { place: string; intent: string }>();
  let count = 0;
  for (const name of names.filter((each) => each.endsWith(".yaml")).sort()) {
    const file = `examples/${name}`;
    const intent = name.split(".", 1)[0] ?? "";
    if (!INTENTS.some((each) => each === intent)) {
      const fix = `Begin it with one of: ${INTENTS.join(", ")}.`;
      problems.push({ file, line: 1, message: "the file's name begins with no intent", fix });
      continue;
    }
    const yaml = new YamlText(file, await readFile(join(folder, file), "utf8"));
    const items = yaml.parse(itemsSchema);
    if ("problems" in items) {
      problems.push(...items.problems);
      continue;
    }
    for (const [n, item] of items.value.entries()) {
      const example = exampleSchema.safeParse(typeof item === "string" ? { text: item } : item);
      if (!example.success) {
        for (const issue of example.error.issues) {
          const message = `"${[n, ...issue.path].join(".")}" is not right: ${issue.message}`;
          problems.push(yaml.problem([n, ...issue.path], message, "Write { text: …, topics: [salary] }."));
        }
        continue;
      }
      count += 1;
      const key = example.data.text.toLowerCase();
      const earlier = seen.get(key);
      if (!earlier) seen.set(key, { place: `${file}:${yaml.lineOf([n])}`, intent });
      else if (earlier.intent !== intent) {
        const message = `"${example.data.text}" also stands at ${earlier.place}, with another intent`;
        problems.push(yaml.problem([n], message, "Keep it in the file that a careful reader would choose."));
      }
    }
  }
  return { count, problems };
}
