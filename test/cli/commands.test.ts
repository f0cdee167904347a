import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { rolewise } from "./bin.ts";

it("an unknown command is refused with those there are, and exit 2", async () => {
  const { code, stdout, stderr } = await rolewise(["frobnicate"]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toMatch(
    /^There is no command "frobnicate"\. The commands are: start, chat, ask, .*doctor\.\n$/,
  );
});

it.each([
  ["slack", []],
  ["discord", ["frobnicate"]],
  ["knowledge", []],
  ["evaluate", []],
])("rolewise %s says how it is used where its words are missing", async (command, words) => {
  const { code, stdout, stderr } = await rolewise([command, ...words]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toContain(`Use: rolewise ${command} `);
});

describe("a broken environment", () => {
  const env = {
    SLACK_BOT_TOKEN: "hunter2-bot-token",
    SLACK_APP_TOKEN: "hunter2-app-token",
    DISCORD_TOKEN: "hunter2",
    DISCORD_GUILD_ID: "my-server",
    STORAGE_SECRET: "hunter2",
    LOG_LEVEL: "loud",
    HEALTH_PORT: "99999",
  };

  it("is reported all at once, without a secret's value, and with exit 1", async () => {
    const { code, stdout, stderr } = await rolewise(["start"], { env });
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    const lines = stderr.trimEnd().split("\n").slice(1);
    expect(lines.map((line) => line.split(":")[0])).toEqual(expect.arrayContaining(Object.keys(env)));
    expect(lines.every((line) => /^[A-Z_]+: [^.]+\. \S.+/.test(line))).toBe(true);
    expect(stderr).not.toContain("hunter2");
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  it("is what the doctor finds too", async () => {
    const { code, stdout } = await rolewise(["doctor"], { env });
    expect(code).toBe(1);
    for (const name of Object.keys(env)) expect(stdout).toMatch(new RegExp(`^wrong +${name}\\b`, "m"));
    expect(stdout).not.toContain("hunter2");
  });
});

it("a healthy set-up passes the doctor", async () => {
  const { code, stdout } = await rolewise(["doctor"]);
  expect(stdout).toMatch(/^note +no tokens are set here/m);
  expect(stdout).toMatch(/^ok +knowledge: \d+ roles/m);
  expect(code).toBe(0);
});

it("the Slack manifest is JSON that names the commands", async () => {
  const { code, stdout } = await rolewise(["slack", "manifest"]);
  expect(code).toBe(0);
  const commands = JSON.parse(stdout).features.slash_commands.map(
    (each: { command: string }) => each.command,
  );
  expect(commands).toEqual(expect.arrayContaining(["/compare", "/role", "/tips"]));
});

it("every source is listed with its licence and address", async () => {
  const { code, stdout } = await rolewise(["sources"]);
  expect(code).toBe(0);
  const lines = stdout.split("\n").filter((line) => line.startsWith("["));
  expect(lines.length).toBeGreaterThan(5);
  for (const line of lines) expect(line).toMatch(/^\[[a-z0-9-]+\] .+ Licence: .+ https?:\/\/\S+$/);
});

it("labelled questions are scored, with exit 1 below the floor", async () => {
  const folder = await mkdtemp(join(tmpdir(), "rolewise-evaluate-"));
  try {
    const file = join(folder, "questions.jsonl");
    const right = {
      text: "data engineer pay",
      intent: "lookup",
      roles: ["data-engineer"],
      topics: ["salary"],
    };
    const wrong = { ...right, roles: ["data-scientist"] };
    await writeFile(file, `${JSON.stringify(right)}\n${JSON.stringify(wrong)}\n`);
    const report = await rolewise(["evaluate", file, "--json"]);
    expect(report.code).toBe(0);
    expect(JSON.parse(report.stdout)).toMatchObject({ questions: 2, frame: 1, roles: 1, topics: 2 });
    const text = await rolewise(["evaluate", file, "--floor", "0.9"]);
    expect(text.code).toBe(1);
    expect(text.stdout).toMatch(/^Frame +1\/2 \(50\.0%\)$/m);
  } finally {
    await rm(folder, { recursive: true });
  }
});
