import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { openBrainLoader } from "../../src/cli/load-brain.ts";
import type { Brain } from "../../src/conversations/brain.ts";
import { loadKnowledgeFast } from "../../src/knowledge/compiled.ts";
import type { Knowledge } from "../../src/knowledge/knowledge.ts";
import type { Openings } from "../../src/openings/open-openings.ts";

export const PROJECT_ROOT = packageAbove(fileURLToPath(import.meta.url));
const KNOWLEDGE_DIR = join(PROJECT_ROOT, "knowledge");
/** The sources that tests run have no artifacts beside them: the build puts them under `dist`. */
const ARTIFACTS_DIR = join(PROJECT_ROOT, "dist", "artifacts");

/** Benchmarks run this compiled, deeper under the project than the tests do. */
function packageAbove(path: string): string {
  const folder = dirname(path);
  return existsSync(join(folder, "package.json")) ? folder : packageAbove(folder);
}

let knowledge: Promise<Knowledge> | undefined;
let brain: Promise<Brain> | undefined;

/** The real knowledge base, loaded once for each test file. */
export function realKnowledge(): Promise<Knowledge> {
  knowledge ??= loadKnowledgeFast(KNOWLEDGE_DIR, join(ARTIFACTS_DIR, "knowledge.json"));
  return knowledge;
}

/** The bot as it is built: the real knowledge base and the models of the last build, over the sources as they stand. */
export function realBrain(): Promise<Brain> {
  brain ??= makeBrain();
  return brain;
}

/** The same, with job feeds. */
export function brainWith(openings: Openings): Promise<Brain> {
  return makeBrain(openings);
}

async function makeBrain(openings?: Openings): Promise<Brain> {
  if (!existsSync(join(ARTIFACTS_DIR, "intents.bin")))
    throw new Error("The models are not built: run `npm run build` first, as `npm test` does.");
  return (await openBrainLoader(KNOWLEDGE_DIR, ARTIFACTS_DIR, openings)).first;
}
