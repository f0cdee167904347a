import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { compileKnowledge } from "../knowledge/compile.ts";
import { parseKnowledge, readKnowledgeTexts } from "../knowledge/load.ts";
import { loadSentenceEncoder } from "../understanding/classifier/sentence-encoder.ts";
import { readExamples } from "../understanding/model/examples.ts";
import { saveMeaning } from "../understanding/model/meaning.ts";
import { saveModels } from "../understanding/model/models.ts";
import { trainMeaning, trainModels } from "../understanding/model/train-models.ts";
import { ARTIFACTS_DIR, KNOWLEDGE_DIR, PACKAGE_ROOT } from "./paths.ts";

/**
 * The second half of `npm run build`: compiles the knowledge base and trains the models from `knowledge/examples`.
 * Deterministic; skipped where neither the knowledge nor the code of understanding has changed since.
 */
async function build(): Promise<void> {
  const texts = await readKnowledgeTexts(KNOWLEDGE_DIR);
  const stampFile = join(ARTIFACTS_DIR, "stamp");
  const stamp = await stampOf(texts);
  if ((await readFile(stampFile, "utf8").catch(() => "")) === stamp) return;
  await rm(stampFile, { force: true });
  const knowledge = parseKnowledge(texts);
  await mkdir(ARTIFACTS_DIR, { recursive: true });
  await writeFile(join(ARTIFACTS_DIR, "knowledge.json"), compileKnowledge(texts));
  const examples = await readExamples(join(KNOWLEDGE_DIR, "examples"));
  const models = trainModels(examples, knowledge);
  await saveModels(ARTIFACTS_DIR, models);
  const encoder = await loadSentenceEncoder();
  await saveMeaning(
    ARTIFACTS_DIR,
    trainMeaning(examples, knowledge, models.words, (text) => encoder.encode(text)),
  );
  await writeFile(stampFile, stamp);
}

async function stampOf(texts: ReadonlyMap<string, string>): Promise<string> {
  const hash = createHash("sha256");
  for (const [name, text] of texts) hash.update(`${name}\0${text}\0`);
  for (const folder of [
    join(KNOWLEDGE_DIR, "examples"),
    join(PACKAGE_ROOT, "dist", "understanding"),
    join(PACKAGE_ROOT, "dist", "knowledge"),
  ]) {
    for (const name of (await readdir(folder, { recursive: true })).sort()) {
      if (/\.(?:js|yaml)$/.test(name)) hash.update(`${name}\0`).update(await readFile(join(folder, name)));
    }
  }
  return hash.digest("hex");
}

try {
  await build();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
