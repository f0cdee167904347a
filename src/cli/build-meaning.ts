import { join } from "node:path";
import { parseKnowledge, readKnowledgeTexts } from "../knowledge/load.ts";
import { loadSentenceEncoder } from "../understanding/classifier/sentence-encoder.ts";
import { readExamples } from "../understanding/model/examples.ts";
import { saveMeaning } from "../understanding/model/meaning.ts";
import { trainMeaning } from "../understanding/model/train-models.ts";
import { ARTIFACTS_DIR, KNOWLEDGE_DIR } from "./paths.ts";

/** A worker of the build: trains what goes by the sentence encoder, beside what goes by the words. */
const [texts, examples, encoder] = await Promise.all([
  readKnowledgeTexts(KNOWLEDGE_DIR),
  readExamples(join(KNOWLEDGE_DIR, "examples")),
  loadSentenceEncoder(),
]);
const models = trainMeaning(examples, parseKnowledge(texts), (text) => encoder.encode(text));
await saveMeaning(ARTIFACTS_DIR, models);
