import { createHash } from "node:crypto";
import { once } from "node:events";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { answerQuestion } from "../answers/answer-question.ts";
import { rolesOffered } from "../conversations/next-focus.ts";
import { compileKnowledge } from "../knowledge/compile.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import { parseKnowledge, readKnowledgeTexts } from "../knowledge/load.ts";
import { createInterpreter } from "../understanding/interpret.ts";
import { readExamples } from "../understanding/model/examples.ts";
import { saveModels } from "../understanding/model/models.ts";
import { examplesIn, readTalks } from "../understanding/model/talks.ts";
import { trainModels } from "../understanding/model/train-models.ts";
import { trainRankers } from "../understanding/model/train-rankers.ts";
import { loadLexicon } from "../understanding/text/lexicon.ts";
import { ARTIFACTS_DIR, KNOWLEDGE_DIR, PACKAGE_ROOT } from "./paths.ts";

/**
 * The second half of `npm run build`: compiles the knowledge base and trains the models from `knowledge/examples` and
 * `knowledge/talks`. Deterministic; skipped where neither the knowledge nor the code of understanding has changed since.
 */
async function build(): Promise<void> {
  const texts = await readKnowledgeTexts(KNOWLEDGE_DIR);
  const stampFile = join(ARTIFACTS_DIR, "stamp");
  const stamp = await stampOf(texts);
  if ((await readFile(stampFile, "utf8").catch(() => "")) === stamp) return;
  await rm(stampFile, { force: true });
  await mkdir(ARTIFACTS_DIR, { recursive: true });
  await writeFile(join(ARTIFACTS_DIR, "knowledge.json"), compileKnowledge(texts));
  // The sentence encoder takes as long as all the rest: where there is a second core, it has it to itself.
  const meaning = new Worker(new URL("./build-meaning.js", import.meta.url));
  await Promise.all([once(meaning, "exit"), trainOnWords(parseKnowledge(texts))]);
  await writeFile(stampFile, stamp);
}

async function trainOnWords(knowledge: Knowledge): Promise<void> {
  const examples = await readExamples(join(KNOWLEDGE_DIR, "examples"));
  const talks = await readTalks(join(KNOWLEDGE_DIR, "talks"), knowledge);
  const models = trainModels([...examples, ...examplesIn(talks)], knowledge);
  // The ranking learns how far the models can be trusted: by ones that have not seen its talks.
  const withoutTalks = trainModels(examples, knowledge, models);
  const rankers = await trainRankers(
    talks,
    createInterpreter(knowledge, withoutTalks, loadLexicon()),
    (question) => rolesOffered(answerQuestion(question, knowledge)),
  );
  await saveModels(ARTIFACTS_DIR, { ...models, rankers });
}

async function stampOf(texts: ReadonlyMap<string, string>): Promise<string> {
  const hash = createHash("sha256");
  for (const [name, text] of texts) hash.update(`${name}\0${text}\0`);
  for (const folder of [
    join(KNOWLEDGE_DIR, "examples"),
    join(KNOWLEDGE_DIR, "talks"),
    join(PACKAGE_ROOT, "dist", "understanding"),
    join(PACKAGE_ROOT, "dist", "knowledge"),
  ]) {
    for (const name of (await readdir(folder, { recursive: true })).sort()) {
      if (/\.(?:js|jsonl|yaml)$/.test(name))
        hash.update(`${name}\0`).update(await readFile(join(folder, name)));
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
