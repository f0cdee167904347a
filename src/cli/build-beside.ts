import { once } from "node:events";
import { join } from "node:path";
import { parentPort } from "node:worker_threads";
import { parseKnowledge, readKnowledgeTexts } from "../knowledge/load.ts";
import { loadSentenceEncoder } from "../understanding/classifier/sentence-encoder.ts";
import { readExamples } from "../understanding/model/examples.ts";
import { saveMeaning } from "../understanding/model/meaning.ts";
import { saveWordModels } from "../understanding/model/models.ts";
import { examplesIn, readTalks } from "../understanding/model/talks.ts";
import { type Scales, trainMeaning, trainModels } from "../understanding/model/train-models.ts";
import { ARTIFACTS_DIR, KNOWLEDGE_DIR } from "./paths.ts";

/**
 * A worker of the build: trains what goes by the sentence encoder, and the word models that the bot will use, which learn from
 * the talks as well. The scales of their probabilities are sent by the build, which fits them meanwhile.
 */
const [texts, examples, encoder] = await Promise.all([
  readKnowledgeTexts(KNOWLEDGE_DIR),
  readExamples(join(KNOWLEDGE_DIR, "examples")),
  loadSentenceEncoder(),
]);
const knowledge = parseKnowledge(texts);
const talks = await readTalks(join(KNOWLEDGE_DIR, "talks"), knowledge);
await saveMeaning(
  ARTIFACTS_DIR,
  trainMeaning(examples, knowledge, (text) => encoder.encode(text)),
);
const models = trainModels([...examples, ...examplesIn(talks)], knowledge, { unscaled: true });
const [scales] = (await once(parentPort!, "message")) as [Scales];
await saveWordModels(ARTIFACTS_DIR, {
  ...models,
  intents: { ...models.intents, ...scales.intents },
  topics: { ...models.topics, ...scales.topics },
});
