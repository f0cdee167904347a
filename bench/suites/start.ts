/** From the start of a process to its first answer, the whole of it on standard output; by turns. */
import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PROJECT_ROOT } from "../../test/support/brain.ts";
import { report } from "../measured/report.ts";
import { paired } from "../measured/row.ts";
import { trainBayes, trainNlpJs } from "../peers.mjs";
import { intentExamples } from "../understanding/systems.ts";

const STARTS = 7;
const QUESTION = "what does a data engineer earn";
const WHAT = "start of a process to its first answer, ms";

const folder = await mkdtemp(join(tmpdir(), "rolewise-start-"));
try {
  const examples = await intentExamples();
  const command = async (peer: string, saved: string) => {
    const file = join(folder, peer);
    await writeFile(file, saved);
    return [join(PROJECT_ROOT, "bench", "peer-answer.mjs"), peer, file, QUESTION];
  };
  const commands = {
    "node, nothing else": ["-e", "process.stdout.write('answer')"],
    "natural Bayes, saved": await command("natural", (await trainBayes(examples)).save()),
    "NLP.js, saved": await command("nlp.js", (await trainNlpJs(examples)).save()),
  };
  const ours: number[] = [];
  const theirs: Record<string, number[]> = {};
  for (let n = 0; n < STARTS; n++) {
    ours.push(await msToFirstOutput([join(PROJECT_ROOT, "bin", "rolewise.js"), "ask", QUESTION]));
    for (const [name, argv] of Object.entries(commands))
      theirs[name] = [...(theirs[name] ?? []), await msToFirstOutput(argv)];
  }
  report({ rows: Object.entries(theirs).map(([name, times]) => paired(WHAT, ours, name, times)) });
} finally {
  await rm(folder, { recursive: true });
}

function msToFirstOutput(argv: readonly string[]): Promise<number> {
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, argv, { stdio: ["ignore", "pipe", "inherit"] });
    let first: number | undefined;
    child.stdout.on("data", () => {
      first ??= performance.now() - started;
    });
    child.on("close", (code) => {
      if (code === 0 && first !== undefined) resolve(first);
      else reject(new Error(`${argv.join(" ")} ended with ${code}`));
    });
  });
}
