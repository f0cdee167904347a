import { storageStore } from "../conversations/storage-store.ts";
import { chatCommand } from "./command-chat.ts";
import type { CommandContext } from "./commands.ts";
import { loadBrain } from "./load-brain.ts";
import { stderrLog } from "./log.ts";
import { startAdapters } from "./start.ts";

/** Runs what the environment configures: Slack, Discord or both; with no tokens, a conversation in the terminal. */
export async function start(context: CommandContext): Promise<number> {
  const config = context.config();
  if (!config.slack && !config.discord) return chatCommand(context);
  const log = await stderrLog(config.logLevel);
  const brain = await loadBrain(config.knowledgeDir);
  const { openStorage } = await import("../storage/open.ts");
  const storage = await openStorage({ ...config.database, now: Date.now, log });
  try {
    const running = await startAdapters(config, () => brain, storageStore(storage), log);
    await stopSignal(context);
    log.info({}, "stopping: finishing what is in hand");
    await running.stop();
  } finally {
    await storage.close();
  }
  return 0;
}

/** Resolves at the first SIGTERM or SIGINT. */
function stopSignal({ io }: CommandContext): Promise<void> {
  return new Promise((resolve) => {
    const stop = () => {
      io.off("SIGTERM", stop);
      io.off("SIGINT", stop);
      resolve();
    };
    io.on("SIGTERM", stop);
    io.on("SIGINT", stop);
  });
}
