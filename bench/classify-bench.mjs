#!/usr/bin/env node
// Trains and tests the product's classifier on data of any kind.
//   node bench/classify-bench.mjs [--cascade] INPUT.json …        (after npm run build)
// INPUT: {"v":1,"train":[{"text","label"}],"val":[{"text","label"}],"oosVal":[text],"test":[text],"seed":1}
// Writes one {"label","score","oos"} line a test text (`score`: how sure it is in scope, 0 to 1), then
// {"timing":{"trainMs","latencyUs":{"p50","p99"},"rssMB":{"peak"}}}. With --cascade the embedding is asked only where the
// linear model is undecided; `score` and `oos` are then left out where it was not asked, and the last line has its share.
import { readFileSync } from "node:fs";
import { loadSentenceEncoder } from "../dist/understanding/classifier/sentence-encoder.js";
import { trainReader } from "./classify-reader.mjs";

const args = process.argv.slice(2);
const always = !args.includes("--cascade");
const files = args.filter((each) => each !== "--cascade");
if (files.length === 0) {
  console.error("usage: node bench/classify-bench.mjs [--cascade] INPUT.json …");
  process.exit(2);
}

for (const file of files) {
  const input = JSON.parse(readFileSync(file, "utf8"));
  if (input.v !== 1) throw new Error(`${file} is of version ${input.v}; this reads version 1.`);
  const start = performance.now();
  const encoder = await loadSentenceEncoder();
  const reader = trainReader(input, (text) => encoder.encode(text), { always });
  const trainMs = performance.now() - start;

  const latencies = [];
  const lines = [];
  let asked = 0;
  for (const text of input.test) {
    const before = performance.now();
    const { label, score, oos, asked: both } = reader.read(text);
    latencies.push((performance.now() - before) * 1_000);
    if (both) asked++;
    lines.push(JSON.stringify({ label, score: score === undefined ? undefined : round(score, 5), oos }));
  }
  latencies.sort((one, other) => one - other);
  const at = (share) =>
    Math.round(latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? 0);
  const timing = {
    trainMs: Math.round(trainMs),
    latencyUs: { p50: at(0.5), p99: at(0.99) },
    rssMB: { peak: Math.round(process.resourceUsage().maxRSS / 1_024) },
    ...(always ? {} : { askedShare: round(asked / Math.max(input.test.length, 1), 4) }),
  };
  process.stdout.write(`${[...lines, JSON.stringify({ timing })].join("\n")}\n`);
}

function round(value, digits) {
  return Number(value.toFixed(digits));
}
