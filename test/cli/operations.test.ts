import { readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import Database from "libsql";
import { describe, expect, it, onTestFinished } from "vitest";
import { openStorage } from "../../src/storage/open.ts";
import { temporaryFolder } from "../storage/support/folder.ts";
import { type DiscordServer, startDiscordServer } from "../support/discord-server/server.ts";
import { APP_TOKEN, SIGNING_SECRET, SlackServer } from "../support/slack-server/server.ts";
import { Bin } from "./bin.ts";

const TOKEN = "MTIz.of-the-operations.tests";
const RUNNING = "Rolewise is running";
const CHANNEL = "C0123456789";
const MENTORS = "C0123456780";
const ANN = "U0123456789";

async function slackServer(): Promise<{ slack: SlackServer; env: Record<string, string> }> {
  const slack = await SlackServer.start();
  onTestFinished(() => slack.close());
  slack.world.addWorkspace("T1");
  for (const id of [CHANNEL, MENTORS]) slack.world.addChannel({ id, teamId: "T1" });
  const env = { SLACK_BOT_TOKEN: "xoxb-T1-bot", SLACK_APP_TOKEN: APP_TOKEN, SLACK_API_URL: slack.apiUrl };
  return { slack, env };
}

async function discordServer(): Promise<{ discord: DiscordServer; env: Record<string, string> }> {
  const discord = await startDiscordServer({ token: TOKEN });
  onTestFinished(() => discord.stop());
  return { discord, env: { DISCORD_TOKEN: TOKEN, DISCORD_API_URL: discord.apiUrl } };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function until<T>(what: string, check: () => Promise<T | undefined | false>, ms = 15_000): Promise<T> {
  const end = Date.now() + ms;
  for (;;) {
    const value = await check().catch(() => undefined);
    if (value !== undefined && value !== false) return value;
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const running = (bin: Bin) => bin.until("the bot", ({ stderr }) => stderr.includes(RUNNING));

async function stopped(bin: Bin) {
  const from = performance.now();
  bin.child.kill("SIGTERM");
  const { code } = await bin.ended;
  return { code, inTime: performance.now() - from < 5_000 };
}

describe("the health port", () => {
  it("tells the truth about both platforms, counts what was answered, and closes with the bot", async () => {
    const [{ slack, env: ofSlack }, { discord, env: ofDiscord }] = [
      await slackServer(),
      await discordServer(),
    ];
    const port = await freePort();
    const bin = new Bin(["start"], { ...ofSlack, ...ofDiscord, HEALTH_PORT: String(port) });
    await running(bin);
    const get = (path: string) => fetch(`http://127.0.0.1:${port}${path}`);
    expect(await (await get("/healthz")).json()).toEqual({ ok: true });
    const ready = await get("/readyz");
    expect(ready.status).toBe(200);
    expect(await ready.json()).toEqual({
      ready: true,
      platforms: {
        slack: { connected: true, lastEventSecondsAgo: null },
        discord: { connected: true, lastEventSecondsAgo: expect.any(Number) },
      },
      database: "ok",
      knowledge: { version: expect.stringMatching(/^[0-9a-f]{12}$/), roles: 26 },
    });

    slack.faults.plan("chat.postMessage", { kind: "rate-limited", retryAfter: 0 });
    await slack.people.mention(CHANNEL, ANN, "data engineer pay");
    await slack.people.mention(CHANNEL, ANN, "what is the weather in Paris?");
    await until("two answers", async () => slack.world.posts.length === 2);
    const metrics = await (await get("/metrics")).text();
    const value = (name: string) =>
      Number(
        metrics
          .split("\n")
          .find((line) => line.startsWith(name))
          ?.split(" ")
          .at(-1),
      );
    expect(value('rolewise_answers_total{platform="slack",intent="lookup",outcome="answered"}')).toBe(1);
    expect(value('rolewise_misses_total{platform="slack",how="declined"}')).toBe(1);
    expect(value('rolewise_rate_limited_total{platform="slack"}')).toBe(1);
    expect(value('rolewise_connected{platform="discord"}')).toBe(1);
    expect(value('rolewise_answer_seconds_count{platform="slack"}')).toBe(2);
    expect(value("process_resident_memory_bytes")).toBeGreaterThan(0);
    expect(metrics).not.toMatch(/weather|U0123456789|C0123456789/);

    discord.gateway.refuseWith = 4000;
    discord.gateway.close(0);
    const state = await until("the truth", async () => {
      const answer = await get("/readyz");
      return answer.status === 503 && answer.json();
    });
    expect(state).toMatchObject({ ready: false, platforms: { discord: { connected: false } } });
    expect(await stopped(bin)).toEqual({ code: 0, inTime: true });
    await expect(get("/healthz")).rejects.toThrow();
  });

  it("is served on Slack's own port in HTTP mode, judged by Slack alone and without the metrics", async () => {
    const { slack } = await slackServer();
    const port = await freePort();
    const bin = new Bin(["start"], {
      SLACK_BOT_TOKEN: "xoxb-T1-bot",
      SLACK_SIGNING_SECRET: SIGNING_SECRET,
      SLACK_API_URL: slack.apiUrl,
      PORT: String(port),
    });
    await running(bin);
    const get = (path: string) => fetch(`http://127.0.0.1:${port}${path}`);
    expect(await (await get("/readyz")).json()).toMatchObject({
      ready: true,
      platforms: { slack: { connected: true } },
      knowledge: { roles: 26 },
    });
    expect((await get("/healthz")).status).toBe(200);
    expect((await get("/metrics")).status).toBe(404);
    expect(await stopped(bin)).toEqual({ code: 0, inTime: true });
  });

  it("that is taken ends the start with one line", async () => {
    const { env } = await slackServer();
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void taken.close());
    const { port } = taken.address() as AddressInfo;
    const { code, stderr } = await new Bin(["start"], { ...env, HEALTH_PORT: String(port) }).ended;
    expect(code).toBe(1);
    expect(stderr).toMatch(/^HEALTH_PORT 127\.0\.0\.1:\d+ cannot be listened on \(EADDRINUSE\): .+\n$/m);
  });
});

describe("a platform that fails", () => {
  it("ends the process with one line where Discord resets the token and nothing else runs", async () => {
    const { discord, env } = await discordServer();
    const bin = new Bin(["start"], env);
    await running(bin);
    discord.gateway.close(4004);
    const { code, stderr } = await bin.ended;
    expect(code).toBe(1);
    expect(stderr.split("\n").filter((line) => line !== "" && !line.startsWith("{"))).toEqual([
      expect.stringMatching(/^DISCORD_TOKEN is not accepted by Discord: copy it anew from /),
    ]);
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  it("leaves the other one running, says so once, and ends with it when that is refused too", async () => {
    const [{ slack, env: ofSlack }, { discord, env: ofDiscord }] = [
      await slackServer(),
      await discordServer(),
    ];
    const bin = new Bin(["start"], { ...ofSlack, ...ofDiscord });
    await running(bin);
    discord.gateway.close(4004);
    await bin.until("the line", ({ stderr }) => stderr.includes("The other platform goes on."));
    await slack.people.mention(CHANNEL, ANN, "hello");
    await until("an answer in Slack", async () => slack.world.posts.length === 1);
    slack.world.appTokens.clear();
    slack.socket.drop();
    const { code, stderr } = await bin.ended;
    expect(code).toBe(1);
    expect(stderr).toMatch(/^Slack refuses SLACK_APP_TOKEN \(invalid_auth\)/m);
    expect(stderr.match(/The other platform goes on\./g)).toHaveLength(1);
  });

  it("is tried again where it could not be reached at the start, while the other one runs", async () => {
    const { slack, env: ofSlack } = await slackServer();
    const { discord, env: ofDiscord } = await discordServer();
    discord.faults.add({ path: /^\/gateway\/bot$/, what: 503, times: 8 });
    const bin = new Bin(["start"], { ...ofSlack, ...ofDiscord });
    await bin.until("Slack", ({ stderr }) => stderr.includes("is tried again; the other one runs"));
    await slack.people.mention(CHANNEL, ANN, "hello");
    await until("an answer in Slack", async () => slack.world.posts.length === 1);
    await bin.until("Discord", ({ stderr }) => stderr.includes("connected again"), 30_000);
    expect(await stopped(bin)).toEqual({ code: 0, inTime: true });
  });
});

it("refuses to start on a database of a newer version, with one line, and writes nothing into it", async () => {
  const { env } = await slackServer();
  const file = join(await temporaryFolder(), "rolewise.db");
  const log = { info() {}, warn() {}, error() {} };
  await (await openStorage({ url: file, now: Date.now, log })).close();
  const database = new Database(file);
  database.exec("update rolewise_meta set value = '999' where key = 'schema'");
  database.pragma("wal_checkpoint(truncate)");
  database.close();
  const before = await readFile(file);
  const { code, stderr } = await new Bin(["start"], { ...env, DATABASE_URL: file }).ended;
  expect(code).toBe(1);
  expect(stderr).toMatch(
    /^The database .* was written by a newer Rolewise \(schema 999, this one knows \d+\)\. Start that version, or restore a backup from before the upgrade\.\n$/,
  );
  expect(await readFile(file)).toEqual(before);
});

describe("a stop", () => {
  it("is heeded while a platform keeps the start waiting", async () => {
    const silent = createServer(() => undefined);
    await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => {
      silent.closeAllConnections();
      silent.close();
    });
    const { port } = silent.address() as AddressInfo;
    let asked = 0;
    silent.on("request", () => {
      asked += 1;
    });
    const env = { DISCORD_TOKEN: TOKEN, DISCORD_API_URL: `http://127.0.0.1:${port}/api` };
    const bin = new Bin(["start"], env);
    await until("the first call", async () => asked > 0);
    expect((await stopped(bin)).inTime).toBe(true);
  });

  it("ends in time where an answer hangs", async () => {
    const { slack, env } = await slackServer();
    const bin = new Bin(["start"], env);
    await running(bin);
    slack.faults.plan("chat.postMessage", { kind: "rate-limited", retryAfter: 60 });
    await slack.people.mention(CHANNEL, ANN, "hello");
    await until("the refused post", async () => slack.callsOf("chat.postMessage").length === 1);
    expect((await stopped(bin)).inTime).toBe(true);
    expect(bin.stderr).toContain("stopped before everything was answered");
  });
});

describe("the policy file", () => {
  const policy = async (text: string) => {
    const file = join(await temporaryFolder(), "rolewise.yaml");
    await writeFile(file, text);
    return file;
  };

  it("holds where people ask: channels, cooldown, mentors, on the platform as it is", async () => {
    const { slack, env } = await slackServer();
    const { people, world } = slack;
    world.addChannel({ id: "C0000000000", teamId: "T1" });
    const file = await policy(
      `channels:\n  answer: listed\n  listed: [${CHANNEL}]\ncooldown:\n  user: { questions: 2, seconds: 3600 }\nmentors:\n  slack: ${MENTORS}\n`,
    );
    const bin = new Bin(["start"], { ...env, POLICY_FILE: file });
    await running(bin);
    const told = (count: number) =>
      until(`${count} notices`, async () =>
        world.ephemerals.length >= count ? world.ephemerals.at(-1) : undefined,
      );
    await people.mention("C0000000000", ANN, "data engineer pay");
    expect((await told(1))?.text).toContain("answer in other channels");
    await people.mention(CHANNEL, ANN, "data engineer pay");
    await people.mention(CHANNEL, ANN, "how do I bake bread?");
    const declined = await until("two answers", async () => world.posts.length === 2 && world.posts[1]);
    await people.mention(CHANNEL, ANN, "data analyst pay");
    expect((await told(2))?.text).toMatch(/ask again in 60 minutes|Your next one can come in 60 minutes/);
    await people.press(declined, ANN, "Ask a person");
    const form = await until("the form", async () => world.views[0]);
    await people.submit(form, ANN, { question: "Who bakes here?" });
    await until("the question", async () => world.posts.some(({ channel }) => channel === MENTORS));
    expect(world.posts.filter(({ channel }) => channel === CHANNEL)).toHaveLength(2);
    expect(bin.stderr).not.toMatch(/bake|bread/);
    expect(slack.acks.violations).toEqual([]);
  });

  it("lets those see the report who may, alone", async () => {
    const { slack, env } = await slackServer();
    const { people, world } = slack;
    const file = await policy(`reports:\n  readers: [${ANN}]\n`);
    const bin = new Bin(["start"], { ...env, POLICY_FILE: file, KEEP_MISSES: "1" });
    await running(bin);
    await people.mention(CHANNEL, "U0000000000", "data enginer pay in the metaverse of cheese?");
    await people.mention(CHANNEL, "U0000000000", "report");
    await until("two answers", async () => world.posts.length === 2);
    await people.command(CHANNEL, ANN, "/rolewise", "report");
    const report = await until("the report", async () => world.ephemerals[0]);
    expect(report.onlyFor).toBe(ANN);
    expect(report.text).toContain("Questions without an answer");
  });
});

it("log lines about one question share an id, and hold neither its words nor its asker's name", async () => {
  const { slack, env } = await slackServer();
  const bin = new Bin(["start"], { ...env, LOG_LEVEL: "debug" });
  await running(bin);
  slack.faults.plan("chat.postMessage", { kind: "rate-limited", retryAfter: 0 });
  await slack.people.mention(CHANNEL, ANN, "a question about zeppelins");
  await until("an answer", async () => slack.world.posts.length === 1);
  const lines = bin.stderr.split("\n").flatMap((line) => (line.startsWith("{") ? [JSON.parse(line)] : []));
  const waited = lines.find(({ msg }) => msg === "slack asks to wait");
  expect(waited).toMatchObject({ level: 40, request: expect.stringMatching(/^[0-9a-f]{8}$/) });
  expect(bin.stderr).not.toMatch(/zeppelin|U0123456789|xoxb-T1-bot/);
});
