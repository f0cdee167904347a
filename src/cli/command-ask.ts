import { askJson, askLines, askText } from "./ask.ts";
import type { CommandContext } from "./commands.ts";
import { loadBrain } from "./load-brain.ts";

/** `ask TEXT`, `ask --json TEXT`, `ask --jsonl`, each with `--explain` where text is written. */
export async function ask({ args, io, config }: CommandContext): Promise<number> {
  const brain = await loadBrain(config().knowledgeDir);
  if (args.flags.has("jsonl")) {
    await askLines(brain, io.stdin, io.stdout);
    return 0;
  }
  const text = args.words.join(" ");
  const written = await (args.flags.has("json")
    ? askJson(brain, text)
    : askText(brain, text, { explain: args.flags.has("explain") }));
  io.stdout.write(`${written}\n`);
  return 0;
}
