import { join } from "node:path";
import { type Brain, createBrain } from "../conversations/brain.ts";
import { loadKnowledgeFast } from "../knowledge/compiled.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import type { Openings } from "../openings/open-openings.ts";
import { loadSentenceEncoder } from "../understanding/classifier/sentence-encoder.ts";
import { missReader, type ReadMiss } from "../understanding/misses/read-miss.ts";
import { createMeaning, loadMeaning } from "../understanding/model/meaning.ts";
import { loadModels } from "../understanding/model/models.ts";
import { loadLexicon } from "../understanding/text/lexicon.ts";
import { ARTIFACTS_DIR } from "./paths.ts";

export interface BrainLoader {
  first: Brain;
  /** A brain over another version of the knowledge base: the models stay, so that a reload never waits for training. */
  over(knowledge: Knowledge): Brain;
  /** Tells what is nearest to a question that was not answered. */
  missReader(knowledge: Knowledge): ReadMiss;
}

/**
 * `artifactsDir` is where the build put its models; sources that run unbuilt have none beside them.
 * @throws KnowledgeError, or where the build's models are missing
 */
export async function openBrainLoader(
  knowledgeDir: string,
  artifactsDir: string = ARTIFACTS_DIR,
  openings?: Openings,
): Promise<BrainLoader> {
  const [knowledge, models] = await Promise.all([
    loadKnowledgeFast(knowledgeDir, join(artifactsDir, "knowledge.json")),
    loadModels(artifactsDir),
  ]);
  const lexicon = loadLexicon();
  const meaning = createMeaning(() => loadForMeaning(artifactsDir));
  const over = (base: Knowledge) => createBrain(base, models, lexicon, meaning, openings);
  return {
    first: over(knowledge),
    over,
    missReader: (base) => missReader(base, models, lexicon),
  };
}

export async function loadBrain(knowledgeDir: string, openings?: Openings): Promise<Brain> {
  return (await openBrainLoader(knowledgeDir, ARTIFACTS_DIR, openings)).first;
}

/** Read when the first question leaves the words undecided. */
async function loadForMeaning(artifactsDir: string) {
  const [encoder, models] = await Promise.all([loadSentenceEncoder(), loadMeaning(artifactsDir)]);
  return { encoder, models };
}
