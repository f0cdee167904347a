import bolt from "@slack/bolt";
import { Client, Events, GatewayIntentBits, type InteractionReplyOptions, Partials } from "discord.js";
import type { Where } from "./where.ts";

/** What is sent instead of the words: as large as an answer of ours. */
export interface Echoed {
  /** Blocks of Slack. */
  blocks?: object[];
  /** Components of Discord, and the flag that they need. */
  components?: object[];
  flags?: number;
}

/** The least that the platforms' own clients can do. */
export async function startEchoes({ slack, discord }: Where, echoed: Echoed): Promise<void> {
  if (slack) await echoOnSlack(slack, echoed);
  if (discord) await echoOnDiscord(discord, echoed);
}

async function echoOnSlack(
  { apiUrl, botToken, appToken }: NonNullable<Where["slack"]>,
  { blocks }: Echoed,
): Promise<void> {
  const app = new bolt.App({
    token: botToken,
    appToken,
    socketMode: true,
    logLevel: bolt.LogLevel.ERROR,
    clientOptions: { slackApiUrl: apiUrl },
  });
  app.event("app_mention", async ({ event, say }) => {
    const message = { text: event.text, thread_ts: event.ts };
    await say((blocks === undefined ? message : { ...message, blocks }) as Parameters<typeof say>[0]);
  });
  await app.start();
}

async function echoOnDiscord(
  { apiUrl, token }: NonNullable<Where["discord"]>,
  { components, flags = 0 }: Echoed,
): Promise<void> {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    partials: [Partials.Channel],
    allowedMentions: { parse: [] },
    rest: { api: apiUrl },
  });
  client.on(Events.InteractionCreate, (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    const words = { content: interaction.options.getString("question", true) };
    const reply = components === undefined ? words : { components, flags };
    void interaction.reply(reply as InteractionReplyOptions);
  });
  const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(token);
  await ready;
}
