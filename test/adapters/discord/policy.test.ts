import { describe, expect, test } from "vitest";
import { createMentors } from "../../../src/conversations/mentors.ts";
import type { Channel } from "../../support/discord-server/world.ts";
import { type Bot, customIdOf, posted, quiet, startBot, textOf } from "./bot.ts";
import { answerWith } from "./render/sample-answers.ts";

const general = (bot: Bot) => bot.server.world.channels.get(bot.server.guild.channelIds[0]!)!;
const mention = (bot: Bot, text: string, channel = general(bot)) =>
  bot.server.people.say({ in: channel, by: bot.ada, text: `<@${bot.server.world.bot.id}> ${text}` });
const asked = (bot: Bot) => ({ in: general(bot), by: bot.ada });

describe("an answer that the policy keeps to its asker", () => {
  test("is opened by its asker alone below a message, and may be shared", async () => {
    const bot = await startBot();
    bot.conversations.moreOfReply = { discretion: "asker-may-share" };
    mention(bot, "what does a data engineer do");
    const [post] = await posted(bot, general(bot).id);
    expect(textOf(post!)).toBe("In this channel I answer to the asker alone.");
    const shown = bot.server.people.press(customIdOf(post!, "Show me alone"), post!, asked(bot));
    const answer = await shown.answer();
    expect(answer.flags & 64).toBe(64);
    const shared = bot.server.people.press(customIdOf(answer, "Share"), answer, asked(bot));
    expect((await shared.answer()).flags & 64).toBe(0);
  });

  test("is ephemeral to a command, and cannot be shared where the policy says so", async () => {
    const bot = await startBot();
    bot.conversations.moreOfReply = { discretion: "asker" };
    const answer = await bot.server.people.command("role", { name: "data-engineer" }, asked(bot)).answer();
    expect(answer.flags & 64).toBe(64);
    expect(() => customIdOf(answer, "Share")).toThrow();
    const refused = await bot.server.people.press("s/lookup:data-engineer", answer, asked(bot)).answer();
    expect(textOf(refused)).toContain("kept to their askers in this channel");
    expect(refused.flags & 64).toBe(64);
    expect(bot.server.posted(general(bot).id)).toEqual([]);
  });

  test("leaves a post as it is when its question is edited or its button pressed after the policy changed", async () => {
    const bot = await startBot();
    const question = mention(bot, "data engineer");
    const [post] = await posted(bot, general(bot).id);
    const before = textOf(post!);
    bot.conversations.moreOfReply = { discretion: "asker" };
    bot.server.people.edit(question, `<@${bot.server.world.bot.id}> data scientist`);
    const menu = customIdOf(post!, "Another topic");
    const pressed = bot.server.people.select(menu, "skills", post!, asked(bot));
    expect((await pressed.answer()).flags & 64).toBe(64);
    await quiet();
    expect(bot.server.posted(general(bot).id).map(textOf)).toEqual([before]);
  });
});

describe("a notice of the policy", () => {
  const notice = (bot: Bot) => {
    bot.conversations.audience = "private";
    bot.conversations.more = { outcome: "declined", summary: "Ask me in a direct message." };
    bot.conversations.moreOfReply = { aside: "notice" };
  };

  test("is written to the author of a message directly, with no button, and nothing is said in the channel", async () => {
    const bot = await startBot();
    notice(bot);
    mention(bot, "hello");
    const [told] = await posted(bot, bot.server.world.dmWith(bot.ada).id);
    expect(textOf(told!)).toContain("Ask me in a direct message.");
    expect(JSON.stringify(told!.components)).not.toContain("custom_id");
    expect(bot.server.posted(general(bot).id)).toEqual([]);
  });

  test("answers a command to its sender alone", async () => {
    const bot = await startBot();
    notice(bot);
    const answer = await bot.server.people.command("ask", { question: "hello" }, asked(bot)).answer();
    expect(answer.flags & 64).toBe(64);
    expect(JSON.stringify(answer.components)).not.toContain("custom_id");
  });
});

