import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import Database from "libsql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openStorage } from "../../../src/storage/open.ts";
import { type Compiled, compileChildren } from "../support/compile.ts";
import { temporaryFolder } from "../support/folder.ts";
import { recordingLog } from "../support/log.ts";

const KILLS = 50;

/** Processes that load while another writes; most of a round is starting Node. */
const READY = 3;

describe("a process that is killed while it writes", () => {
  let compiled: Compiled;
  beforeAll(async () => {
    compiled = await compileChildren();
  }, 60_000);
  afterAll(() => compiled.remove());

  it(`loses nothing that was confirmed, over ${KILLS} kills at any moment`, {
    timeout: 240_000,
  }, async () => {
    const file = join(await temporaryFolder(), "rolewise.db");
    const random = seeded(20261124);
    const confirmed: number[] = [];
    let killedWhileWriting = 0;
    const start = (round: number) => startWriter(compiled.script("writer"), file, round * 100_000);
    const waiting = Array.from({ length: READY }, (_, round) => start(round));
    for (let round = 0; round < KILLS; round++) {
      const writer = waiting.shift() ?? expect.fail("no writer");
      if (round + READY < KILLS) waiting.push(start(round + READY));
      // Every tenth is killed while it opens: taking the lock, reading the secret, migrating, recovering the log.
      const opening = round % 10 === 0;
      const rows = await writer.writeUntilKilled(opening, random());
      confirmed.push(...rows);
      if (rows.length > 0) killedWhileWriting++;
    }
    expect(killedWhileWriting).toBeGreaterThanOrEqual(KILLS * 0.8);

    const storage = await openStorage({ url: file, now: Date.now, log: recordingLog() });
    const lost: number[] = [];
    for (const row of confirmed) {
      const kept = await storage.people.get({ platform: "test", workspaceId: "W", userId: `u${row}` });
      const profile = { row, text: "x".repeat(row % 3000) };
      if (JSON.stringify(kept?.profile) !== JSON.stringify(profile)) lost.push(row);
    }
    await storage.close();
    expect(lost).toEqual([]);
    expect(new Database(file).prepare("pragma integrity_check").all()).toEqual([{ integrity_check: "ok" }]);
  });
});

function startWriter(script: string, file: string, first: number) {
  const child = spawn(process.execPath, [script, file, String(first)], { stdio: ["pipe", "pipe", "pipe"] });
  let output = "";
  let errors = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    output += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    errors += text;
  });
  const closed = once(child, "close");
  return {
    /** Lets it write, kills it `delayMs` after it began (to open, or to confirm), and returns the rows it had confirmed. */
    async writeUntilKilled(opening: boolean, delayMs: number): Promise<number[]> {
      child.stdin.write("go\n");
      if (!opening) await Promise.race([once(child.stdout, "data"), closed]);
      await sleep(delayMs);
      child.kill("SIGKILL");
      const [, signal] = await closed;
      if (signal !== "SIGKILL") throw new Error(`the writer ended by itself: ${errors}`);
      // A kill can cut the last line short; half a number is no confirmation.
      return output.split("\n").slice(0, -1).map(Number);
    },
  };
}

/** Milliseconds between 0 and 30, the same in each run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state / 2 ** 32) * 30;
  };
}
