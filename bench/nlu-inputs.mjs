#!/usr/bin/env node
// Turns public intent-classification data sets into inputs of classify-bench.
//   node bench/nlu-inputs.mjs DATA_DIR OUT_DIR
// DATA_DIR holds clinc150/data_full.json, banking77/{train,test}.csv and hwu64/hwu64.tsv as their authors publish them.
// Each OUT_DIR/NAME.json has what the classifier may see; NAME.truth.json the labels of its test lines, for scoring alone.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";

const SEED = 7;
const [dataDir, outDir] = process.argv.slice(2);
if (!dataDir || !outDir) {
  console.error("usage: node bench/nlu-inputs.mjs DATA_DIR OUT_DIR");
  process.exit(2);
}
mkdirSync(outDir, { recursive: true });
clinc150();
banking77();
hwu64();

function clinc150() {
  const data = JSON.parse(read("clinc150/data_full.json"));
  const pairs = (rows) => rows.map(([text, label]) => ({ text, label }));
  write("clinc150", {
    train: pairs(data.train),
    val: pairs(data.val),
    oosVal: data.oos_val.map(([text]) => text),
    test: [...pairs(data.test), ...data.oos_test.map(([text]) => ({ text, label: null }))],
  });
}

function banking77() {
  const rows = (file) =>
    parse(read(`banking77/${file}`), { columns: true }).map(({ text, category }) => ({
      text,
      label: category,
    }));
  write("banking77", { ...holdOut(rows("train.csv")), oosVal: [], test: rows("test.csv") });
}

function hwu64() {
  const rows = parse(read("hwu64/hwu64.tsv"), { columns: true, delimiter: "\t", quote: null });
  const pair = ({ intent, text_normalised }) => ({ text: text_normalised, label: intent });
  const inFold = (row) => row.test_fold === "1";
  write("hwu64", {
    ...holdOut(rows.filter((row) => !inFold(row)).map(pair)),
    oosVal: [],
    test: rows.filter(inFold).map(pair),
  });
}

/** These sets name no validation part: all lines train, and `val` stays empty. */
function holdOut(train) {
  return { train, val: [] };
}

function write(name, { train, val, oosVal, test }) {
  const input = { v: 1, name, train, val, oosVal, test: test.map(({ text }) => text), seed: SEED };
  writeFileSync(join(outDir, `${name}.json`), JSON.stringify(input));
  writeFileSync(join(outDir, `${name}.truth.json`), JSON.stringify(test.map(({ label }) => label)));
  console.log(
    `${name}: ${train.length} train, ${val.length} val, ${oosVal.length} oosVal, ${test.length} test`,
  );
}

function read(path) {
  return readFileSync(join(dataDir, path), "utf8");
}
