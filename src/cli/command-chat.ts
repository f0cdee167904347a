import { chat } from "../adapters/terminal/chat.ts";
import { memoryStore } from "../conversations/memory-store.ts";
import type { CommandContext } from "./commands.ts";
import { openHistory } from "./history.ts";
import { loadBrain } from "./load-brain.ts";
import { stderrLog } from "./log.ts";
import { conversationsOver } from "./start.ts";

/** The conversation in the terminal; nothing is kept once it ends but the questions for the arrow keys, in the user's own folder. */
export async function chatCommand({ args, io, config }: CommandContext): Promise<number> {
  const { knowledgeDir, logLevel } = config();
  const brain = await loadBrain(knowledgeDir);
  const conversations = conversationsOver(
    () => brain,
    memoryStore(Date.now),
    await stderrLog(logLevel === "info" ? "warn" : logLevel),
  );
  await chat({
    conversations,
    input: io.stdin,
    output: io.stdout,
    explain: args.flags.has("explain"),
    plain: (io.env.NO_COLOR ?? "") !== "",
    history: openHistory(io.env),
  });
  return 0;
}
