import { describe, expect, test } from "vitest";
import { type Bot, customIdOf, posted, quiet, startBot, textOf } from "./bot.ts";

const general = (bot: Bot) => bot.server.world.channels.get(bot.server.guild.channelIds[0]!)!;
const mention = (bot: Bot, text: string) => `<@${bot.server.world.bot.id}> ${text}`;

test("a mention is answered by a plain reply below it, and pings nobody", async () => {
  const bot = await startBot();
  const channel = general(bot);
  const asked = bot.server.people.say({
    in: channel,
    by: bot.ada,
    text: mention(bot, "what does an ML lead do?"),
  });
  const [answer] = await posted(bot, channel.id);
  expect(textOf(answer!)).toBe("## You asked: what does an ML lead do?");
  expect(answer!.message_reference?.message_id).toBe(asked.id);
  const call = bot.server.calls.find(({ path }) => path === `/channels/${channel.id}/messages`);
  expect(call?.body).toMatchObject({
    allowed_mentions: { parse: [] },
    nonce: `${asked.id}.0`,
    enforce_nonce: true,
  });
  expect(bot.conversations.received[0]).toEqual({
    platform: "discord",
    workspaceId: bot.server.guild.id,
    channelId: channel.id,
    userId: bot.ada.id,
    messageId: asked.id,
    text: "what does an ML lead do?",
    addressed: "mention",
    audience: "public",
  });
  expect(bot.server.refused()).toEqual([]);
});

test("a DM is answered without a mention, in private", async () => {
  const bot = await startBot();
  const channel = bot.server.world.dmWith(bot.ada);
  bot.server.people.say({ in: channel, by: bot.ada, text: "what does a data engineer earn?" });
  const [answer] = await posted(bot, channel.id);
  expect(textOf(answer!)).toContain("what does a data engineer earn?");
  expect(bot.conversations.received[0]).toMatchObject({
    workspaceId: "@me",
    addressed: "direct",
    audience: "private",
  });
});

test("a reply to the bot's message is taken as a follow-up", async () => {
  const bot = await startBot();
  const channel = general(bot);
  bot.server.people.say({ in: channel, by: bot.ada, text: mention(bot, "data engineer") });
  const [answer] = await posted(bot, channel.id);
  bot.server.people.say({ in: channel, by: bot.ada, text: "and the salary?", replyTo: answer! });
  const [, second] = await posted(bot, channel.id, 2);
  expect(textOf(second!)).toBe("## You asked: and the salary?");
});

test("a mention in a thread is answered there", async () => {
  const bot = await startBot();
  const thread = bot.server.world.addThread(general(bot), "Careers", bot.server.world.newId());
  bot.server.gateway.dispatch("THREAD_CREATE", { ...thread }, bot.server.guild.id);
  bot.server.people.say({ in: thread, by: bot.ada, text: mention(bot, "data engineer") });
  await posted(bot, thread.id);
  expect(bot.conversations.received[0]).toMatchObject({ channelId: general(bot).id, threadId: thread.id });
});

describe("a hint how to ask", () => {
  test.each([
    [
      "a mention of the bot's role",
      (bot: Bot) => `<@&${bot.server.guild.botRoleId}> what is a data engineer?`,
    ],
    ["a mention with nothing behind it", (bot: Bot) => mention(bot, "")],
    ["a mention with a custom emoji alone", (bot: Bot) => mention(bot, "<:wave:123456789012345678>")],
  ])("follows %s", async (_, text) => {
    const bot = await startBot();
    bot.server.people.say({ in: general(bot), by: bot.ada, text: text(bot) });
    const [hint] = await posted(bot, general(bot).id);
    expect(textOf(hint!)).toContain("Ask me like this");
    expect(bot.conversations.received).toEqual([]);
  });

  test("follows a reply whose ping is off, since its text stays hidden", async () => {
    const bot = await startBot();
    const channel = general(bot);
    bot.server.people.say({ in: channel, by: bot.ada, text: mention(bot, "data engineer") });
    const [answer] = await posted(bot, channel.id);
    bot.server.people.say({ in: channel, by: bot.ada, text: "and pay?", replyTo: answer!, ping: false });
    const [, hint] = await posted(bot, channel.id, 2);
    expect(textOf(hint!)).toContain("with the ping on");
  });
});

test("nobody is answered who does not address the bot", async () => {
  const bot = await startBot();
  const channel = general(bot);
  const { people, world } = bot.server;
  const robot = { ...world.addUser("robot"), bot: true };
  people.say({ in: channel, by: bot.ada, text: "@everyone what is a data engineer?" });
  people.say({ in: channel, by: bot.ada, text: "@here hello" });
  people.say({ in: channel, by: bot.ada, text: "just talking" });
  people.say({ in: channel, by: robot, text: mention(bot, "hello from a bot") });
  people.say({ in: channel, by: world.bot, text: mention(bot, "talking to myself") });
  people.say({ in: channel, by: bot.ada, text: mention(bot, "pinned a message"), type: 6 });
  people.deliver({ ...people.say({ in: channel, by: bot.ada, text: "hook" }), webhook_id: world.newId() });
  await quiet();
  expect(bot.server.calls.filter(({ path }) => path.endsWith("/messages"))).toEqual([]);
});

