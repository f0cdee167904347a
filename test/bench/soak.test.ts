import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { PROJECT_ROOT } from "../support/brain.ts";

const run = promisify(execFile);
const MESSAGES = 2_000;

test("over a short run of everything people do, memory is flat and every listener and timer is let go", async () => {
  const args = [
    join(PROJECT_ROOT, "bench", "soak.mjs"),
    "--messages",
    String(MESSAGES),
    "--warm-up",
    "0.5",
    "--json",
  ];
  const { stdout } = await run(process.execPath, args);
  const summary = JSON.parse(stdout);
  expect(summary).toMatchObject({ messages: MESSAGES, problems: [] });
  expect(summary.growth).toBeLessThan(0.1);
  expect(summary.listeners[1]).toBe(summary.listeners[0]);
  expect(summary.resources[1]).toBe(summary.resources[0]);
  const doings: number[] = Object.values(summary.doings);
  expect(doings.reduce((sum, times) => sum + times, 0)).toBe(MESSAGES);
  expect(Object.keys(summary.doings)).toHaveLength(12);
}, 180_000);
