import type { SetupError } from "../adapters/adapter.ts";
import type { Log } from "../adapters/log.ts";
import type { Config } from "../config/read-config.ts";
import { secretsOf } from "../config/secrets.ts";
import type { Brain } from "../conversations/brain.ts";
import { formatProblem } from "../knowledge/problem.ts";
import { watchKnowledge } from "../knowledge/watch.ts";
import { chatCommand } from "./command-chat.ts";
import type { CommandContext } from "./commands.ts";
import { type BrainLoader, openBrainLoader } from "./load-brain.ts";
import { stderrLog } from "./log.ts";
import { openFeeds } from "./open-feeds.ts";
import { ARTIFACTS_DIR } from "./paths.ts";
import type { Process } from "./run.ts";
import { startBot } from "./start.ts";

/** Runs what the environment configures: Slack, Discord or both; with no tokens, a conversation in the terminal. */
export async function start(context: CommandContext): Promise<number> {
  const config = context.config();
  if (!config.slack && !config.discord) return chatCommand(context);
  const log = await stderrLog(config.logLevel, secretsOf(config));
  const openings = await openFeeds({ feeds: config.openingsFeed, log, stays: true, waitMs: 0 });
  const loader = await openBrainLoader(config.knowledgeDir, ARTIFACTS_DIR, openings);
  let brain = loader.first;
  const { openStorage } = await import("../storage/open.ts");
  const storage = await openStorage({ ...config.database, now: Date.now, log });
  const ended = new AbortController();
  outlive(context.io, log, ended.signal);
  const stopped = firstOf(context.io);
  try {
    await keepKnowledgeFresh(config, context.io, loader, log, ended.signal, (next) => {
      brain = next;
    });
    const starting = startBot({
      config,
      brain: () => brain,
      reader: () => loader.missReader(brain.knowledge),
      storage,
      log,
      onFatal: stopped.fail,
    });
    // A signal that comes while a platform keeps the start waiting is heeded at once.
    const fault = await Promise.race([starting.then(() => stopped.reason), stopped.reason]);
    log.info({}, "stopping: finishing what is in hand");
    endWithin(STOPS_WITHIN_MS, context.io, fault);
    await (await starting.catch(() => undefined))?.stop();
    if (fault) throw fault;
  } finally {
    ended.abort();
    openings?.stop();
    await storage.close();
    endWithin(LINGERS_MS, context.io, undefined);
  }
  return 0;
}

/** A service manager kills what has not ended in time, and so do we before: everything confirmed is on disk already. */
const STOPS_WITHIN_MS = 4_600;
/** What a library has left open when all is done. */
const LINGERS_MS = 300;

function endWithin(ms: number, io: Process, fault: Error | undefined): void {
  setTimeout(() => io.exit(io.exitCode ?? (fault ? 1 : 0)), ms).unref();
}

/**
 * A promise of some library that fails with nobody waiting for it concerns one event: it is logged, without its message,
 * which may repeat what somebody wrote. What is thrown in the open still ends the process, for a supervisor to start anew.
 */
function outlive(io: Process, log: Log, signal: AbortSignal): void {
  const note = (error: unknown) => {
    const stack =
      error instanceof Error ? error.stack?.split("\n").filter((line) => /^\s+at /.test(line)) : undefined;
    const fault = error instanceof Error ? error.name : "unknown";
    log.error({ fault, stack: stack?.slice(0, 5) }, "something failed that nobody waited for");
  };
  io.on("unhandledRejection", note);
  signal.addEventListener("abort", () => io.off("unhandledRejection", note));
}

/** Swaps the brain when the knowledge base changes (KNOWLEDGE_WATCH=1) or on SIGHUP; a bad one is refused and the old kept. */
async function keepKnowledgeFresh(
  config: Config,
  io: Process,
  loader: BrainLoader,
  log: Log,
  signal: AbortSignal,
  swap: (brain: Brain) => void,
): Promise<void> {
  const watch = await watchKnowledge({
    folder: config.knowledgeDir,
    version: loader.first.knowledge.version,
    onDemandOnly: !config.watchKnowledge,
    signal,
    onLoad(knowledge) {
      swap(loader.over(knowledge));
      log.info(
        { roles: knowledge.roles.size, version: knowledge.version },
        "the knowledge base was loaded anew",
      );
    },
    onRefused(problems) {
      log.error(
        { problems: problems.slice(0, 20).map(formatProblem) },
        "the changed knowledge base was refused; the old one serves on",
      );
    },
  });
  const reload = () => void watch.reload();
  io.on("SIGHUP", reload);
  signal.addEventListener("abort", () => io.off("SIGHUP", reload));
}

/** Resolves at the first SIGTERM or SIGINT, or with the fault that ends the process. */
function firstOf(io: Process): { reason: Promise<SetupError | undefined>; fail(error: SetupError): void } {
  let settle: (fault: SetupError | undefined) => void = () => {};
  const reason = new Promise<SetupError | undefined>((resolve) => {
    settle = resolve;
  });
  const stop = () => {
    io.off("SIGTERM", stop);
    io.off("SIGINT", stop);
    settle(undefined);
  };
  io.on("SIGTERM", stop);
  io.on("SIGINT", stop);
  return { reason, fail: (error) => settle(error) };
}