test("a report is posted in a channel, unasked, and a channel that is not there is said to be so", async () => {
  const bot = await startBot();
  await bot.adapter.announce(general(bot).id, answerWith({ title: "Questions without an answer" }));
  expect(bot.server.posted(general(bot).id).map(textOf)).toEqual([
    expect.stringContaining("Questions without an answer"),
  ]);
  await expect(bot.adapter.announce("1", answerWith({}))).rejects.toThrow("Unknown Channel");
});

describe("mentors", () => {
  let mentorsChannel: Channel;
  const mentors = () => createMentors(mentorsChannel.id, Date.now);
  const start = async () => {
    const bot = await startBot({ mentors }, ({ world, guild }) => {
      mentorsChannel = world.addChannel(guild, "mentors");
    });
    bot.conversations.more = { outcome: "declined", summary: "I do not know." };
    return bot;
  };
  const declined = async (bot: Bot, channel = general(bot)) => {
    mention(bot, "how do I tell my boss?", channel);
    const [post] = await posted(bot, channel.id);
    return post!;
  };

  test("are asked what their form was sent with, under the asker's name and without a ping", async () => {
    const bot = await start();
    const post = await declined(bot);
    const form = bot.server.people.press(customIdOf(post, "Ask a person"), post, asked(bot));
    await bot.server.until(() => form.acknowledgement, "the form");
    expect(JSON.stringify(form.acknowledgement)).toContain(
      `posted in <#${mentorsChannel.id}> with your name`,
    );
    expect(bot.server.posted(mentorsChannel.id)).toEqual([]);
    const sent = bot.server.people.submit(
      "mentor-form",
      { question: "How do I **tell** @everyone?" },
      asked(bot),
    );
    expect(textOf(await sent.answer())).toBe(`Your question is in <#${mentorsChannel.id}> now.`);
    const [question] = await posted(bot, mentorsChannel.id);
    expect(textOf(question!)).toMatch(new RegExp(`^<@${bot.ada.id}> asks:\nHow do I \\\\\\*\\\\\\*tell`));
    expect(question!.mentions).toEqual([]);
    expect(question!.mention_everyone).toBe(false);
  });

  test("are not asked a fourth time within the hour", async () => {
    const bot = await start();
    const send = () =>
      bot.server.people.submit("mentor-form", { question: "One more?" }, asked(bot)).answer();
    for (let times = 0; times < 3; times++) await send();
    expect(textOf(await send())).toMatch(/^Three questions an hour/);
    expect(bot.server.posted(mentorsChannel.id)).toHaveLength(3);
  });

  test("that cannot be written to are said to be so, and nothing of the question is logged", async () => {
    const bot = await start();
    bot.server.faults.add({
      method: "POST",
      path: new RegExp(`^/channels/${mentorsChannel.id}/messages`),
      what: { status: 403, code: 50001, message: "Missing Access" },
    });
    const sent = bot.server.people.submit("mentor-form", { question: "Anybody there?" }, asked(bot));
    expect(textOf(await sent.answer())).toMatch(/^I could not reach the mentors/);
    expect(bot.logged.filter(({ level }) => level === "error")).toHaveLength(1);
    expect(JSON.stringify(bot.logged)).not.toContain("Anybody there");
  });

  test("are offered in direct messages, but neither under an answer nor in another server", async () => {
    const bot = await start();
    const elsewhere = bot.server.world.addGuild("Others");
    bot.server.join(elsewhere);
    const other = bot.server.world.channels.get(elsewhere.channelIds[0]!)!;
    expect(JSON.stringify((await declined(bot, other)).components)).not.toContain("Ask a person");
    const direct = bot.server.world.dmWith(bot.ada);
    bot.server.people.say({ in: direct, by: bot.ada, text: "how do I tell my boss?" });
    expect(customIdOf((await posted(bot, direct.id))[0]!, "Ask a person")).toBe("mentors");
    bot.conversations.more = {};
    expect(JSON.stringify((await declined(bot)).components)).not.toContain("Ask a person");
  });
});
