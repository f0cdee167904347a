// How long the knowledge base takes to load, at its size and at a hundred times that, each in a process of its own: from the
// files (full), and from the compiled file that the build writes (fast). Exits 1 where 100 times the roles take over 10 s.
//
//   npm run build && node bench/knowledge-scale.mjs [--times 100] [--runs 5]
import { execFileSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { compileKnowledge } from "../dist/knowledge/compile.js";
import { loadKnowledgeFast } from "../dist/knowledge/compiled.js";
import { loadKnowledge, readKnowledgeTexts } from "../dist/knowledge/load.js";
import { scaleKnowledge } from "../scripts/scale-knowledge.mjs";

const KNOWLEDGE = fileURLToPath(new URL("../knowledge", import.meta.url));
const MOST_MS = 10_000;
const { values: options } = parseArgs({
  options: {
    times: { type: "string", default: "100" },
    runs: { type: "string", default: "5" },
    // What one process of its own measures: --load full|fast --folder FOLDER --compiled FILE
    load: { type: "string" },
    folder: { type: "string", default: KNOWLEDGE },
    compiled: { type: "string", default: "" },
  },
});

if (options.load) await loadOnce();
else await main();

/** Writes the ms of one load, the longest that it held the event loop, and the memory of the process. */
async function loadOnce() {
  let held = 0;
  let last = performance.now();
  const watch = () => {
    const now = performance.now();
    held = Math.max(held, now - last);
    last = now;
    timer = setImmediate(watch);
  };
  let timer = setImmediate(watch);
  const started = performance.now();
  const before = process.cpuUsage();
  const knowledge =
    options.load === "full"
      ? await loadKnowledge(options.folder)
      : await loadKnowledgeFast(options.folder, options.compiled);
  const ms = performance.now() - started;
  const { user, system } = process.cpuUsage(before);
  await new Promise((resolve) => setImmediate(resolve));
  clearImmediate(timer);
  console.log(
    JSON.stringify({
      ms,
      cpu: (user + system) / 1000,
      held,
      rss: process.memoryUsage().rss,
      roles: knowledge.roles.size,
    }),
  );
}

async function main() {
  const folder = await mkdtemp(join(tmpdir(), "rolewise-scale-"));
  console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0].model}, ${options.runs} runs a line`);
  console.log("| roles | load | p50 ms | slowest ms | CPU ms | holds the loop ms | process MB |");
  console.log("| --- | --- | --- | --- | --- | --- | --- |");
  let tooSlow = false;
  try {
    await scaleKnowledge(KNOWLEDGE, join(folder, "base"), Number(options.times));
    for (const [name, base] of [
      ["ours", KNOWLEDGE],
      ["scaled", join(folder, "base")],
    ]) {
      const compiled = join(folder, `${name}.json`);
      await writeFile(compiled, compileKnowledge(await readKnowledgeTexts(base)));
      for (const load of ["full", "fast"]) {
        const slowest = measure(load, base, compiled);
        if (load === "full" && slowest > MOST_MS) tooSlow = true;
      }
    }
  } finally {
    await rm(folder, { recursive: true });
  }
  if (tooSlow) {
    console.error(`A full load took more than ${MOST_MS / 1000} s.`);
    process.exitCode = 1;
  }
}

function measure(load, folder, compiled) {
  const self = fileURLToPath(import.meta.url);
  const argv = [self, "--load", load, "--folder", folder, "--compiled", compiled];
  const runs = Array.from({ length: Number(options.runs) }, () =>
    JSON.parse(execFileSync(process.execPath, argv, { encoding: "utf8" })),
  ).sort((a, b) => a.ms - b.ms);
  const slowest = runs.at(-1);
  const middle = runs[Math.floor(runs.length / 2)];
  const held = Math.max(...runs.map((run) => run.held));
  const line = [
    middle.roles,
    load,
    middle.ms.toFixed(0),
    slowest.ms.toFixed(0),
    middle.cpu.toFixed(0),
    held.toFixed(0),
  ];
  console.log(`| ${[...line, (middle.rss / 2 ** 20).toFixed(0)].join(" | ")} |`);
  return slowest.ms;
}
