/**
 * Runs the suites one after another, each in a process of its own, and prints their table.
 *
 *   npm run bench                       all of them: 6 to 12 minutes on two cores
 *   npm run bench -- --only slack       one; again for more than one
 *   npm run bench -- --write            all of them, and the table into README.md
 */
import { fork } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { cpus } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { PROJECT_ROOT } from "../test/support/brain.ts";
import { withMeasured } from "./measured/readme.ts";
import type { Measured } from "./measured/row.ts";
import { renderTable } from "./measured/table.ts";

const SUITES = ["understanding", "start", "knowledge", "profiles", "slack", "discord", "memory"];
const README = join(PROJECT_ROOT, "README.md");

const { values } = parseArgs({
  options: { only: { type: "string", multiple: true }, write: { type: "boolean", default: false } },
});
const chosen = values.only ?? SUITES;
const unknown = chosen.filter((name) => !SUITES.includes(name));
if (unknown.length > 0) end(`There is no suite ${unknown.join(", ")}: --only takes ${SUITES.join(", ")}.`);
if (values.write && values.only) end("--write takes the figures of one whole run: leave --only out.");
// A README without the two lines is found out now, and not when all is measured.
if (values.write) withMeasured(await readFile(README, "utf8"), "");

const began = performance.now();
const results: Measured[] = [];
for (const name of chosen) {
  console.log(`\n${name}`);
  // What the others measured is worth seeing all the same.
  results.push(await run(name).catch((error: Error) => failed(error.message)));
}
const measured = [
  machine(),
  renderTable(results.flatMap(({ rows }) => rows)),
  ...results.flatMap(({ notes }) => notes),
].join("\n\n");
console.log(`\n${measured}`);
if (values.write && process.exitCode) console.error("\nREADME.md stays as it is.");
else if (values.write) await writeFile(README, withMeasured(await readFile(README, "utf8"), measured));

function run(name: string): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const suite = fork(new URL(`suites/${name}.js`, import.meta.url));
    let measured: Measured | undefined;
    suite.on("message", (message) => {
      measured = message as Measured;
    });
    suite.on("exit", (code) => {
      if (code === 0 && measured) resolve(measured);
      else reject(new Error(`the suite ${name} ended with ${code}`));
    });
  });
}

function failed(why: string): Measured {
  process.exitCode = 1;
  return { rows: [], notes: [why] };
}

function machine(): string {
  const [{ model } = { model: "unknown" }] = cpus();
  const minutes = Math.ceil((performance.now() - began) / 60_000);
  const date = new Date().toISOString().slice(0, 10);
  return `${date}, Node ${process.version}, ${cpus().length} × ${model.trim()}, in ${minutes} min.`;
}

function end(message: string): never {
  console.error(message);
  process.exit(2);
}
