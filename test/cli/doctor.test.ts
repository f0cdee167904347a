import { mkdir, readdir, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import Database from "libsql";
import { describe, expect, it, onTestFinished } from "vitest";
import { deployCommands } from "../../src/adapters/discord/deploy.ts";
import { openStorage } from "../../src/storage/open.ts";
import { temporaryFolder } from "../storage/support/folder.ts";
import { PROJECT_ROOT } from "../support/brain.ts";
import { type DiscordServer, startDiscordServer } from "../support/discord-server/server.ts";
import { APP_TOKEN, SIGNING_SECRET, SlackServer } from "../support/slack-server/server.ts";
import { rolewise } from "./bin.ts";

const TOKEN = "MTIz.of-the-doctors.tests";
const MENTORS = "C0123456789";

async function slackServer(): Promise<SlackServer> {
  const slack = await SlackServer.start();
  onTestFinished(() => slack.close());
  slack.world.addWorkspace("T1");
  slack.world.addChannel({ id: MENTORS, teamId: "T1" });
  return slack;
}

async function discordServer(): Promise<DiscordServer> {
  const discord = await startDiscordServer({ token: TOKEN });
  onTestFinished(() => discord.stop());
  return discord;
}

const ofSlack = (slack: SlackServer) => ({
  SLACK_BOT_TOKEN: "xoxb-T1-bot",
  SLACK_APP_TOKEN: APP_TOKEN,
  SLACK_API_URL: slack.apiUrl,
});
const ofDiscord = (discord: DiscordServer) => ({ DISCORD_TOKEN: TOKEN, DISCORD_API_URL: discord.apiUrl });

async function policyFile(text: string): Promise<string> {
  const file = join(await temporaryFolder(), "rolewise.yaml");
  await writeFile(file, text);
  return file;
}

/** What the doctor finds: its lines by state, and the numbered list of what to fix. */
async function doctor(env: Record<string, string>) {
  const { code, stdout, stderr } = await rolewise(["doctor"], { env });
  expect(stderr).toBe("");
  for (const [name, value] of Object.entries(env))
    if (/TOKEN|SECRET|PASSWORD/.test(name)) expect(stdout).not.toContain(value);
  const [list = "", fixes = ""] = stdout.split("\n\n");
  const of = (state: string) =>
    list.split("\n").flatMap((line) => (line.startsWith(state) ? [line.slice(7)] : []));
  const steps = [...fixes.matchAll(/^\d+\. (.+)\.\n {3}(.+)$/gm)].map(([, what, fix]) => ({ what, fix }));
  expect(steps.map(({ what }) => what)).toEqual(of("wrong"));
  return {
    code,
    ok: of("ok"),
    notes: of("note"),
    wrong: of("wrong"),
    fixes: steps.map(({ fix }) => fix),
    stdout,
  };
}

describe("a set-up in order", () => {
  it("of both platforms is told line by line, with exit 0 and nothing changed", async () => {
    const [slack, discord, data] = [await slackServer(), await discordServer(), await temporaryFolder()];
    await deployCommands({ settings: { token: TOKEN, apiUrl: discord.apiUrl }, dryRun: false });
    const calls = discord.calls.length;
    const channel = discord.guild.systemChannelId;
    const found = await doctor({
      ...ofSlack(slack),
      ...ofDiscord(discord),
      DATABASE_URL: join(data, "rolewise.db"),
      POLICY_FILE: await policyFile(`mentors:\n  slack: ${MENTORS}\n  discord: ${channel}\n`),
    });
    expect(found).toMatchObject({ code: 0, wrong: [] });
    expect(found.ok).toEqual([
      "configuration: Slack (Socket Mode) and Discord",
      "the clock agrees with the platform's",
      expect.stringMatching(/^Slack answers at 127/),
      "SLACK_BOT_TOKEN is accepted, for the workspace T1",
      "the Slack app has every scope it needs",
      `the bot is in the Slack channel ${MENTORS} for mentors`,
      "SLACK_APP_TOKEN opens Socket Mode",
      expect.stringMatching(/^Discord answers at 127/),
      "DISCORD_TOKEN is accepted, for the bot Rolewise",
      "Discord intents: none privileged, as it should be",
      "Discord's gateway can be reached",
      "Discord servers: 1",
      "Discord commands are registered as this version has them",
      `the bot sees the Discord channel ${channel} for mentors`,
      expect.stringMatching(/^knowledge: \d+ roles/),
    ]);
    expect(found.notes).toEqual([
      expect.stringMatching(/^database: .*rolewise\.db is made at the first start$/),
    ]);
    expect(found.stdout).toMatch(/\n\nNothing needs mending\.\n$/);
    expect(await readdir(data)).toEqual([]);
    expect(slack.socket.opened).toBe(0);
    expect(discord.gateway.identifies).toEqual([]);
    expect(discord.calls.slice(calls).filter(({ method }) => method !== "GET")).toEqual([]);
  });

  it("may run while the doctor looks", async () => {
    const file = join(await temporaryFolder(), "rolewise.db");
    const log = { info() {}, warn() {}, error() {} };
    const running = await openStorage({ url: file, now: Date.now, log });
    onTestFinished(() => running.close());
    const health = createServer((_, response) => response.end('{"ok":true}'));
    await new Promise<void>((resolve) => health.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void health.close());
    const { port } = health.address() as AddressInfo;
    const found = await doctor({
      ...ofDiscord(await discordServer()),
      DATABASE_URL: file,
      HEALTH_PORT: String(port),
    });
    expect(found.code).toBe(0);
    expect(found.ok).toContain(`database: ${file}`);
    expect(found.ok).toContain(`HEALTH_PORT ${port} is served by a Rolewise that runs`);
    expect(found.notes).toContain("Discord: no commands are registered yet; the first start does it");
  });
});

describe("broken configurations, each with what to fix in order", () => {
  it("Slack with a mistyped variable, missing scopes, a wrong app token and a channel without the bot", async () => {
    const slack = await slackServer();
    const [workspace] = slack.world.workspaces;
    workspace?.scopes.splice(0, 3);
    slack.world.addChannel({ id: "C0123456780", teamId: "T1", hasBot: false });
    const found = await doctor({
      ...ofSlack(slack),
      SLACK_APP_TOKEN: "xapp-of-another-app",
      LOG_LEVEL: "loud",
      STORAGE_SECRT: "a-secret-that-nobody-reads",
      POLICY_FILE: await policyFile("reports:\n  slack: C0123456780\n"),
    });
    expect(found.code).toBe(1);
    expect(found.wrong).toEqual([
      "LOG_LEVEL is none of trace, debug, info, warn, error, silent",
      expect.stringMatching(
        /^the Slack app lacks scopes: app_mentions:read \(to be asked by @mention .*groups:history/,
      ),
      "the bot is not in the Slack channel C0123456780 for reports (not_in_channel)",
      "Slack refuses SLACK_APP_TOKEN (invalid_auth)",
    ]);
    expect(found.fixes).toEqual([
      "Use info.",
      expect.stringMatching(/rolewise slack manifest.*Reinstall to Workspace/),
      expect.stringContaining("/invite @Rolewise"),
      expect.stringMatching(
        /^Copy the token again from Basic Information, App-Level Tokens \(connections:write\)/,
      ),
    ]);
    expect(found.notes).toContain("STORAGE_SECRT is no variable of Rolewise: did you mean STORAGE_SECRET?");
  });

  it("Slack over HTTP with a wrong token, a clock ten minutes slow, a taken port and a newer database", async () => {
    const slack = await slackServer();
    slack.clockAheadMs = 600_000;
    const taken = createServer((_, response) => response.end("something else"));
    await new Promise<void>((resolve) => taken.listen(0, resolve));
    onTestFinished(() => void taken.close());
    const { port } = taken.address() as AddressInfo;
    const file = join(await temporaryFolder(), "rolewise.db");
    const log = { info() {}, warn() {}, error() {} };
    await (await openStorage({ url: file, now: Date.now, log })).close();
    const database = new Database(file);
    database.exec("update rolewise_meta set value = '999' where key = 'schema'");
    database.close();
    const found = await doctor({
      SLACK_BOT_TOKEN: "xoxb-from-long-ago",
      SLACK_SIGNING_SECRET: SIGNING_SECRET,
      SLACK_API_URL: slack.apiUrl,
      PORT: String(port),
      DATABASE_URL: file,
    });
    expect(found.code).toBe(1);
    expect(found.wrong).toEqual([
      expect.stringMatching(/^the clock of this machine is (?:599|60[01]) s behind/),
      "Slack refuses SLACK_BOT_TOKEN (invalid_auth)",
      expect.stringMatching(/^the database .* was written by a newer Rolewise \(schema 999/),
      `PORT ${port} is used by another program`,
    ]);
    expect(found.fixes[2]).toBe("Start that version, or restore a backup from before the upgrade.");
    expect(found.notes).toContain(
      "Slack: whether SLACK_SIGNING_SECRET is right shows when Slack first calls /slack/events",
    );
  });

  it("Discord with a reset token, a policy of unknown settings and a PostgreSQL that is down", async () => {
    const discord = await discordServer();
    const found = await doctor({
      ...ofDiscord(discord),
      DISCORD_TOKEN: `${TOKEN}.reset-since`,
      POLICY_FILE: await policyFile("quite: true\nchannels:\n  answer: some\n"),
      DATABASE_URL: "postgres://me:pass-word@127.0.0.1:9/rolewise",
      STORAGE_SECRET: "a-secret-of-enough-characters",
    });
    expect(found.code).toBe(1);
    expect(found.wrong).toEqual([
      expect.stringMatching(/rolewise\.yaml, line 1: there is no setting "quite"/),
      expect.stringMatching(/rolewise\.yaml, line 3: "channels\.answer" is none of all, listed and off/),
      "DISCORD_TOKEN is not accepted by Discord",
      "the database does not answer",
    ]);
    expect(found.fixes[2]).toMatch(/^Copy it anew from https:\/\/discord\.com\/developers/);
    expect(found.stdout).not.toContain("pass-word");
  });

  it("Discord with another application's id, a server it is not in, old commands and starts used up", async () => {
    const discord = await discordServer();
    const settings = { token: TOKEN, apiUrl: discord.apiUrl };
    await deployCommands({ settings, dryRun: false });
    discord.commands.get("global")?.pop();
    discord.world.applicationFlags = 1 << 19;
    discord.world.startsLeft = 3;
    const found = await doctor({
      ...ofDiscord(discord),
      DISCORD_APPLICATION_ID: "123456789012345678",
      DISCORD_GUILD_ID: "223456789012345678",
    });
    expect(found.code).toBe(1);
    expect(found.wrong.slice(0, 3)).toEqual([
      "DISCORD_APPLICATION_ID is not the one of DISCORD_TOKEN",
      "Discord: only 3 starts are left today: the bot has been restarted far too often",
      "the bot is not in the server of DISCORD_GUILD_ID",
    ]);
    expect(found.fixes.slice(0, 3)).toEqual([
      `Set it to ${discord.world.applicationId}, or leave it out.`,
      expect.stringMatching(/^Stop the bot, look in its log .*The count begins anew in 2 h\.$/),
      expect.stringMatching(/^Open https:\/\/discord\.com\/oauth2\/authorize\?client_id=\d+&scope=bot/),
    ]);
    expect(found.notes).toContainEqual(
      expect.stringContaining("the privileged intents Message Content are on"),
    );

    const global = await doctor(ofDiscord(discord));
    expect(global.wrong).toContainEqual(
      expect.stringMatching(/^Discord commands differ from this version's: Explain the role in this post$/),
    );
    expect(global.fixes).toContain("Run: rolewise discord deploy");
    expect(global.stdout).toMatch(
      /\n\nWhere "rolewise" is not found, write "npm run --silent rolewise --" .*\n$/,
    );
  });

  it("nothing in reach: both platforms, the knowledge folder and a job feed", async () => {
    const gone = createServer();
    await new Promise<void>((resolve) => gone.listen(0, "127.0.0.1", resolve));
    const { port } = gone.address() as AddressInfo;
    await new Promise((resolve) => gone.close(resolve));
    const dead = `http://127.0.0.1:${port}`;
    const found = await doctor({
      SLACK_BOT_TOKEN: "xoxb-T1-bot",
      SLACK_APP_TOKEN: APP_TOKEN,
      SLACK_API_URL: `${dead}/api/`,
      DISCORD_TOKEN: TOKEN,
      DISCORD_API_URL: `${dead}/api`,
      KNOWLEDGE_DIR: "/nowhere",
      OPENINGS_FEED: "gone.json",
    });
    expect(found.code).toBe(1);
    expect(found.wrong).toEqual([
      "Slack cannot be reached (ECONNREFUSED)",
      "Discord cannot be reached (ECONNREFUSED)",
      "knowledge: there is no folder /nowhere",
      expect.stringMatching(/^the job feed gone\.json cannot be used: the file cannot be read \(ENOENT\)$/),
    ]);
    expect(found.fixes[0]).toBe(
      `Let this machine reach 127.0.0.1:${port} over HTTPS, or mend SLACK_API_URL.`,
    );
  });
});

it("a database server that is down is told where only the terminal would use it", async () => {
  const found = await doctor({
    DATABASE_URL: "postgres://me:pass-word@127.0.0.1:9/rolewise",
    STORAGE_SECRET: "a-secret-of-enough-characters",
  });
  expect(found).toMatchObject({ code: 1, wrong: ["the database does not answer"] });
});

it("settings of the policy that come to nothing are noted", async () => {
  const found = await doctor({
    POLICY_FILE: await policyFile(`reports:\n  discord: 123456789012345678\nmentors:\n  slack: ${MENTORS}\n`),
  });
  expect(found.code).toBe(0);
  expect(found.notes.filter((line) => line.startsWith("policy:"))).toEqual([
    "policy: reports are asked for, but nothing is kept to report: set KEEP_MISSES=1",
    "policy: it names a channel of slack, which is not configured",
    "policy: it names a channel of discord, which is not configured",
  ]);
});

it("a broken knowledge base is told with file and line, the first ten problems and how many there are", async () => {
  const folder = join(await temporaryFolder(), "knowledge");
  await mkdir(folder);
  const found = await doctor({ KNOWLEDGE_DIR: folder });
  expect(found.code).toBe(1);
  expect(found.wrong).toHaveLength(11);
  expect(found.wrong[0]).toMatch(/^knowledge: \S+:1: the file is missing$/);
  expect(found.wrong[10]).toMatch(/^knowledge: \d+ problems in all, \d+ more than these$/);
  expect((await doctor({ KNOWLEDGE_DIR: join(PROJECT_ROOT, "knowledge") })).code).toBe(0);
});
