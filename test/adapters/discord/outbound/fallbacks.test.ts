import { expect, test } from "vitest";
import { type Bot, customIdOf, posted, quiet, startBot, textOf } from "../bot.ts";

const REFUSED = { status: 400, code: 50035, message: "Invalid Form Body" };
const general = (bot: Bot) => bot.server.world.channels.get(bot.server.guild.channelIds[0]!)!;
const asked = (bot: Bot) => ({ in: general(bot), by: bot.ada });

test("a command whose components are refused is answered in plain text", async () => {
  const bot = await startBot();
  bot.server.faults.add({ path: /callback$/, what: REFUSED });
  const interaction = bot.server.people.command("role", { name: "data-engineer" }, asked(bot));
  const answer = await interaction.answer();
  expect(answer.content).toBe("Asked: lookup:data-engineer");
  expect(answer.components).toEqual([]);
});

test("a button whose components are refused leaves its message and answers in plain text to the one who pressed", async () => {
  const bot = await startBot();
  const shown = await bot.server.people.command("role", { name: "data-engineer" }, asked(bot)).answer();
  bot.server.faults.add({ path: /callback$/, what: REFUSED });
  const press = bot.server.people.press("a/lookup:data-scientist", shown, asked(bot));
  const answer = await press.answer();
  expect(answer).not.toBe(shown);
  expect(answer.flags & 64).toBe(64);
  expect(answer.content).toBe("Asked: lookup:data-scientist");
});

test("an answer of several messages to a command follows in as many, all private if it is", async () => {
  const bot = await startBot();
  bot.conversations.more = { sections: longSections(60) };
  const interaction = bot.server.people.command("tips", {}, asked(bot));
  await interaction.until((self) => self.followUps.length >= 2);
  expect(interaction.followUps.every(({ flags }) => (flags & 64) === 64)).toBe(true);
  expect(bot.server.posted(general(bot).id)).toEqual([]);
});

test("an edited question whose answer grows or shrinks keeps all its messages in step", async () => {
  const bot = await startBot();
  const mention = `<@${bot.server.world.bot.id}>`;
  bot.conversations.more = { sections: longSections(60) };
  const question = bot.server.people.say({ ...asked(bot), text: `${mention} all of it` });
  const long = await posted(bot, general(bot).id, 4);
  bot.conversations.more = {};
  bot.server.people.edit(question, `${mention} less`);
  await bot.server.until(() => bot.server.posted(general(bot).id).length === 1, "the shorter answer");
  expect(textOf(bot.server.posted(general(bot).id)[0]!)).toBe("## You meant: less");
  bot.conversations.more = { sections: longSections(60) };
  bot.server.people.edit(question, `${mention} all again`);
  await posted(bot, general(bot).id, long.length);
  await quiet();
  expect(bot.server.posted(general(bot).id)).toHaveLength(long.length);
  expect(bot.server.refused()).toEqual([]);
});

test("sharing is offered on a private answer alone", async () => {
  const bot = await startBot();
  const open = await bot.server.people.command("role", { name: "data-engineer" }, asked(bot)).answer();
  expect(() => customIdOf(open, "Share")).toThrow();
});

function longSections(paragraphs: number) {
  const children = Array.from({ length: paragraphs }, () => ({
    type: "paragraph" as const,
    children: [{ type: "text" as const, value: "word ".repeat(40) }],
  }));
  return [{ heading: "Long", body: { type: "root" as const, children } }];
}
