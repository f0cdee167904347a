import { onTestFinished } from "vitest";
import { type DiscordServer, startDiscordServer } from "../support/discord-server/server.ts";
import type { Channel } from "../support/discord-server/world.ts";
import { APP_TOKEN, SlackServer } from "../support/slack-server/server.ts";
import type { Tally } from "./ledger.ts";

export const TEAM = "T1";
const CHANNELS = 6;
const DISCORD_TOKEN = "MTIz.of-the-chaos.tests";
/** As Slack does with events. */
const SLACK_RETRIES = 3;

/** Both platforms on this machine, and what the bot needs to reach them. */
export interface World {
  slack: SlackServer;
  discord: DiscordServer;
  slackChannels: readonly string[];
  discordChannels: readonly Channel[];
  env: Readonly<Record<string, string>>;
}

export async function startWorld(): Promise<World> {
  const slack = await SlackServer.start();
  onTestFinished(() => slack.close());
  slack.socket.retries = SLACK_RETRIES;
  slack.world.addWorkspace(TEAM);
  const discord = await startDiscordServer({ token: DISCORD_TOKEN });
  onTestFinished(() => discord.stop());
  const numbers = Array.from({ length: CHANNELS }, (_, number) => number);
  return {
    slack,
    discord,
    slackChannels: numbers.map((number) => slack.world.addChannel({ id: `C${number}`, teamId: TEAM }).id),
    discordChannels: numbers.map((number) => discord.world.addChannel(discord.guild, `channel-${number}`)),
    env: {
      SLACK_BOT_TOKEN: `xoxb-${TEAM}-bot`,
      SLACK_APP_TOKEN: APP_TOKEN,
      SLACK_API_URL: slack.apiUrl,
      DISCORD_TOKEN,
      DISCORD_API_URL: discord.apiUrl,
    },
  };
}

/**
 * What the bot has said, by what it answers: in Slack the person who asked, each of whom asks once; in Discord the
 * message or the interaction.
 */
export function tallyOf({ slack, discord }: World): Tally {
  const tally = new Map<string, object[]>();
  const count = (key: string, said: object) => {
    const answers = tally.get(key) ?? [];
    answers.push(said);
    tally.set(key, answers);
  };
  const askers = new Map<string, string>();
  for (const { byBot, deleted, channel, thread, ts, user, onlyFor, blocks } of slack.world.messages) {
    if (!byBot) askers.set(`${channel}:${ts}`, user);
    else if (!deleted) {
      const asker = onlyFor ?? askers.get(`${channel}:${thread}`) ?? channel.replace(/^D/, "");
      count(asker, blocks);
    }
  }
  for (const { author, message_reference: to, components } of discord.world.messages.values())
    if (author.id === discord.world.bot.id && to !== undefined) count(to.message_id, components);
  for (const { id, original, visible, followUps } of discord.interactions.values()) {
    if (visible > 0 && original !== undefined) count(id, original.components);
    for (const { components } of followUps) count(id, components);
  }
  return tally;
}