test("the same message delivered twice is answered once", async () => {
  const bot = await startBot();
  const channel = general(bot);
  const asked = bot.server.people.say({ in: channel, by: bot.ada, text: mention(bot, "data engineer") });
  bot.server.people.deliver(asked);
  await posted(bot, channel.id);
  bot.server.people.deliver(asked);
  await quiet();
  expect(bot.server.posted(channel.id)).toHaveLength(1);
});

test("an answer whose arrival Discord fails to confirm is not posted twice", async () => {
  const bot = await startBot();
  const channel = general(bot);
  bot.server.faults.add({ method: "POST", path: /\/messages$/, what: "lost" });
  bot.server.people.say({ in: channel, by: bot.ada, text: mention(bot, "data engineer") });
  await bot.server.until(
    () => bot.server.calls.filter(({ path }) => path === `/channels/${channel.id}/messages`).length === 2,
    "a second try",
  );
  await quiet();
  expect(bot.server.posted(channel.id)).toHaveLength(1);
});

test("a long answer comes as several messages, all below the question", async () => {
  const bot = await startBot();
  const body = {
    type: "root" as const,
    children: Array.from({ length: 40 }, () => ({
      type: "paragraph" as const,
      children: [{ type: "text" as const, value: "word ".repeat(50) }],
    })),
  };
  bot.conversations.more = { sections: [{ heading: "Long", body }] };
  const asked = bot.server.people.say({ in: general(bot), by: bot.ada, text: mention(bot, "all of it") });
  const messages = await posted(bot, general(bot).id, 3);
  expect(messages.every(({ message_reference }) => message_reference?.message_id === asked.id)).toBe(true);
});

test("what is personal is not said in public: a button shows it to its asker alone", async () => {
  const bot = await startBot();
  bot.conversations.audience = "private";
  const channel = general(bot);
  bot.server.people.say({ in: channel, by: bot.ada, text: mention(bot, "what am I missing?") });
  const [notice] = await posted(bot, channel.id);
  expect(textOf(notice!)).toBe("That is about you, so I answer it to you alone.");
  const pressed = bot.server.people.press(customIdOf(notice!, "Show me alone"), notice!, {
    in: channel,
    by: bot.ada,
  });
  const answer = await pressed.answer();
  expect(answer.flags & 64).toBe(64);
  expect(textOf(answer)).toContain("Asked: lookup:data-engineer:salary");
  expect(bot.server.posted(channel.id)).toHaveLength(1);
});

test("where Discord refuses the components the answer comes as plain text", async () => {
  const bot = await startBot();
  bot.server.faults.add({
    method: "POST",
    path: /\/messages$/,
    what: { status: 400, code: 50035, message: "Invalid Form Body" },
  });
  bot.server.people.say({ in: general(bot), by: bot.ada, text: mention(bot, "data engineer") });
  const [answer] = await posted(bot, general(bot).id);
  expect(answer!.components).toEqual([]);
  expect(answer!.content).toBe("You asked: data engineer");
});

describe("a missing permission", () => {
  const SEND = 1n << 11n;

  test("is told to the asker alone, by its name", async () => {
    const bot = await startBot({}, ({ world, guild }) => void world.addChannel(guild, "read-only", SEND));
    const channel = bot.server.world.channels.get(bot.server.guild.channelIds[1]!)!;
    bot.server.people.say({ in: channel, by: bot.ada, text: mention(bot, "data engineer") });
    const [line] = await posted(bot, bot.server.world.dmWith(bot.ada).id);
    expect(textOf(line!)).toContain(
      `I cannot answer in <#${channel.id}>: I lack the permission Send Messages.`,
    );
    expect(bot.logged).toContainEqual(
      expect.objectContaining({
        level: "warn",
        fields: expect.objectContaining({ missing: ["Send Messages"] }),
      }),
    );
  });
});

describe("an edited question", () => {
  test("has its answer edited, not a second one posted", async () => {
    const bot = await startBot();
    const channel = general(bot);
    const asked = bot.server.people.say({ in: channel, by: bot.ada, text: mention(bot, "data enginer") });
    const [answer] = await posted(bot, channel.id);
    bot.server.people.edit(asked, mention(bot, "data scientist"));
    await bot.server.until(() => textOf(answer!).includes("You meant: data scientist"), "the edit");
    expect(bot.server.posted(channel.id)).toHaveLength(1);
    expect(bot.server.refused()).toEqual([]);
  });

  test("that was written more than five minutes ago keeps its answer", async () => {
    const bot = await startBot();
    const channel = general(bot);
    const at = Date.now() - 301_000;
    const asked = bot.server.people.say({
      in: channel,
      by: bot.ada,
      text: mention(bot, "data engineer"),
      at,
    });
    await posted(bot, channel.id);
    bot.server.people.edit(asked, mention(bot, "data scientist"));
    await quiet();
    expect(bot.conversations.reconsidered).toEqual([]);
  });

  test("that was not answered before stays so", async () => {
    const bot = await startBot();
    const asked = bot.server.people.say({ in: general(bot), by: bot.ada, text: "just talking" });
    bot.server.people.edit(asked, mention(bot, "data scientist"));
    await quiet();
    expect(bot.server.posted(general(bot).id)).toEqual([]);
  });

  test("is told from a link preview that Discord adds", async () => {
    const bot = await startBot();
    const asked = bot.server.people.say({
      in: general(bot),
      by: bot.ada,
      text: mention(bot, "data engineer"),
    });
    await posted(bot, general(bot).id);
    bot.server.people.unfurl(asked);
    await quiet();
    expect(bot.conversations.reconsidered).toEqual([]);
  });
});
