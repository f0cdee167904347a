import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { StorageUnavailable } from "../storage/errors.ts";
import type { CommandContext } from "./commands.ts";
import { sinceTime } from "./misses/since.ts";

const USUAL_SINCE = "7d";
const USUAL_FOLDER = "drafts";

/**
 * `misses [--since 7d] [--json] [--stub [FOLDER]]`: what was asked and not answered, or answered and rated down, grouped
 * by likeness. `--stub` writes drafts for an editor into FOLDER, never over a file that is there.
 */
export async function misses({ args, io, config }: CommandContext): Promise<number> {
  const now = Date.now();
  const given = args.flags.get("since") ?? USUAL_SINCE;
  const since = sinceTime(String(given), now);
  if (since === undefined) {
    io.stderr.write("Use: rolewise misses [--since 7d|24h|2026-11-01] [--json] [--stub [FOLDER]]\n");
    return 2;
  }
  const settings = config();
  const { openStorage } = await import("../storage/open.ts");
  const quiet = { info() {}, warn() {}, error() {} };
  const storage = await openStorage({ ...settings.database, now: () => now, log: quiet });
  try {
    const counted = await storage.misses.since(since).catch((error: unknown) => {
      if (!(error instanceof StorageUnavailable)) throw error;
      io.stderr.write(`${error.message} Check DATABASE_URL, and try again in a minute.\n`);
      return undefined;
    });
    if (counted === undefined) return 1;
    if (counted.length === 0 && !settings.keepMisses) {
      io.stdout.write(
        "No misses are kept: set KEEP_MISSES=1 where the bot runs, and unanswered questions are kept, without their authors, for 30 days.\n",
      );
      return 0;
    }
    const { readMisses } = await import("./misses/read-misses.ts");
    const { groups, knowledge } = await readMisses(counted, settings.knowledgeDir);
    if (args.flags.has("stub")) return await writeDrafts(groups, args.words[0] ?? USUAL_FOLDER, io);
    const { formatMisses } = await import("./misses/format-misses.ts");
    io.stdout.write(
      args.flags.has("json")
        ? `${JSON.stringify({ since: new Date(since).toISOString(), groups })}\n`
        : `${formatMisses(groups, since, knowledge)}\n`,
    );
    return 0;
  } finally {
    await storage.close();
  }
}

async function writeDrafts(
  groups: Parameters<typeof import("./misses/draft-stubs.ts").draftStubs>[0],
  folder: string,
  io: CommandContext["io"],
): Promise<number> {
  const { draftStubs } = await import("./misses/draft-stubs.ts");
  const drafts = draftStubs(groups);
  if (drafts.length === 0) io.stdout.write("Nothing was missed, so there is nothing to draft.\n");
  let there = 0;
  for (const { path, text } of drafts) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    try {
      await writeFile(file, text, { flag: "wx" });
      io.stdout.write(`wrote ${file}\n`);
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
      there += 1;
      io.stderr.write(`${file} is there already: go through it and delete it, or name another folder.\n`);
    }
  }
  return there > 0 ? 1 : 0;
}
