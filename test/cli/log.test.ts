import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { PROJECT_ROOT } from "../support/brain.ts";

/** Runs a script over the built log, and returns what it wrote to standard error, line by line. */
function logged(script: string): Record<string, unknown>[] {
  const at = (path: string) => pathToFileURL(join(PROJECT_ROOT, "dist", path)).href;
  const source = `
    import { stderrLog } from ${JSON.stringify(at("cli/log.js"))};
    import { asRequest } from ${JSON.stringify(at("adapters/request.js"))};
    ${script}`;
  const { stderr, stdout } = spawnSync(process.execPath, ["--input-type=module", "-e", source], {
    encoding: "utf8",
  });
  expect(stdout).toBe("");
  return stderr.split("\n").flatMap((line) => (line === "" ? [] : [JSON.parse(line)]));
}

describe("the log", () => {
  it("is one JSON object a line with level, time and message, from its level on", () => {
    const lines = logged(`
      const log = await stderrLog("info");
      log.debug({}, "too small");
      log.info({ roles: 3 }, "running");
      log.error({}, "failed");`);
    expect(lines).toEqual([
      { level: 30, time: expect.any(Number), roles: 3, msg: "running" },
      { level: 50, time: expect.any(Number), msg: "failed" },
    ]);
  });

  it("takes secrets out by the name of their field and by their value, wherever it stands", () => {
    const [line] = logged(String.raw`
      const log = await stderrLog("info", ["hunter\"2", "xoxb-1"]);
      const words = "what somebody typed";
      log.info({ token: "abc", text: words, sent: { text: words, authorization: "Bearer abc" },
        reason: "GET https://example.org/?t=xoxb-1 failed: hunter\"2" }, "called with xoxb-1");`);
    expect(line).toMatchObject({
      token: "[redacted]",
      text: "[redacted]",
      sent: { text: "[redacted]", authorization: "[redacted]" },
      reason: "GET https://example.org/?t=[redacted] failed: [redacted]",
      msg: "called with [redacted]",
    });
  });

  it("names the event that a line is about, through everything that is waited for", () => {
    const lines = logged(`
      const log = await stderrLog("info");
      const handle = async (n) => { await null; log.info({ n }, "first"); setTimeout(() => log.info({ n }, "second")); };
      await Promise.all([asRequest(() => handle(1)), asRequest(() => handle(2))]);
      log.info({}, "outside");`);
    const of = (n: number) => [
      ...new Set(lines.filter((line) => line.n === n).map(({ request }) => request)),
    ];
    expect(of(1)).toEqual([expect.stringMatching(/^[0-9a-f]{8}$/)]);
    expect(of(2)).toHaveLength(1);
    expect(of(1)).not.toEqual(of(2));
    expect(lines.find(({ msg }) => msg === "outside")).not.toHaveProperty("request");
  });
});
