#!/usr/bin/env node
// Scores what classify-bench wrote: node bench/nlu-score.mjs TRUTH.json OUTPUT.jsonl
// TRUTH is the list of labels that nlu-inputs wrote; null stands for out of scope.
import { readFileSync } from "node:fs";

const [truthFile, outputFile] = process.argv.slice(2);
if (!truthFile || !outputFile) {
  console.error("usage: node bench/nlu-score.mjs TRUTH.json OUTPUT.jsonl");
  process.exit(2);
}
const truth = JSON.parse(readFileSync(truthFile, "utf8"));
const rows = readFileSync(outputFile, "utf8")
  .split("\n")
  .filter(Boolean)
  .map((line) => JSON.parse(line));
const { timing } = rows.pop();
if (rows.length !== truth.length) throw new Error(`${rows.length} answers to ${truth.length} texts.`);

const inScope = rows.filter((_, at) => truth[at] !== null);
const outside = rows.filter((_, at) => truth[at] === null);
const right = rows.filter((row, at) => truth[at] !== null && row.label === truth[at]);
const result = {
  accuracy: percent(right.length, inScope.length),
  keptAndRight: percent(right.filter((row) => !row.oos).length, inScope.length),
};
if (outside.length > 0 && rows.every((row) => typeof row.score === "number")) {
  result.auroc = Number(auroc(inScope, outside).toFixed(4));
  result.keptInScope = percent(inScope.filter((row) => !row.oos).length, inScope.length);
  result.outOfScopeRecall = percent(outside.filter((row) => row.oos).length, outside.length);
}
console.log(JSON.stringify({ ...result, timing }));

/** The chance that a text in scope scores higher than one out of scope, ties counting half. */
function auroc(kept, refused) {
  const all = [
    ...kept.map(({ score }) => ({ score, in: 1 })),
    ...refused.map(({ score }) => ({ score, in: 0 })),
  ];
  all.sort((one, other) => one.score - other.score);
  let ranks = 0;
  for (let from = 0; from < all.length; ) {
    let to = from;
    while (to < all.length && all[to].score === all[from].score) to++;
    for (let at = from; at < to; at++) if (all[at].in) ranks += (from + to + 1) / 2;
    from = to;
  }
  return (ranks - (kept.length * (kept.length + 1)) / 2) / (kept.length * refused.length);
}

function percent(part, whole) {
  return Number(((100 * part) / whole).toFixed(2));
}
