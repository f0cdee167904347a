import { describe, expect, test } from "vitest";
import { type Bot, posted, quiet, startBot, textOf } from "./bot.ts";

const general = (bot: Bot) => bot.server.world.channels.get(bot.server.guild.channelIds[0]!)!;
const say = (bot: Bot, text: string) =>
  bot.server.people.say({ in: general(bot), by: bot.ada, text: `<@${bot.server.world.bot.id}> ${text}` });

/** Three questions around a fault, each answered once. */
async function survives(bot: Bot, fault: () => void): Promise<void> {
  say(bot, "before");
  await posted(bot, general(bot).id);
  const { resumes } = bot.server.gateway;
  const earlier = resumes.length;
  fault();
  say(bot, "meanwhile");
  await bot.server.until(
    () => resumes.length > earlier && bot.server.gateway.connected(),
    "a resume",
    10_000,
  );
  say(bot, "after");
  await posted(bot, general(bot).id, 3);
  await quiet();
  expect(bot.server.posted(general(bot).id).map(textOf).toSorted()).toEqual([
    "## You asked: after",
    "## You asked: before",
    "## You asked: meanwhile",
  ]);
}

describe("nothing is lost or doubled", () => {
  test("when Discord asks to reconnect (op 7)", async () => {
    const bot = await startBot();
    await survives(bot, () => bot.server.gateway.askToReconnect());
    expect(bot.server.gateway.resumes).toMatchObject([{ accepted: true }]);
    expect(bot.server.gateway.identifies).toHaveLength(1);
  });

  test.each([4000, 4009, 1001, 0])("when the connection closes with %i (0: without a word)", async (code) => {
    const bot = await startBot();
    await survives(bot, () => bot.server.gateway.close(code));
    expect(bot.server.gateway.resumes).toMatchObject([{ accepted: true }]);
  });

  test("when the session is invalid but may be resumed (op 9 true)", async () => {
    const bot = await startBot();
    await survives(bot, () => bot.server.gateway.invalidate(true));
    expect(bot.server.gateway.resumes).toMatchObject([{ accepted: true }]);
  });

  test("when Discord stops answering heartbeats", async () => {
    const bot = await startBot({ server: { heartbeatMs: 150 } });
    await survives(bot, () => {
      bot.server.gateway.deaf = true;
      setTimeout(() => {
        bot.server.gateway.deaf = false;
      }, 400);
      bot.server.gateway.forgetConnections();
    });
    expect(bot.server.gateway.resumes.length).toBeGreaterThan(0);
  });
});

test("a session that is gone (op 9 false) is begun anew, and the bot answers again", async () => {
  const bot = await startBot();
  bot.server.gateway.invalidate(false);
  await bot.server.until(() => bot.server.gateway.identifies.length === 2, "a new IDENTIFY", 10_000);
  await bot.server.until(() => bot.server.gateway.connected(), "a new session", 10_000);
  say(bot, "hello again");
  await posted(bot, general(bot).id);
});

test.each([
  [4004, "DISCORD_TOKEN is not accepted"],
  [4014, "Discord disallows the intents"],
])("a close with %i while the bot runs is for somebody to mend, and health says so", async (code, line) => {
  const bot = await startBot();
  bot.server.gateway.close(code);
  const fatal = await bot.server.until(() => bot.fatal[0], "the fatal error");
  expect(fatal).toMatchObject({ name: "SetupError", passing: false });
  expect(fatal.message).toContain(line);
  expect(bot.adapter.health().connected).toBe(false);
});

test("a lost connection, rate limits and calls are told to those who count", async () => {
  const bot = await startBot();
  const before = bot.signals.called;
  bot.server.faults.add({ method: "POST", path: /\/messages$/, what: "limited", retryAfter: 0.1 });
  say(bot, "hello");
  await posted(bot, general(bot).id);
  expect(bot.signals).toMatchObject({ rateLimited: 1, reconnecting: 0 });
  expect(bot.signals.called - before).toBeGreaterThanOrEqual(2);
  bot.server.gateway.close(0);
  await bot.server.until(() => bot.signals.reconnecting === 1, "a lost connection");
});

