import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { decodeModel, encodeModel, type LinearModel } from "../classifier/index.ts";

/** What training makes: all that understanding needs beside the knowledge base. */
export interface Models {
  intents: LinearModel;
  topics: LinearModel;
  /** How often each word stood in the examples. */
  words: ReadonlyMap<string, number>;
}

export async function saveModels(folder: string, models: Models): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "intents.bin"), encodeModel(models.intents));
  await writeFile(join(folder, "topics.bin"), encodeModel(models.topics));
  await writeFile(join(folder, "words.json"), JSON.stringify([...models.words]));
}

/** @throws where the folder does not hold them: `npm run build` writes them. */
export async function loadModels(folder: string): Promise<Models> {
  const [intents, topics, words] = await Promise.all([
    readFile(join(folder, "intents.bin")),
    readFile(join(folder, "topics.bin")),
    readFile(join(folder, "words.json"), "utf8"),
  ]);
  return { intents: decodeModel(intents), topics: decodeModel(topics), words: new Map(JSON.parse(words)) };
}
