#!/usr/bin/env node
// Fits the weights of src/understanding/deciding/confidence.ts on labelled questions, and says what thresholds would do.
//   node scripts/fit-confidence.mjs LABELLED.jsonl …        (after npm run build)
// The questions must not be among the examples that the models learn from.
import { readFileSync } from "node:fs";
import { evaluateQuestions } from "../dist/cli/evaluation.js";
import { loadBrain } from "../dist/cli/load-brain.js";
import { KNOWLEDGE_DIR } from "../dist/cli/paths.js";
import { readLabelled } from "../dist/understanding/labelled.js";

const PARTS = 5;
const PASSES = 4_000;
const RATE = 0.5;
/** Keeps weights small where few questions speak for them. */
const PENALTY = 0.0002;

const files = process.argv.slice(2);
if (files.length === 0) {
  console.error("usage: node scripts/fit-confidence.mjs LABELLED.jsonl …");
  process.exit(2);
}
const rows = await readRows();
const signs = Object.keys(rows[0].signs).filter((sign) => sign !== "inTalk");
const held = new Array(rows.length);
for (const [name, inTalk] of [
  ["by themselves", 0],
  ["in a talk", 1],
]) {
  const some = rows.flatMap((row, at) => (row.signs.inTalk === inTalk ? [at] : []));
  if (some.length === 0) continue;
  console.log(`\n${name} (${some.length}):`);
  for (const [sign, weight] of Object.entries(fitWeights(some)))
    console.log(`  ${sign}: ${weight.toFixed(2)},`);
  for (let part = 0; part < PARTS; part++) {
    const weights = fitWeights(some.filter((_, n) => n % PARTS !== part));
    for (const [n, at] of some.entries())
      if (n % PARTS === part) held[at] = probability(weights, rows[at].signs);
  }
}
const all = rows.map((_, at) => at);
console.log("\nby what was fitted on the other parts:");
for (const from of [0.7, 0.75, 0.8, 0.85, 0.9]) {
  const answered = all.filter((at) => held[at] >= from);
  const wrong = answered.filter((at) => !rows[at].right).length;
  const share = (n) => `${((100 * n) / rows.length).toFixed(1)}%`;
  console.log(`answers from ${from}: ${share(answered.length)} answered, ${share(wrong)} of all wrongly`);
}

async function readRows() {
  const brain = await loadBrain(KNOWLEDGE_DIR);
  const found = [];
  const watching = {
    ...brain,
    async respond(text, focus) {
      const response = await brain.respond(text, focus);
      found.push(response);
      return response;
    },
  };
  const right = [];
  for (const file of files) {
    const report = await evaluateQuestions(readLabelled(readFileSync(file, "utf8"), file), watching);
    const missed = new Set(report.misses.map((miss) => miss.got));
    for (const { question } of found.slice(right.length)) right.push(!missed.has(question));
  }
  return found
    .map((response, at) => ({ ...response, right: right[at] }))
    .filter(({ signs: each, question }) => each && question.intent !== "out-of-scope");
}

/** Logistic regression by gradient descent. */
function fitWeights(lines) {
  const weights = Object.fromEntries(signs.map((sign) => [sign, 0]));
  for (let pass = 0; pass < PASSES; pass++) {
    const slope = Object.fromEntries(
      signs.map((sign) => [sign, sign === "always" ? 0 : PENALTY * weights[sign]]),
    );
    for (const at of lines) {
      const error = probability(weights, rows[at].signs) - Number(rows[at].right);
      for (const sign of signs) slope[sign] += (error * rows[at].signs[sign]) / lines.length;
    }
    for (const sign of signs) weights[sign] -= RATE * slope[sign];
  }
  return weights;
}

function probability(weights, of) {
  return 1 / (1 + Math.exp(-signs.reduce((sum, sign) => sum + weights[sign] * of[sign], 0)));
}
