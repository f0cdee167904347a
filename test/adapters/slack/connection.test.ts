import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { SetupError } from "../../../src/adapters/adapter.ts";
import { type SlackDeps, startSlack } from "../../../src/adapters/slack/start.ts";
import { APP_TOKEN, SlackServer } from "../../support/slack-server/server.ts";
import { FakeConversations } from "./fake-conversations.ts";
import { ANN, type Bench, CHANNEL, quiet, recordingLog, startBench, TEAM, until } from "./harness.ts";

describe("a wrong set-up", () => {
  let slack: SlackServer;
  beforeEach(async () => {
    slack = await SlackServer.start();
    slack.world.addWorkspace(TEAM);
  });
  afterEach(() => slack.close());
  const start = (over: Partial<Extract<SlackDeps["settings"], { mode: "socket" }>>) =>
    startSlack({
      settings: {
        mode: "socket",
        botToken: `xoxb-${TEAM}-bot`,
        appToken: APP_TOKEN,
        apiUrl: slack.apiUrl,
        ...over,
      },
      conversations: new FakeConversations(),
      log: recordingLog(),
      now: Date.now,
    });

  it.each([
    ["a bot token that Slack refuses", { botToken: "xoxb-wrong" }, /SLACK_BOT_TOKEN.*invalid_auth/],
    ["an app token in the place of the bot token", { botToken: APP_TOKEN }, /SLACK_BOT_TOKEN.*xoxb-/],
    ["an app token that Slack refuses", { appToken: "xapp-wrong" }, /SLACK_APP_TOKEN.*invalid_auth/],
    ["a bot token in the place of the app token", { appToken: "xoxb-1" }, /SLACK_APP_TOKEN.*xapp-/],
    [
      "an address where no Slack answers",
      { apiUrl: "http://127.0.0.1:1985/api/" },
      /cannot be reached.*ECONNREFUSED/,
    ],
  ])("is told in one line for %s", async (_, over, line) => {
    const refused = await start(over).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(SetupError);
    const { message } = refused as SetupError;
    expect(message).toMatch(line);
    expect(message).not.toContain("\n");
    expect(message).not.toContain("wrong");
  });

  it("is told in one line for a port that is taken", async () => {
    const port = Number(new URL(slack.url).port);
    const taken = startSlack({
      settings: {
        mode: "http",
        access: { kind: "token", botToken: `xoxb-${TEAM}-bot` },
        signingSecret: "s",
        port,
        apiUrl: slack.apiUrl,
      },
      conversations: new FakeConversations(),
      log: recordingLog(),
      now: Date.now,
    });
    await expect(taken).rejects.toThrow(/PORT \d+ cannot be listened on \(EADDRINUSE\)/);
  });

  it("names the scopes that the app lacks", async () => {
    const log = recordingLog();
    const lacking = await SlackServer.start();
    lacking.world.addWorkspace(TEAM, { scopes: ["chat:write", "commands"] });
    const bot = await startSlack({
      settings: { mode: "socket", botToken: `xoxb-${TEAM}-bot`, appToken: APP_TOKEN, apiUrl: lacking.apiUrl },
      conversations: new FakeConversations(),
      log,
      now: Date.now,
    });
    await bot.stop(1_000);
    await lacking.close();
    expect(log.lines.find(({ level }) => level === "warn")?.fields).toMatchObject({
      missing: expect.arrayContaining(["app_mentions:read", "im:history"]),
    });
  });
});

describe("the socket", () => {
  let bench: Bench;
  let fatal: SetupError | undefined;
  let signals: { rateLimited: number; reconnecting: number; called: number };
  beforeEach(async () => {
    fatal = undefined;
    signals = { rateLimited: 0, reconnecting: 0, called: 0 };
    bench = await startBench("socket", {
      signals: {
        rateLimited: () => void signals.rateLimited++,
        reconnecting: () => void signals.reconnecting++,
        called: () => void signals.called++,
      },
      onFatal: (error) => {
        fatal = error;
      },
    });
  });
  afterEach(() => bench.close());
  const connected = () => bench.slack.socket.connections > 0 && bench.bot.health().connected;

  it.each(["refresh", "drop"] as const)(
    "comes back after a %s, and nothing is lost or doubled",
    async (how) => {
      bench.slack.socket[how]();
      const asked = [1, 2, 3].map((n) => bench.slack.people.mention(CHANNEL, ANN, `question ${n}`));
      await Promise.all(asked);
      await until("the answers", () => bench.slack.world.posts.length === 3);
      await quiet();
      expect(bench.slack.world.posts).toHaveLength(3);
      expect(bench.slack.socket.opened).toBe(2);
      await until("the connection", connected);
    },
  );

  it("says by its health whether events can arrive and when the last one did", async () => {
    expect(bench.bot.health()).toMatchObject({ connected: true, lastEventAt: undefined });
    await bench.slack.people.mention(CHANNEL, ANN, "hello");
    expect(bench.bot.health().lastEventAt).toBeGreaterThan(Date.now() - 5_000);
  });

  it("takes the heartbeats of a silent workspace for signs of life", async () => {
    const first = bench.bot.health().heardAt ?? 0;
    expect(first).toBeGreaterThan(Date.now() - 5_000);
    await until("a later sign of life", () => {
      bench.slack.socket.ping();
      return (bench.bot.health().heardAt ?? 0) > first;
    });
    expect(bench.bot.health().lastEventAt).toBeUndefined();
  });

  it("tells of a lost socket, of rate limits and of calls", async () => {
    bench.slack.faults.plan("chat.postMessage", { kind: "rate-limited", retryAfter: 0 });
    await bench.slack.people.mention(CHANNEL, ANN, "hello");
    await until("both calls", () => signals.called === 2);
    expect(signals).toMatchObject({ rateLimited: 1, reconnecting: 0 });
    bench.slack.socket.drop();
    await until("a new socket", connected);
    expect(signals.reconnecting).toBe(1);
  });

  it("ends with a clear line and no crash when its token is refused on the way", async () => {
    bench.slack.world.appTokens.clear();
    bench.slack.socket.drop();
    const error = await until("the fatal error", () => fatal);
    expect(error).toBeInstanceOf(SetupError);
    expect(error.message).toMatch(/SLACK_APP_TOKEN.*invalid_auth/);
    expect(bench.bot.health().connected).toBe(false);
  });

  it("keeps trying while Slack is out of order", async () => {
    for (let n = 0; n < 2; n++)
      bench.slack.faults.plan("apps.connections.open", { kind: "server-error", done: false });
    bench.slack.socket.drop();
    await until("the connection", () => bench.slack.socket.opened === 2 && connected(), 8_000);
    await bench.slack.people.mention(CHANNEL, ANN, "still there?");
    await until("the answer", () => bench.slack.world.posts.length === 1);
  });

  it("stops within the grace it is given, even in the middle of a long answer", async () => {
    bench.conversations.delayMs = 5_000;
    await bench.slack.people.mention(CHANNEL, ANN, "slow");
    const begun = Date.now();
    await bench.bot.stop(300);
    expect(Date.now() - begun).toBeLessThan(1_000);
  });

  it("does not come back after it was stopped", async () => {
    await bench.bot.stop(1_000);
    await quiet(300);
    expect(bench.slack.socket.connections).toBe(0);
    expect(bench.slack.socket.opened).toBe(1);
  });
});
