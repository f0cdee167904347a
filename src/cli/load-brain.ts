import { join } from "node:path";
import { type Brain, createBrain } from "../conversations/brain.ts";
import { loadKnowledgeFast } from "../knowledge/compiled.ts";
import { loadSentenceEncoder } from "../understanding/classifier/sentence-encoder.ts";
import { createMeaning, loadMeaning } from "../understanding/model/meaning.ts";
import { loadModels } from "../understanding/model/models.ts";
import { loadLexicon } from "../understanding/text/lexicon.ts";
import { ARTIFACTS_DIR } from "./paths.ts";

/** @throws KnowledgeError, or where the build's models are missing */
export async function loadBrain(knowledgeDir: string): Promise<Brain> {
  const [knowledge, models] = await Promise.all([
    loadKnowledgeFast(knowledgeDir, join(ARTIFACTS_DIR, "knowledge.json")),
    loadModels(ARTIFACTS_DIR),
  ]);
  return createBrain(knowledge, models, loadLexicon(), createMeaning(loadForMeaning));
}

/** Read when the first question leaves the words undecided. */
async function loadForMeaning() {
  const [encoder, models] = await Promise.all([loadSentenceEncoder(), loadMeaning(ARTIFACTS_DIR)]);
  return { encoder, models };
}
