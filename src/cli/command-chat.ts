import { chat } from "../adapters/terminal/chat.ts";
import { openOnDemand } from "../storage/on-demand.ts";
import type { CommandContext } from "./commands.ts";
import { openHistory } from "./history.ts";
import { loadBrain } from "./load-brain.ts";
import { stderrLog } from "./log.ts";
import { openFeeds } from "./open-feeds.ts";
import { conversationsOver } from "./start.ts";

/** Whoever sits at the terminal waits for it. */
const FEEDS_WAIT_MS = 3_000;

/**
 * The conversation in the terminal. Once it ends nothing is kept but what somebody asked to have remembered, in the
 * database, and the questions for the arrow keys, in the user's own folder.
 */
export async function chatCommand({ args, io, config }: CommandContext): Promise<number> {
  const { knowledgeDir, logLevel, openingsFeed: feeds, database } = config();
  const log = await stderrLog(logLevel === "info" ? "warn" : logLevel);
  const openings = await openFeeds({ feeds, log, stays: true, waitMs: FEEDS_WAIT_MS });
  const brain = await loadBrain(knowledgeDir, openings);
  const storage = openOnDemand({ ...database, now: Date.now, log });
  const conversations = conversationsOver(() => brain, storage, log);
  await chat({
    conversations,
    input: io.stdin,
    output: io.stdout,
    explain: args.flags.has("explain"),
    plain: (io.env.NO_COLOR ?? "") !== "",
    history: openHistory(io.env),
  });
  openings?.stop();
  await storage.close();
  return 0;
}
