#!/usr/bin/env node
// Our classifier beside natural's Bayes and NLP.js: same data, same run, each in a process of its own.
//   node bench/classify-peers.mjs INPUT.json …        (after npm run build; inputs by bench/nlu-inputs.mjs)
// INPUT's labels of test texts are read from INPUT with .truth.json for .json, and by this script alone.
// Prints a Markdown table: accuracy in scope, training time, time a question, peak memory.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { trainBayes, trainNlpJs } from "./peers.mjs";

/** NLP.js learns 0.6 at a time as shipped, which does not settle where there are many labels. */
const TUNED_RATE = 0.1;

const CLASSIFIERS = {
  "natural Bayes, stop words kept": async (_input, labelled) => (await trainBayes(labelled)).classify,
  "NLP.js as shipped": async (_input, labelled) => (await trainNlpJs(labelled)).classify,
  [`NLP.js, learning rate ${TUNED_RATE}`]: async (_input, labelled) =>
    (await trainNlpJs(labelled, { learningRate: TUNED_RATE })).classify,
  "ours, linear alone": oursLinear,
  "ours, cascade": (input) => ours(input, false),
  "ours, both readings": (input) => ours(input, true),
};

if (process.argv[2] === "--one") await runOne(process.argv[3], process.argv[4]);
else runAll(process.argv.slice(2));

function runAll(files) {
  if (files.length === 0) {
    console.error("usage: node bench/classify-peers.mjs INPUT.json …");
    process.exitCode = 2;
    return;
  }
  for (const file of files) {
    console.log(`\n| ${basename(file, ".json")} | accuracy % | training s | µs a question, p50 | peak MB |`);
    console.log("| --- | --- | --- | --- | --- |");
    for (const name of Object.keys(CLASSIFIERS)) {
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        [fileURLToPath(import.meta.url), "--one", name, file],
        { encoding: "utf8", maxBuffer: 2 ** 26 },
      );
      if (status !== 0) throw new Error(`${name} failed: ${stderr.slice(-2_000)}`);
      const { accuracy, trainS, p50, peakMB } = JSON.parse(stdout.trim().split("\n").at(-1));
      console.log(`| ${name} | ${accuracy} | ${trainS} | ${p50} | ${peakMB} |`);
    }
  }
}

async function runOne(name, file) {
  const input = JSON.parse(readFileSync(file, "utf8"));
  // Ours tunes on the validation part before it trains on it too; the others have nothing to tune and train on all at once.
  const labelled = [...input.train, ...(input.val ?? [])];
  const truth = JSON.parse(readFileSync(file.replace(/\.json$/, ".truth.json"), "utf8"));
  const start = performance.now();
  const classify = await CLASSIFIERS[name](input, labelled);
  const trainS = (performance.now() - start) / 1_000;
  const latencies = [];
  let right = 0;
  for (const [at, text] of input.test.entries()) {
    const before = performance.now();
    const label = await classify(text);
    latencies.push((performance.now() - before) * 1_000);
    if (truth[at] !== null && label === truth[at]) right++;
  }
  latencies.sort((one, other) => one - other);
  console.log(
    JSON.stringify({
      accuracy: ((100 * right) / truth.filter((label) => label !== null).length).toFixed(1),
      trainS: trainS.toFixed(1),
      p50: Math.round(latencies[latencies.length >> 1] ?? 0),
      peakMB: Math.round(process.resourceUsage().maxRSS / 1_024),
    }),
  );
}

async function oursLinear({ seed }, lines) {
  const { score, train } = await import("../dist/understanding/classifier/index.js");
  const examples = lines.map(({ text, label }) => ({ text, labels: [label] }));
  const model = train(examples, { kind: "one-of", seed, folds: 0 });
  return (text) => score(model, text)[0].label;
}

async function ours(input, always) {
  const { loadSentenceEncoder } = await import("../dist/understanding/classifier/sentence-encoder.js");
  const { trainReader } = await import("./classify-reader.mjs");
  const encoder = await loadSentenceEncoder();
  const reader = trainReader(input, (text) => encoder.encode(text), { always });
  return (text) => reader.read(text).label;
}
