import { describe, expect, test } from "vitest";
import { SetupError } from "../../../src/adapters/adapter.ts";
import { startDiscord } from "../../../src/adapters/discord/start.ts";
import { type Bot, type Logged, posted, quiet, recordingLog, startBot, startServer, textOf } from "./bot.ts";
import { FakeConversations } from "./fake-conversations.ts";

const general = (bot: Bot) => bot.server.world.channels.get(bot.server.guild.channelIds[0]!)!;

describe("a fault of the set-up is one clear line", () => {
  const failing = async (apiUrl: string, token: string) => {
    const logged: Logged[] = [];
    const settings = { token, apiUrl };
    const started = startDiscord({
      settings,
      conversations: new FakeConversations(),
      log: recordingLog(logged),
      now: Date.now,
    });
    return started.then(
      () => undefined,
      (error: unknown) => error,
    );
  };

  test("for a token that the REST API refuses", async () => {
    const server = await startServer();
    const error = await failing(server.apiUrl, "another.token");
    expect(error).toBeInstanceOf(SetupError);
    expect(String(error)).toContain("DISCORD_TOKEN is not accepted by Discord");
    expect(String(error)).not.toContain("\n");
    expect(String(error)).not.toContain("another.token");
  });

  test("for a token that is empty", async () => {
    const server = await startServer();
    expect(await failing(server.apiUrl, "")).toBeInstanceOf(SetupError);
  });

  test("for a token that the gateway refuses", async () => {
    const server = await startServer();
    server.gateway.refuseWith = 4004;
    const error = await failing(server.apiUrl, server.token);
    expect(error).toBeInstanceOf(SetupError);
    expect(String(error)).toContain("DISCORD_TOKEN");
  });

  test("for intents that are disallowed", async () => {
    const server = await startServer();
    server.gateway.refuseWith = 4014;
    const error = await failing(server.apiUrl, server.token);
    expect(error).toBeInstanceOf(SetupError);
    expect(String(error)).toContain("Privileged Gateway Intents");
  });

  test("for a Discord that cannot be reached, which may pass by itself", async () => {
    const server = await startServer();
    server.faults.add({ path: /^\/gateway\/bot$/, what: 502, times: 9 });
    const down = await failing(server.apiUrl, server.token);
    expect(down).toMatchObject({ name: "SetupError", passing: true });
    expect(String(down)).toContain("Discord cannot be reached (HTTP 502)");
    await server.stop();
    const gone = await failing(server.apiUrl, server.token);
    expect(gone).toMatchObject({ name: "SetupError", passing: true });
    expect(String(gone)).toMatch(/Discord cannot be reached \((?:ECONNREFUSED|UND_ERR_SOCKET)\)/);
  });

  test("for a bot in too many guilds for one shard", async () => {
    const server = await startServer();
    server.gateway.refuseWith = 4011;
    expect(String(await failing(server.apiUrl, server.token))).toContain("DISCORD_SHARDS=auto");
  });
});

test("no privileged intent is asked for", async () => {
  const bot = await startBot();
  // Guilds, GuildMessages, DirectMessages.
  expect(bot.server.gateway.identifies).toEqual([{ shard: [0, 1], intents: 1 | (1 << 9) | (1 << 12) }]);
});

test("health says whether events can arrive, and when the last one did", async () => {
  const bot = await startBot();
  expect(bot.adapter.health().connected).toBe(true);
  expect(Date.now() - bot.adapter.health().lastEventAt!).toBeLessThan(5_000);
  expect(Date.now() - bot.adapter.health().heardAt!).toBeLessThan(5_000);
  await bot.adapter.stop(1_000);
  expect(bot.adapter.health().connected).toBe(false);
});

test("a heartbeat that is answered is a sign of life, an event is not needed", async () => {
  const bot = await startBot({ server: { heartbeatMs: 50 } });
  const { lastEventAt } = bot.adapter.health();
  await bot.server.until(() => (bot.adapter.health().heardAt ?? 0) > lastEventAt! + 50, "a heartbeat");
  expect(bot.adapter.health().lastEventAt).toBe(lastEventAt);
});

describe("stopping", () => {
  test("finishes what is in hand and takes nothing new", async () => {
    const bot = await startBot();
    bot.conversations.delayMs = 300;
    const say = (text: string) =>
      bot.server.people.say({ in: general(bot), by: bot.ada, text: `<@${bot.server.world.bot.id}> ${text}` });
    say("before the stop");
    await bot.server.until(() => bot.conversations.received.length === 1, "the question");
    const stopped = bot.adapter.stop(2_000);
    say("after the stop");
    await stopped;
    expect((await posted(bot, general(bot).id)).map(textOf)).toEqual(["## You asked: before the stop"]);
    await quiet();
    expect(bot.conversations.received).toHaveLength(1);
  });

  test("does not wait longer than its grace", async () => {
    const bot = await startBot();
    bot.conversations.delayMs = 3_000;
    const dm = bot.server.world.dmWith(bot.ada);
    bot.server.people.say({ in: dm, by: bot.ada, text: "slow" });
    await bot.server.until(() => bot.conversations.received.length === 1, "the question");
    const before = Date.now();
    await bot.adapter.stop(200);
    expect(Date.now() - before).toBeLessThan(1_000);
  });
});

describe("guilds", () => {
  test("a new one is greeted once in its system channel", async () => {
    const bot = await startBot();
    const guild = bot.server.world.addGuild("Newcomers");
    guild.joinedAt = Date.now();
    bot.server.join(guild);
    const [hello] = await posted(bot, guild.systemChannelId!);
    expect(textOf(hello!)).toContain("I answer questions on careers in data");
    bot.server.join(guild);
    await quiet();
    expect(bot.server.posted(guild.systemChannelId!)).toHaveLength(1);
  });

  test("one where the bot may not write there is not", async () => {
    const bot = await startBot();
    const guild = bot.server.world.addGuild("Quiet", { permissions: 1n << 10n });
    guild.joinedAt = Date.now();
    bot.server.join(guild);
    await quiet();
    expect(bot.server.calls.filter(({ path }) => path.endsWith("/messages"))).toEqual([]);
  });

  test("one that comes back from an outage is not greeted again", async () => {
    const bot = await startBot();
    const guild = bot.server.world.addGuild("Old friends");
    bot.server.join(guild);
    await quiet();
    expect(bot.server.posted(guild.systemChannelId!)).toEqual([]);
  });

  test("removal erases what is kept about the guild", async () => {
    const bot = await startBot();
    bot.server.leave(bot.server.guild);
    await bot.server.until(() => bot.forgotten.length > 0, "the erasure");
    expect(bot.forgotten).toEqual([bot.server.guild.id]);
  });
});
