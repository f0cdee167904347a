import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { COMMANDS } from "../../src/cli/commands.ts";
import { VARIABLE_NAMES } from "../../src/config/variables.ts";
import { PROJECT_ROOT } from "../support/brain.ts";

/** The settings of each section, in order; a name may stand several times. */
function readUnit(text: string): Map<string, [name: string, value: string][]> {
  const sections = new Map<string, [string, string][]>();
  let section: [string, string][] = [];
  for (const line of text.split("\n")) {
    const [, title] = /^\[(\w+)\]$/.exec(line) ?? [];
    if (title !== undefined) {
      section = [];
      sections.set(title, section);
    } else if (line !== "" && !line.startsWith("#")) {
      const at = line.indexOf("=");
      if (at < 1) throw new Error(`not a setting: ${line}`);
      section.push([line.slice(0, at), line.slice(at + 1)]);
    }
  }
  return sections;
}

const unit = readUnit(readFileSync(join(PROJECT_ROOT, "deploy", "rolewise.service"), "utf8"));
const docs = readFileSync(join(PROJECT_ROOT, "docs", "one-machine.md"), "utf8");
const values = (name: string, section = "Service") =>
  (unit.get(section) ?? []).flatMap(([key, value]) => (key === name ? [value] : []));

describe("the systemd unit", () => {
  it("starts the bot from where the docs install it", () => {
    expect([...unit.keys()]).toEqual(["Unit", "Service", "Install"]);
    const [folder = ""] = values("WorkingDirectory");
    const [program = "", script = "", command = ""] = (values("ExecStart")[0] ?? "").split(" ");
    expect(program).toBe("/usr/bin/node");
    expect(existsSync(join(PROJECT_ROOT, script))).toBe(true);
    expect(COMMANDS.has(command)).toBe(true);
    expect(docs).toContain(folder);
    const page = (values("Documentation", "Unit")[0] ?? "").replace(`file://${folder}/`, "");
    expect(existsSync(join(PROJECT_ROOT, page))).toBe(true);
  });

  it("takes secrets from a file that the docs tell to make, and sets variables that there are", () => {
    expect(docs).toContain(values("EnvironmentFile")[0]);
    const names = values("Environment").map((pair) => pair.split("=")[0] ?? "");
    expect(
      names.filter((name) => name !== "NODE_ENV" && !VARIABLE_NAMES.some((ours) => ours === name)),
    ).toEqual([]);
  });

  it("keeps the database where the bot may write, and nobody else may read", () => {
    const state = `/var/lib/${values("StateDirectory")[0]}/`;
    expect(values("Environment").find((pair) => pair.startsWith("DATABASE_URL="))).toContain(state);
    expect(values("StateDirectoryMode")).toEqual(["0700"]);
    expect(values("ProtectSystem")).toEqual(["strict"]);
    expect(values("DynamicUser")).toEqual(["yes"]);
  });

  it("reloads the knowledge by the signal that the bot listens to, restarts it, and lets it end", () => {
    expect(values("ExecReload")).toEqual(["/bin/kill -HUP $MAINPID"]);
    expect(readFileSync(join(PROJECT_ROOT, "src", "cli", "command-start.ts"), "utf8")).toContain('"SIGHUP"');
    expect(values("Restart")).toEqual(["on-failure"]);
    expect(Number(values("TimeoutStopSec")[0])).toBeGreaterThan(5);
  });

  it("gives up on a wrong configuration after a few tries", () => {
    const [seconds, times] = [values("StartLimitIntervalSec", "Unit"), values("StartLimitBurst", "Unit")];
    expect(Number(times[0]) * (Number(values("RestartSec")[0]) + 10)).toBeLessThan(Number(seconds[0]));
  });
});
