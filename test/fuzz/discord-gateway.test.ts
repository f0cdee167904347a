import { expect, it, test } from "vitest";
import { type Bot, posted, quiet, startBot } from "../adapters/discord/bot.ts";
import { Bin } from "../cli/bin.ts";
import { startDiscordServer } from "../support/discord-server/server.ts";
import { crashWatch } from "./crashes.ts";
import { goodEvents } from "./discord-payloads.ts";
import { CANARY, Mutator, NO_PAYLOADS } from "./mutator.ts";

const ROUNDS = 60;
const watch = crashWatch();

async function survived(bot: Bot): Promise<void> {
  const { server, ada } = bot;
  const channel = server.world.addChannel(server.guild, "afterwards");
  server.gateway.dispatch("CHANNEL_CREATE", { ...channel, position: 0 }, server.guild.id);
  server.people.say({ in: channel, by: ada, text: `<@${server.world.bot.id}> hello` });
  await posted(bot, channel.id);
  expect(watch.crashes).toEqual([]);
  expect(bot.logged.filter((line) => JSON.stringify(line).includes(CANARY))).toEqual([]);
}

it("events that are broken, of every kind, are ignored or answered, and end nothing", async () => {
  const bot = await startBot();
  for (const [kind, { event, data, guildId }] of (await goodEvents(bot)).entries()) {
    const mutator = new Mutator(3_000 + kind);
    for (let n = 0; n < ROUNDS; n++) bot.server.gateway.dispatch(event, mutator.broken(data), guildId);
    await quiet(200);
  }
  await survived(bot);
  expect(bot.server.gateway.identifies).toHaveLength(1);
}, 60_000);

it("events with nothing in them, or with anything but an object, end nothing", async () => {
  const bot = await startBot();
  const mutator = new Mutator(11);
  for (const { event, guildId } of await goodEvents(bot))
    for (const data of [null, {}, [], "", 0, true, mutator.odd(), mutator.odd()])
      bot.server.gateway.dispatch(event, data, guildId);
  await quiet(300);
  await survived(bot);
});

it("events of an unknown type are ignored", async () => {
  const bot = await startBot();
  for (const event of [
    "",
    "MESSAGE_POLL_VOTE_ADD",
    "VOICE_CHANNEL_EFFECT_SEND",
    "toString",
    "constructor",
    CANARY,
  ])
    bot.server.gateway.dispatch(event, { id: "1", content: CANARY, channel_id: "1" }, bot.server.guild.id);
  await quiet();
  expect(bot.conversations.received).toEqual([]);
  await survived(bot);
});

it("what arrives many times is answered once", async () => {
  const bot = await startBot();
  const { people, world, guild } = bot.server;
  const channel = world.channels.get(guild.channelIds[0]!)!;
  const said = people.say({ in: channel, by: bot.ada, text: `<@${world.bot.id}> hello` });
  const asked = people.command("role", { name: "data-engineer" }, { in: channel, by: bot.ada });
  for (let n = 0; n < 20; n++) {
    people.deliver(said);
    people.redeliver(asked);
  }
  await posted(bot, channel.id, 2);
  await quiet(300);
  // One answer to the message, one to the command.
  expect(bot.server.posted(channel.id)).toHaveLength(2);
  expect(asked.secondAcknowledgements).toBe(0);
  await survived(bot);
});

test("frames that are no payload, or of no known operation, leave the whole bot running", async () => {
  const server = await startDiscordServer({ token: "MTIz.token-of-the-fuzz.test" });
  const bot = new Bin(["start"], {
    DISCORD_TOKEN: server.token,
    DISCORD_API_URL: server.apiUrl,
    LOG_LEVEL: "info",
  });
  await bot.until("the start", ({ stderr }) => stderr.includes("Rolewise is running"));
  const frames: (string | Buffer)[] = [
    ...NO_PAYLOADS.filter((body) => body.length < 100_000),
    ...[{ op: null }, { op: -1 }, { op: "0", t: "MESSAGE_CREATE" }, { op: 99, d: {} }, { op: 0 }].map(
      (each) => JSON.stringify(each),
    ),
    ...["error", "__proto__", "MESSAGE_CREATE"].map((t) => JSON.stringify({ op: 0, s: "x", t, d: CANARY })),
    Buffer.from([0, 1, 2, 255]),
  ];
  for (const frame of frames) {
    // A frame may cost the connection; it comes back.
    await server.until(() => server.gateway.connected(), "a connection", 15_000);
    server.gateway.raw(frame);
    await quiet(20);
  }
  const ada = server.world.addUser("ada");
  const channel = server.world.channels.get(server.guild.channelIds[0]!)!;
  await server.until(() => server.gateway.connected(), "a connection", 15_000);
  server.people.say({
    in: channel,
    by: ada,
    text: `<@${server.world.bot.id}> what does a data engineer earn?`,
  });
  await server.until(() => server.posted(channel.id).length > 0, "an answer after all that", 15_000);
  expect(bot.child.exitCode).toBeNull();
  expect(bot.stderr).not.toContain(CANARY);
  bot.child.kill("SIGTERM");
  expect((await bot.ended).code).toBe(0);
  await server.stop();
}, 90_000);
