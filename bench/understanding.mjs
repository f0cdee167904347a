// What it costs to understand and answer a question: time, share that asks the sentence encoder, start, memory, and growth
// with the knowledge base; each beside `natural` Bayes on the same questions in the same run.
//
//   npm run build && node bench/understanding.mjs [--rounds 7] [--starts 5] [--times 1,10,100]
//
// Every system runs in a process of its own. Bayes does less: it names an intent (or, in the last table, a role) and
// neither finds names nor answers. A question's time is its median over rounds, after one round that warms up, so that
// p99 is the slowest kind of question rather than the moment when another process had the core; "CPU µs" is the mean.
import { execFileSync, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { createBrain } from "../dist/conversations/brain.js";
import { compileKnowledge } from "../dist/knowledge/compile.js";
import { loadKnowledgeFast } from "../dist/knowledge/compiled.js";
import { readKnowledgeTexts } from "../dist/knowledge/texts.js";
import { loadSentenceEncoder } from "../dist/understanding/classifier/sentence-encoder.js";
import { readExamples } from "../dist/understanding/model/examples.js";
import { createMeaning, loadMeaning } from "../dist/understanding/model/meaning.js";
import { loadModels } from "../dist/understanding/model/models.js";
import { loadLexicon } from "../dist/understanding/text/lexicon.js";
import { scaleKnowledge } from "../scripts/scale-knowledge.mjs";
import { saveBayes, trainBayes } from "./answering-peers.mjs";

const path = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));
const ARTIFACTS = path("dist/artifacts");
const KNOWLEDGE = path("knowledge");
const QUESTION = "what does a data engineer earn";
/** Bayes over thousands of roles takes a large part of a second a question. */
const MOST_PEER_QUESTIONS = 60;

const { values: options } = parseArgs({
  options: {
    rounds: { type: "string", default: "7" },
    starts: { type: "string", default: "5" },
    times: { type: "string", default: "1,10,100" },
    // What one process of its own measures.
    one: { type: "string" },
    folder: { type: "string", default: KNOWLEDGE },
    compiled: { type: "string", default: join(ARTIFACTS, "knowledge.json") },
    named: { type: "boolean", default: false },
  },
});
const ROUNDS = Number(options.rounds);

const SYSTEMS = {
  "Rolewise, words alone": () => rolewise(false),
  Rolewise: () => rolewise(true),
  "natural Bayes, intent alone": bayesOnIntents,
  "natural Bayes, role alone": bayesOnRoles,
};

if (options.one) console.log(JSON.stringify(await measure(options.one)));
else await main();

