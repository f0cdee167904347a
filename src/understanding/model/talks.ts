import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import { type Label, readLabelled } from "../labelled.ts";
import type { Example } from "./examples.ts";

/** What the first messages of talks teach about intents and topics. */
export function examplesIn(talks: readonly (readonly Label[])[]): Example[] {
  return talks.flatMap(([first]) =>
    first ? [{ text: first.text, intent: first.intent, topics: first.topics, teachesIntent: true }] : [],
  );
}

/**
 * How people go on: labelled talks and single questions in `knowledge/talks/*.jsonl`, from which the bot learns which of several
 * readings is meant. The format is that of `rolewise evaluate`.
 * @throws with the file and line where one is not as it should be, or names a role that is not there
 */
export async function readTalks(folder: string, knowledge: Knowledge): Promise<Label[][]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".jsonl")).sort();
  const perFile = await Promise.all(
    names.map(async (name) => {
      const file = `talks/${name}`;
      const talks = readLabelled(await readFile(join(folder, name), "utf8"), file);
      for (const [n, turns] of talks.entries()) {
        const named = turns.flatMap(({ roles, from }) => [...roles, ...(from ? [from] : [])]);
        const unknown = named.find((role) => !knowledge.roles.has(role));
        if (unknown !== undefined)
          throw new Error(
            `${file}: talk ${n + 1} names "${unknown}", which is no role of the knowledge base.`,
          );
      }
      return talks;
    }),
  );
  return perFile.flat();
}
