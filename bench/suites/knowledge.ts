/** How a question's time, the memory and the loading grow with the number of roles. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { scaleKnowledge } from "../../scripts/scale-knowledge.mjs";
import { compileKnowledge } from "../../src/knowledge/compile.ts";
import { loadKnowledge } from "../../src/knowledge/load.ts";
import { readKnowledgeTexts } from "../../src/knowledge/texts.ts";
import { report } from "../measured/report.ts";
import { type Row, single } from "../measured/row.ts";
import { type Figures, inItsOwnProcess } from "../understanding/in-its-own-process.ts";
import { KNOWLEDGE } from "../understanding/systems.ts";

const TIMES = [1, 10, 100];
const PEER = "natural Bayes, role alone";

interface Size {
  roles: number;
  ours: Figures;
  peer: Figures;
  /** From the files, not from what the build made of them. */
  loadMs: number;
}

const folder = await mkdtemp(join(tmpdir(), "rolewise-knowledge-"));
try {
  const sizes = [];
  for (const times of TIMES) sizes.push(await measure(times));
  const [first, ...larger] = sizes;
  report({ rows: larger.flatMap((size) => growth(first!, size)) });
} finally {
  await rm(folder, { recursive: true });
}

async function measure(times: number): Promise<Size> {
  const base = { folder: join(folder, `times-${times}`), compiled: join(folder, `times-${times}.json`) };
  const roles = await scaleKnowledge(KNOWLEDGE, base.folder, times);
  const started = performance.now();
  await loadKnowledge(base.folder);
  const loadMs = performance.now() - started;
  await writeFile(base.compiled, compileKnowledge(await readKnowledgeTexts(base.folder)));
  const ours = await inItsOwnProcess("Rolewise", base);
  const peer = await inItsOwnProcess(PEER, base);
  console.log(
    `${roles} roles: ${ours.p50.toFixed(0)} µs, ${ours.megabytes.toFixed(0)} MB, loaded from the files in ${loadMs.toFixed(0)} ms; Bayes ${peer.p50.toFixed(0)} µs, ${peer.megabytes.toFixed(0)} MB`,
  );
  return { roles, ours, peer, loadMs };
}

function growth(first: Size, size: Size): Row[] {
  const times = size.roles / first.roles;
  const question = single(
    `a question (p50) with ${times} × the roles, times that with ${first.roles}`,
    size.ours.p50 / first.ours.p50,
    PEER,
    size.peer.p50 / first.peer.p50,
  );
  if (times < Math.max(...TIMES)) return [question];
  return [
    question,
    single(`memory with ${times} × the roles, MB`, size.ours.megabytes, PEER, size.peer.megabytes),
    single(
      `loading ${times} × the roles from their files, times that of ${first.roles}`,
      size.loadMs / first.loadMs,
      "growing as they do",
      times,
    ),
  ];
}
