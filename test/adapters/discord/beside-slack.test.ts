// Slack's client comes first, as in a process that serves both: whichever undici is loaded first does the calls of all.
import "@slack/bolt";
import { expect, test } from "vitest";
import { posted, startBot } from "./bot.ts";

test("a file reaches Discord from a process that serves Slack too", async () => {
  const bot = await startBot();
  const file = { name: "rolewise-my-data.json", text: '{ "profile": {} }\n', description: "Your data" };
  bot.conversations.receive = async () => bot.conversations.personalReply("Your data");
  bot.conversations.besides = { file, buttons: [] };
  const channel = bot.server.world.dmWith(bot.ada);
  bot.server.people.say({ in: channel, by: bot.ada, text: "export my data" });
  const [sent] = await posted(bot, channel.id);
  expect(sent?.attachments).toMatchObject([{ filename: file.name, text: file.text }]);
  expect(bot.server.refused()).toEqual([]);
});
