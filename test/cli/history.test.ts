import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { openHistory } from "../../src/cli/history.ts";

async function folder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), "rolewise-history-"));
  onTestFinished(() => rm(made, { recursive: true, force: true }));
  return made;
}

it("questions are there again the next time, in a file that nobody else can read", async () => {
  const env = { XDG_STATE_HOME: await folder() };
  expect(openHistory(env).lines).toEqual([]);
  openHistory(env).keep(["newest", "older"]);
  expect(openHistory(env).lines).toEqual(["newest", "older"]);
  const { mode } = await stat(join(env.XDG_STATE_HOME, "rolewise", "history"));
  expect(mode & 0o077).toBe(0);
});

it("two hundred are kept", async () => {
  const env = { XDG_STATE_HOME: await folder() };
  openHistory(env).keep(Array.from({ length: 201 }, (_, n) => `question ${n}`));
  const lines = (await readFile(join(env.XDG_STATE_HOME, "rolewise", "history"), "utf8")).split("\n");
  expect([lines.length, lines[0], lines.at(-1)]).toEqual([200, "question 0", "question 199"]);
});

it("a place that cannot be written to is no fault", async () => {
  const file = join(await folder(), "a-file");
  await writeFile(file, "");
  const history = openHistory({ XDG_STATE_HOME: file });
  expect(() => history.keep(["one"])).not.toThrow();
  expect(openHistory({ XDG_STATE_HOME: file }).lines).toEqual([]);
});
