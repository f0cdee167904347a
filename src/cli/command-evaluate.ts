import { readFile } from "node:fs/promises";
import { readLabelled } from "../understanding/labelled.ts";
import type { CommandContext } from "./commands.ts";
import { evaluateQuestions } from "./evaluation.ts";
import { formatReport } from "./evaluation-report.ts";
import { loadBrain } from "./load-brain.ts";

const MISSES_SHOWN = 20;

/** `evaluate FILE [--floor 0.9] [--misses N] [--json]`: scores labelled questions; exit 1 below the floor. */
export async function evaluate({ args, io, config }: CommandContext): Promise<number> {
  const [file] = args.words;
  if (file === undefined) {
    io.stderr.write("Use: rolewise evaluate FILE.jsonl [--floor 0.9] [--misses N] [--json]\n");
    return 2;
  }
  const labelled = readLabelled(await readFile(file, "utf8"), file);
  const brain = await loadBrain(config().knowledgeDir);
  const report = await evaluateQuestions(labelled, brain);
  const misses = Number(args.flags.get("misses") ?? MISSES_SHOWN);
  io.stdout.write(args.flags.has("json") ? `${JSON.stringify(report)}\n` : formatReport(report, misses));
  const floor = args.flags.get("floor");
  return floor !== undefined && report.frame / report.questions < Number(floor) ? 1 : 0;
}
