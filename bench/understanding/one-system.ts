/** One system in a process of its own, asked round after round; sends a `Figures`. */
import { parseArgs } from "node:util";
import { loadKnowledgeFast } from "../../src/knowledge/compiled.ts";
import { median, quantile } from "../measured/statistics.ts";
import type { Figures } from "./in-its-own-process.ts";
import { labelledQuestions, withRolesNamed } from "./question-texts.ts";
import { OURS, SYSTEMS, type System, type SystemName } from "./systems.ts";

const ROUNDS = 5;
const FIRST_QUESTION = "what does a data engineer earn";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    folder: { type: "string", default: OURS.folder },
    compiled: { type: "string", default: OURS.compiled },
    "roles-named": { type: "boolean", default: false },
  },
});

const started = performance.now();
const system: System = await SYSTEMS[positionals[0] as SystemName](values);
await system.answer(FIRST_QUESTION);
const readyMs = performance.now() - started;

const texts = (await questions()).slice(0, system.most);
await oneRound(0);
const before = process.cpuUsage();
const rounds: Awaited<ReturnType<typeof oneRound>>[] = [];
for (let n = 1; n <= ROUNDS; n++) rounds.push(await oneRound(n));
const { user, system: kernel } = process.cpuUsage(before);

const times = texts.map((_, n) => median(rounds.map((round) => round[n]?.micros ?? Number.NaN)));
const encoding = times.filter((_, n) => rounds[0]?.[n]?.encoded);
const figures: Figures = {
  questions: texts.length,
  readyMs,
  p50: median(times),
  p99: quantile(times, 0.99),
  perSecond: (1e6 * ROUNDS * texts.length) / (user + kernel),
  encodedShare: encoding.length / texts.length,
  encodedP50: median(encoding),
  megabytes: process.memoryUsage.rss() / 2 ** 20,
};
process.send?.(figures);

/** For each text how long its answer took, and whether the sentence encoder was asked. */
async function oneRound(round: number): Promise<{ micros: number; encoded: boolean }[]> {
  // NLP.js keeps its answers by text: with spaces behind it a text is new to it, and the same question to all.
  const spaces = " ".repeat(round);
  const answers = [];
  for (const text of texts) {
    const encodedBefore = system.encoded?.();
    const from = performance.now();
    await system.answer(text + spaces);
    const micros = 1_000 * (performance.now() - from);
    answers.push({ micros, encoded: system.encoded?.() !== encodedBefore });
  }
  return answers;
}

async function questions(): Promise<string[]> {
  const labelled = await labelledQuestions();
  if (!values["roles-named"]) return labelled;
  const { roles } = await loadKnowledgeFast(values.folder, values.compiled);
  return withRolesNamed(
    labelled,
    [...roles.values()].map(({ name }) => name),
  );
}
