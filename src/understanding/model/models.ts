import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { decodeModel, encodeModel, type LinearModel } from "../classifier/index.ts";
import type { Ranker } from "../classifier/ranker.ts";
import { decodeRanker, encodeRanker } from "../classifier/ranker-codec.ts";

const wordsSchema = z.object({
  counts: z.array(z.tuple([z.string(), z.number()])),
  familiar: z.array(z.string()),
});

/** What the examples teach: which words speak for which intents and topics. */
export interface WordModels {
  intents: LinearModel;
  topics: LinearModel;
  /** How often each word stood in the examples. */
  words: ReadonlyMap<string, number>;
  /** Words of the examples that are in scope. */
  familiar: ReadonlySet<string>;
}

/** What the talks teach: which of the candidates is meant, at the first turn and in a talk. */
export interface Rankers {
  first: Ranker;
  inTalk: Ranker;
}

/** All that understanding needs beside the knowledge base. */
export interface Models extends WordModels {
  rankers: Rankers;
}

export async function saveWordModels(folder: string, models: WordModels): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "intents.bin"), encodeModel(models.intents));
  await writeFile(join(folder, "topics.bin"), encodeModel(models.topics));
  await writeFile(
    join(folder, "words.json"),
    JSON.stringify({ counts: [...models.words], familiar: [...models.familiar] }),
  );
}

export async function saveRankers(folder: string, { first, inTalk }: Rankers): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "first.ranker.bin"), encodeRanker(first));
  await writeFile(join(folder, "talk.ranker.bin"), encodeRanker(inTalk));
}

/** @throws where the folder does not hold them: `npm run build` writes them. */
export async function loadModels(folder: string): Promise<Models> {
  const [intents, topics, words, first, inTalk] = await Promise.all([
    readFile(join(folder, "intents.bin")),
    readFile(join(folder, "topics.bin")),
    readFile(join(folder, "words.json"), "utf8"),
    readFile(join(folder, "first.ranker.bin")),
    readFile(join(folder, "talk.ranker.bin")),
  ]);
  const { counts, familiar } = wordsSchema.parse(JSON.parse(words));
  return {
    intents: decodeModel(intents),
    topics: decodeModel(topics),
    words: new Map(counts),
    familiar: new Set(familiar),
    rankers: { first: decodeRanker(first), inTalk: decodeRanker(inTalk) },
  };
}
