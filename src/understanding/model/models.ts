import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { decodeModel, encodeModel, type LinearModel } from "../classifier/index.ts";

const wordsSchema = z.object({
  counts: z.array(z.tuple([z.string(), z.number()])),
  familiar: z.array(z.string()),
});

/** What training makes: all that understanding needs beside the knowledge base. */
export interface Models {
  intents: LinearModel;
  topics: LinearModel;
  /** How often each word stood in the examples. */
  words: ReadonlyMap<string, number>;
  /** Words of the examples that are in scope. */
  familiar: ReadonlySet<string>;
}

export async function saveModels(folder: string, models: Models): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "intents.bin"), encodeModel(models.intents));
  await writeFile(join(folder, "topics.bin"), encodeModel(models.topics));
  await writeFile(
    join(folder, "words.json"),
    JSON.stringify({ counts: [...models.words], familiar: [...models.familiar] }),
  );
}

/** @throws where the folder does not hold them: `npm run build` writes them. */
export async function loadModels(folder: string): Promise<Models> {
  const [intents, topics, words] = await Promise.all([
    readFile(join(folder, "intents.bin")),
    readFile(join(folder, "topics.bin")),
    readFile(join(folder, "words.json"), "utf8"),
  ]);
  const { counts, familiar } = wordsSchema.parse(JSON.parse(words));
  return {
    intents: decodeModel(intents),
    topics: decodeModel(topics),
    words: new Map(counts),
    familiar: new Set(familiar),
  };
}
