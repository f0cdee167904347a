import { join } from "node:path";
import { loadKnowledgeFast } from "../../knowledge/compiled.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import { type CountedMiss, groupMisses, type MissGroup } from "../../understanding/misses/group-misses.ts";
import { missReader } from "../../understanding/misses/read-miss.ts";
import { loadModels } from "../../understanding/model/models.ts";
import { loadLexicon } from "../../understanding/text/lexicon.ts";
import { ARTIFACTS_DIR } from "../paths.ts";

/** Groups misses by what the knowledge base and the models of the build make of them. */
export async function readMisses(
  misses: readonly CountedMiss[],
  knowledgeDir: string,
  artifactsDir: string = ARTIFACTS_DIR,
): Promise<{ groups: MissGroup[]; knowledge: Knowledge }> {
  const [knowledge, models] = await Promise.all([
    loadKnowledgeFast(knowledgeDir, join(artifactsDir, "knowledge.json")),
    loadModels(artifactsDir),
  ]);
  return { groups: groupMisses(misses, missReader(knowledge, models, loadLexicon())), knowledge };
}
