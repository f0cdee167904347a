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
import { saveRankers } from "../understanding/model/models.ts";
import { readTalks } from "../understanding/model/talks.ts";
import { type Scale, type Scales, trainModels } from "../understanding/model/train-models.ts";
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
  // What a second core can do meanwhile.
  const beside = new Worker(new URL("./build-beside.js", import.meta.url));
  const done = once(beside, "exit");
  await trainRanking(parseKnowledge(texts), (scales) => beside.postMessage(scales));
  const [code] = await done;
  if (code !== 0) throw new Error("The models could not be trained.");
  await writeFile(stampFile, stamp);
}

/**
 * The ranking learns how far the word models can be trusted: by ones that have not seen its talks. `giveScales` takes what they
 * found about probabilities, for the models that the bot will use.
 */
async function trainRanking(knowledge: Knowledge, giveScales: (scales: Scales) => void): Promise<void> {
  const models = trainModels(await readExamples(join(KNOWLEDGE_DIR, "examples")), knowledge);
  giveScales({ intents: scaleOf(models.intents), topics: scaleOf(models.topics) });
  const rankers = await trainRankers(
    await readTalks(join(KNOWLEDGE_DIR, "talks"), knowledge),
    createInterpreter(knowledge, models, loadLexicon()),
    (question) => rolesOffered(answerQuestion(question, knowledge)),
  );
  await saveRankers(ARTIFACTS_DIR, rankers);
}

function scaleOf({ slope, offset }: Scale): Scale {
  return { slope, offset };
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