describe("REST", () => {
  test.each([
    ["a limit of the route", { what: "limited", retryAfter: 0.3, times: 2 }],
    ["the global limit", { what: "limited", retryAfter: 0.3, global: true }],
    ["an internal error", { what: 500 }],
    ["a bad gateway, twice", { what: 502, times: 2 }],
  ] as const)("%s delays an answer and does not lose it", async (_, fault) => {
    const bot = await startBot();
    bot.server.faults.add({ method: "POST", path: /\/messages$/, ...fault });
    say(bot, "hello");
    await posted(bot, general(bot).id);
    await quiet();
    expect(bot.server.posted(general(bot).id)).toHaveLength(1);
  });

  test("more than fifty calls a second wait in line, and interactions do not wait behind them", async () => {
    const bot = await startBot();
    const channels = Array.from({ length: 120 }, (_, at) =>
      bot.server.world.addChannel(bot.server.guild, `c${at}`),
    );
    for (const channel of channels) {
      bot.server.gateway.dispatch("CHANNEL_CREATE", { ...channel, position: 0 }, bot.server.guild.id);
      bot.server.people.say({ in: channel, by: bot.ada, text: `<@${bot.server.world.bot.id}> hello` });
    }
    await bot.server.until(() => bot.conversations.received.length === channels.length, "all questions");
    bot.conversations.delayMs = 900;
    const asked = { in: general(bot), by: bot.ada };
    const interactions = Array.from({ length: 20 }, () =>
      bot.server.people.command("role", { name: "data-engineer" }, asked),
    );
    for (const interaction of interactions) {
      await interaction.answer();
      expect(interaction.acknowledgedAfter).toBeLessThan(3_000);
    }
    const waiting = channels.filter(({ id }) => bot.server.posted(id).length === 0);
    expect(waiting.length).toBeGreaterThan(0);
    for (const channel of channels) await posted(bot, channel.id);
    expect(channels.every(({ id }) => bot.server.posted(id).length === 1)).toBe(true);
  });
});

describe("two shards", () => {
  test("in one process serve the guilds of both, and DMs", async () => {
    const bot = await startBot({ server: { shards: 2 }, settings: { shards: "auto" } }, ({ world }) => {
      world.addGuild("On shard one", { shard: 1, shards: 2 });
    });
    const [first, second] = [...bot.server.world.guilds.values()].map(
      ({ systemChannelId }) => bot.server.world.channels.get(systemChannelId!)!,
    );
    const dm = bot.server.world.dmWith(bot.ada);
    for (const channel of [first!, second!, dm]) {
      bot.server.people.say({ in: channel, by: bot.ada, text: `<@${bot.server.world.bot.id}> hello` });
      await posted(bot, channel.id);
    }
    expect(bot.server.gateway.identifies.map(({ shard }) => shard).toSorted()).toEqual([
      [0, 2],
      [1, 2],
    ]);
  });

  test("can be processes of their own: one that serves shard 1 alone leaves the commands to the other", async () => {
    const bot = await startBot(
      { server: { shards: 2 }, settings: { shards: { ids: [1], total: 2 } } },
      ({ world }) => {
        world.addGuild("On shard one", { shard: 1, shards: 2 });
      },
    );
    expect(bot.server.gateway.identifies).toMatchObject([{ shard: [1, 2] }]);
    const guild = [...bot.server.world.guilds.values()][1]!;
    const channel = bot.server.world.channels.get(guild.systemChannelId!)!;
    bot.server.people.say({ in: channel, by: bot.ada, text: `<@${bot.server.world.bot.id}> hello` });
    await posted(bot, channel.id);
    expect(bot.server.calls.filter(({ path }) => path.includes("/commands"))).toEqual([]);
  });
});
