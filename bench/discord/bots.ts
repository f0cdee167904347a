import { Client, Events, GatewayIntentBits, Partials } from "discord.js";
import { startDiscord } from "../../src/adapters/discord/start.ts";
import { UsualConversations } from "./usual-conversations.ts";

/** The process of one bot: says "ready", and its CPU time in microseconds whenever it is asked. */

const [, , kind, apiUrl = "", token = ""] = process.argv;
const silent = { debug() {}, info() {}, warn() {}, error: console.error };

if (kind === "rolewise") {
  const conversations = new UsualConversations();
  await startDiscord({ settings: { token, apiUrl }, conversations, log: silent, now: Date.now });
} else {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    partials: [Partials.Channel],
    allowedMentions: { parse: [] },
    rest: { api: apiUrl },
  });
  client.on(Events.MessageCreate, (message) => {
    if (!message.author.bot) void message.reply("echo").catch(() => undefined);
  });
  client.on(Events.InteractionCreate, (interaction) => {
    if (interaction.isChatInputCommand()) void interaction.reply("echo").catch(() => undefined);
  });
  const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(token);
  await ready;
}

process.on("message", () => {
  const { user, system } = process.cpuUsage();
  process.send?.({ cpu: user + system });
});
process.send?.("ready");
