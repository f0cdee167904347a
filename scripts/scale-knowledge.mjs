#!/usr/bin/env node
// Writes a knowledge folder many times the size of ours, for measuring: each role again and again under a made-up name.
//
//   node scripts/scale-knowledge.mjs --to FOLDER [--from knowledge] [--times 100]
//
// Names, aliases and ids stay unique, a copy's neighbours are roles of the same copy, and its pay is copied with it; the
// vocabulary, topics and sources stay as they are.
import { cp, mkdir, readdir, readFile, realpath, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const STARTS = ["ba", "do", "fe", "gu", "ka", "lo", "mi", "nu", "po", "ra"];
const ENDS = [
  "bor",
  "dan",
  "fil",
  "gom",
  "kel",
  "lun",
  "mar",
  "nis",
  "pol",
  "rud",
  "sam",
  "tev",
  "vor",
  "zan",
];
const MOST_TIMES = STARTS.length * ENDS.length + 1;

/** Two syllables that no role, skill or English word begins with: "bador", "dofil". */
const madeUpWord = (copy) => `${STARTS[copy % STARTS.length]}${ENDS[Math.floor(copy / STARTS.length)]}`;

/** Writes `times` times the roles of `from` to `to`, the first time as they are; returns how many there are. */
export async function scaleKnowledge(from, to, times) {
  if (!(times >= 1 && times <= MOST_TIMES)) throw new Error(`--times is a number from 1 to ${MOST_TIMES}`);
  await mkdir(join(to, "roles"), { recursive: true });
  await cp(await realpath(from), to, { recursive: true });
  const files = (await readdir(join(from, "roles"))).filter((name) => name.endsWith(".md"));
  const [columns, ...rows] = (await readFile(join(from, "salaries.csv"), "utf8")).trimEnd().split("\n");
  for (const file of files) {
    const text = await readFile(join(from, "roles", file), "utf8");
    for (let copy = 0; copy < times - 1; copy++) {
      const word = madeUpWord(copy);
      await writeFile(join(to, "roles", `${word}-${file}`), renamed(text, word));
    }
  }
  const copies = Array.from({ length: times - 1 }, (_, copy) =>
    rows.map((row) => `${madeUpWord(copy)}-${row}`),
  );
  await writeFile(join(to, "salaries.csv"), `${[columns, ...rows, ...copies.flat()].join("\n")}\n`);
  return files.length * times;
}

function renamed(text, word) {
  const [, front, body] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text);
  const Word = word[0].toUpperCase() + word.slice(1);
  let list = "";
  const lines = front.split("\n").map((line) => {
    list = /^(\w+):/.exec(line)?.[1] ?? list;
    if (/aliases|hiddenAliases/.test(list)) return line.replace(/^( {2}- )(.*)$/, `$1${word} $2`);
    return line
      .replace(/^id: /, `id: ${word}-`)
      .replace(/^name: /, `name: ${Word} `)
      .replace(/^(short: )(.*)$/, (_, key, short) => `${key}${`${Word} ${short}`.slice(0, 24).trim()}`)
      .replace(/\brole: /, `role: ${word}-`);
  });
  return `---\n${lines.join("\n")}\n---\n${body}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: {
      from: { type: "string", default: fileURLToPath(new URL("../knowledge", import.meta.url)) },
      to: { type: "string" },
      times: { type: "string", default: "100" },
    },
  });
  if (!values.to) {
    console.error("usage: node scripts/scale-knowledge.mjs --to FOLDER [--from knowledge] [--times 100]");
    process.exit(2);
  }
  console.log(`${await scaleKnowledge(values.from, values.to, Number(values.times))} roles in ${values.to}`);
}
