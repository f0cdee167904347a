import { type FSWatcher, watch } from "node:fs";
import { join } from "node:path";
import type { Knowledge } from "./knowledge.ts";
import { loadTexts } from "./load.ts";
import { KnowledgeError, type Problem } from "./problem.ts";
import { knowledgeVersion, readKnowledgeTexts } from "./texts.ts";

/** What became of the files: handed over, refused with their problems, or as they were. */
export type Reload = "loaded" | "refused" | "unchanged";

export interface WatchOptions {
  folder: string;
  /** The version that is in use when watching begins; without it, the files as they are when watching begins. */
  version?: string;
  /** Gets each new knowledge base, whole and valid. */
  onLoad(knowledge: Knowledge): void;
  /** Gets every problem of files that are not taken over; what was handed over before stays in use. */
  onRefused(problems: readonly Problem[]): void;
  /** Ends the watching. */
  signal: AbortSignal;
  /** Looks only when `reload` is called: for SIGHUP without watching. */
  onDemandOnly?: boolean;
}

export interface KnowledgeWatch {
  /** Looks at the files now. Refused files are reported again, since somebody has asked. */
  reload(): Promise<Reload>;
}

/** Editors write a file in several steps, and a checkout many files: a pause of this length ends a change. */
const SETTLE_MS = 200;
/** How soon a folder that cannot be watched (moved away, not yet mounted) is tried again. */
const RETRY_MS = 2000;

/** Reloads a knowledge folder when its files change. A change that leaves every text as it was does nothing. */
export async function watchKnowledge(options: WatchOptions): Promise<KnowledgeWatch> {
  const { folder, signal } = options;
  let current = options.version ?? knowledgeVersion(await readKnowledgeTexts(folder));
  let refused: string | undefined;
  let doubted: string | undefined;
  let watchers: FSWatcher[] = [];
  let timer: NodeJS.Timeout | undefined;
  let last: Promise<Reload> = Promise.resolve("unchanged");

  const look = async (asked: boolean): Promise<Reload> => {
    const texts = await readKnowledgeTexts(folder);
    const version = knowledgeVersion(texts);
    if (signal.aborted || (version === refused && !asked)) return "unchanged";
    if (version === current) {
      refused = undefined;
      return "unchanged";
    }
    try {
      const knowledge = await loadTexts(texts);
      if (signal.aborted) return "unchanged";
      options.onLoad(knowledge);
      current = version;
      refused = undefined;
      return "loaded";
    } catch (error) {
      // A file may have been caught half written: it is refused only if it stays so.
      if (!asked && doubted !== version) {
        doubted = version;
        lookIn(SETTLE_MS);
        return "unchanged";
      }
      refused = version;
      options.onRefused(error instanceof KnowledgeError ? error.problems : [unexpected(error)]);
      return "refused";
    }
  };
  /** One after the other, so that an older state of the files never overtakes a newer one. */
  const queued = (asked: boolean): Promise<Reload> => {
    last = last.then(() => look(asked));
    return last;
  };
  const lookIn = (ms: number) => {
    clearTimeout(timer);
    if (signal.aborted) return;
    timer = setTimeout(() => {
      openWatchers();
      void queued(false);
    }, ms);
    timer.unref();
  };
  /** Anew before each look: a folder that was replaced has to be watched at its new place. */
  const openWatchers = () => {
    closeWatchers();
    try {
      for (const path of [folder, join(folder, "roles")]) {
        const watcher = watch(path, { persistent: false }, () => lookIn(SETTLE_MS));
        watchers.push(watcher.on("error", () => lookIn(RETRY_MS)));
      }
    } catch {
      lookIn(RETRY_MS);
    }
  };
  const closeWatchers = () => {
    for (const watcher of watchers) watcher.close();
    watchers = [];
  };

  signal.addEventListener("abort", () => {
    clearTimeout(timer);
    closeWatchers();
  });
  if (!options.onDemandOnly && !signal.aborted) {
    openWatchers();
    // For what has changed between the load of `version` and the first watcher.
    lookIn(0);
  }
  return { reload: () => queued(true) };
}

function unexpected(error: unknown): Problem {
  const message = `the files could not be taken over: ${error instanceof Error ? error.message : String(error)}`;
  return { file: ".", line: 1, message, fix: "What was loaded before stays in use." };
}