async function main() {
  console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0].model}, ${ROUNDS} rounds`);
  const folder = await mkdtemp(join(tmpdir(), "rolewise-understanding-"));
  try {
    compareSystems();
    await compareStarts(folder);
    await compareGrowth(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

function compareSystems() {
  let asks = { asking: 0 };
  console.log("\n| the labelled questions | ready ms | p50 µs | p99 µs | CPU µs | a second | process MB |");
  console.log("| --- | --- | --- | --- | --- | --- | --- |");
  for (const name of ["Rolewise, words alone", "Rolewise", "natural Bayes, intent alone"]) {
    const { readyMs, p50, p99, cpu, perSecond, rssMB, ...found } = inItsOwnProcess(name);
    row([name, readyMs, p50, p99, cpu, perSecond, rssMB]);
    if (found.asking !== undefined) asks = found;
  }
  const share = (100 * asks.asking).toFixed(1);
  console.log(
    `\nOf ${asks.questions} questions ${share}% ask the sentence encoder; then p50 is ${asks.askingP50} µs.`,
  );
}

/** From the start of the process to its first answer, the whole of it on standard output. */
async function compareStarts(folder) {
  const model = join(folder, "bayes.json");
  await writeFile(model, saveBayes(await trainBayes(await intentExamples())));
  console.log(`\n| ${options.starts} cold starts to the first answer | median ms | slowest ms |`);
  console.log("| --- | --- | --- |");
  const commands = {
    "node, nothing else": ["-e", "process.stdout.write('answer')"],
    "rolewise ask": [path("bin/rolewise.js"), "ask", QUESTION],
    "natural Bayes, a saved model": [path("bench/answering-peers.mjs"), model, QUESTION],
  };
  const taken = new Map(Object.keys(commands).map((name) => [name, []]));
  // Taking turns, so that what else the machine does falls on all alike.
  for (let n = 0; n < Number(options.starts); n++) {
    for (const [name, argv] of Object.entries(commands)) taken.get(name).push(await timeToFirstOutput(argv));
  }
  for (const [name, times] of taken) row([name, median(times).toFixed(0), Math.max(...times).toFixed(0)]);
}

function timeToFirstOutput(argv) {
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, argv, { stdio: ["ignore", "pipe", "inherit"] });
    let first;
    child.stdout.on("data", () => {
      first ??= performance.now() - started;
    });
    child.on("close", (code) =>
      code === 0 && first !== undefined
        ? resolve(first)
        : reject(new Error(`${argv.join(" ")} ended with ${code}`)),
    );
  });
}

async function compareGrowth(folder) {
  console.log("\n| roles | system | ready ms | p50 µs | p99 µs | CPU µs | × p50 of the first | process MB |");
  console.log("| --- | --- | --- | --- | --- | --- | --- | --- |");
  const first = new Map();
  for (const times of options.times.split(",").map(Number)) {
    const base = join(folder, `times-${times}`);
    const roles = await scaleKnowledge(KNOWLEDGE, base, times);
    const compiled = `${base}.json`;
    await writeFile(compiled, compileKnowledge(await readKnowledgeTexts(base)));
    for (const name of ["Rolewise, words alone", "Rolewise", "natural Bayes, role alone"]) {
      const { readyMs, p50, p99, cpu, rssMB } = inItsOwnProcess(name, [
        "--named",
        "--folder",
        base,
        "--compiled",
        compiled,
      ]);
      if (!first.has(name)) first.set(name, p50);
      row([roles, name, readyMs, p50, p99, cpu, (p50 / first.get(name)).toFixed(2), rssMB]);
    }
  }
}

function inItsOwnProcess(name, more = []) {
  const argv = [fileURLToPath(import.meta.url), "--one", name, "--rounds", options.rounds, ...more];
  return JSON.parse(execFileSync(process.execPath, argv, { encoding: "utf8", maxBuffer: 2 ** 24 }));
}

async function measure(name) {
  const started = performance.now();
  const system = await SYSTEMS[name]();
  await system.answer(QUESTION);
  const readyMs = Math.round(performance.now() - started);
  const texts = (await questionTexts(system.roleNames)).slice(0, system.most);
  await oneRound(texts, system);
  const before = process.cpuUsage();
  const rounds = [];
  for (let n = 0; n < ROUNDS; n++) rounds.push(await oneRound(texts, system));
  const { user, system: kernel } = process.cpuUsage(before);
  const times = texts.map((_, n) => median(rounds.map((round) => round[n].taken)));
  const asking = times.filter((_, n) => rounds[0][n].asked);
  return {
    questions: texts.length,
    readyMs,
    p50: Math.round(median(times)),
    p99: Math.round(quantile(times, 0.99)),
    cpu: Math.round((user + kernel) / (ROUNDS * texts.length)),
    perSecond: Math.round((1e6 * texts.length) / times.reduce((sum, each) => sum + each, 0)),
    asking: system.calls && asking.length / texts.length,
    askingP50: asking.length > 0 ? Math.round(median(asking)) : undefined,
    rssMB: Math.round(process.memoryUsage().rss / 2 ** 20),
  };
}

/** For each text how long its answer took in µs, and whether the encoder was asked. */
async function oneRound(texts, { answer, calls }) {
  const answers = [];
  for (const text of texts) {
    const before = calls?.();
    const from = performance.now();
    await answer(text);
    answers.push({
      taken: 1_000 * (performance.now() - from),
      asked: calls !== undefined && calls() > before,
    });
  }
  return answers;
}

/** As `rolewise ask --jsonl` answers, over the models of the last build. */
async function rolewise(withEncoder) {
  const [knowledge, models] = await Promise.all([
    loadKnowledgeFast(options.folder, options.compiled),
    loadModels(ARTIFACTS),
  ]);
  const meaning = createMeaning(async () => {
    const [encoder, heads] = await Promise.all([loadSentenceEncoder(), loadMeaning(ARTIFACTS)]);
    return { encoder, models: heads };
  });
  let count = 0;
  const counted = Object.fromEntries(
    Object.entries(meaning).map(([key, call]) => [
      key,
      (...given) => {
        count += 1;
        return call(...given);
      },
    ]),
  );
  const brain = createBrain(knowledge, models, loadLexicon(), withEncoder ? counted : undefined);
  return {
    answer: (text) => brain.respond(text, undefined),
    calls: withEncoder ? () => count : undefined,
    roleNames: [...knowledge.roles.values()].map((role) => role.name),
  };
}

async function bayesOnIntents() {
  const classifier = await trainBayes(await intentExamples());
  return { answer: (text) => classifier.classify(text) };
}

/** Trained on every name of every role. */
async function bayesOnRoles() {
  const { roles } = await loadKnowledgeFast(options.folder, options.compiled);
  const classifier = await trainBayes(
    [...roles.values()].flatMap((role) =>
      [role.name, ...role.aliases].map((text) => ({ text, label: role.id })),
    ),
  );
  return {
    answer: (text) => classifier.classify(text),
    roleNames: [...roles.values()].map((role) => role.name),
    most: MOST_PEER_QUESTIONS,
  };
}

async function intentExamples() {
  const examples = await readExamples(join(KNOWLEDGE, "examples"));
  return examples.map(({ text, intent }) => ({ text, label: intent }));
}

/** The labelled questions; for growth, by turns with ones that name roles from all over the knowledge base. */
async function questionTexts(roleNames) {
  const file = path("test/understanding/questions.jsonl");
  if (!existsSync(file)) throw new Error(`${file} is missing: run this from a checkout.`);
  const texts = (await readFile(file, "utf8"))
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line).text);
  if (!options.named || !roleNames) return texts;
  const step = roleNames.length / texts.length;
  return texts.flatMap((text, n) => [
    text,
    `what does a ${roleNames[Math.floor(n * step)].toLowerCase()} earn`,
  ]);
}

function quantile(numbers, share) {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}

function median(numbers) {
  return quantile(numbers, 0.5);
}

function row(cells) {
  console.log(`| ${cells.join(" | ")} |`);
}
