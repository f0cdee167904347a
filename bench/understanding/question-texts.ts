import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { PROJECT_ROOT } from "../../test/support/brain.ts";

const lineSchema = z.object({ text: z.string() });

/** The labelled questions of the tests. */
export async function labelledQuestions(): Promise<string[]> {
  const file = join(PROJECT_ROOT, "test", "understanding", "questions.jsonl");
  const lines = (await readFile(file, "utf8")).trim().split("\n");
  return lines.map((line) => lineSchema.parse(JSON.parse(line)).text);
}

/** Each of them followed by one that names a role, the roles from all over the knowledge base. */
export function withRolesNamed(texts: readonly string[], roleNames: readonly string[]): string[] {
  const step = roleNames.length / texts.length;
  return texts.flatMap((text, n) => [
    text,
    `what does a ${(roleNames[Math.floor(n * step)] ?? "").toLowerCase()} earn`,
  ]);
}
