import { askJson, askLines, askText } from "./ask.ts";
import type { CommandContext } from "./commands.ts";
import { loadBrain } from "./load-brain.ts";
import { stderrLog } from "./log.ts";
import { openFeeds } from "./open-feeds.ts";

/** Longer than a feed may take. */
const FEEDS_WAIT_MS = 20_000;

/** `ask TEXT`, `ask --json TEXT`, `ask --jsonl`, each with `--explain` where text is written. */
export async function ask({ args, io, config }: CommandContext): Promise<number> {
  const { knowledgeDir, openingsFeed: feeds } = config();
  const log = await stderrLog("warn");
  const openings = await openFeeds({ feeds, log, stays: false, waitMs: FEEDS_WAIT_MS });
  const brain = await loadBrain(knowledgeDir, openings);
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
