import { startDiscord } from "../../../src/adapters/discord/start.ts";
import type { Interaction } from "../../support/discord-server/interactions.ts";
import { type DiscordServer, startDiscordServer } from "../../support/discord-server/server.ts";
import { flatten } from "../../support/discord-server/validate/components.ts";
import type { Channel, StoredMessage, User } from "../../support/discord-server/world.ts";
import type { Recorder } from "../recorder.ts";
import type { Turn, Where } from "../story.ts";
import { type Platform, type Seen, silentLog, type Talk, until } from "./platform.ts";

const EPHEMERAL = 1 << 6;

/** Discord over its gateway, with the real discord.js. */
export async function startDiscordStories({ conversations }: Recorder): Promise<Platform> {
  const server = await startDiscordServer();
  const bot = await startDiscord({
    settings: { token: server.token, apiUrl: server.apiUrl },
    conversations,
    log: silentLog,
    now: Date.now,
  });
  let people = 0;
  return {
    begin: (where) => talkOf(server, where, server.world.addUser(`person-${++people}`)),
    complaints: () => server.refused(),
    stop: async () => {
      await bot.stop(2_000);
      await server.stop();
    },
  };
}

function talkOf(server: DiscordServer, where: Where, by: User): Talk {
  const { world, people } = server;
  const channel = placeOf(server, where, by);
  const said: StoredMessage[] = [];
  let last: StoredMessage | undefined;
  /** All parts of the last answer: its buttons stand under the last of them. */
  let lastParts: () => StoredMessage[] = () => [];

  /** Messages of the bot under something that this person wrote. */
  const answers = () =>
    server
      .posted(channel.id)
      .filter(({ message_reference: below }) => said.some(({ id }) => id === below?.message_id));

  async function write({ says, twice }: Turn): Promise<StoredMessage> {
    const before = answers().length;
    const named = where === "dm" || last !== undefined ? says : `<@${world.bot.id}> ${says}`;
    const message = people.say({
      in: channel,
      by,
      text: where === "thread" ? `<@${world.bot.id}> ${says}` : named,
      ...(last === undefined || where !== "channel" ? {} : { replyTo: last }),
    });
    said.push(message);
    if (twice) people.deliver(message);
    return until("an answer in Discord", () => answers()[before]);
  }

  async function interact({ says, presses }: Turn): Promise<Interaction | undefined> {
    if (presses !== undefined && last !== undefined) {
      const offered = () => lastParts().find((part) => labelsOf(part).includes(presses));
      const under = await until(`the button "${presses}"`, offered);
      return people.press(customIdOf(under, presses), under, { in: channel, by });
    }
    return where === "command" ? people.command("ask", { question: says }, { in: channel, by }) : undefined;
  }

  async function take(turn: Turn): Promise<() => Seen> {
    const before = answers().length;
    const interaction = await interact(turn);
    if (interaction && turn.twice) people.redeliver(interaction);
    const first = interaction ? await interaction.answer() : await write(turn);
    // What is personal is not said where others read: a button shows it to its asker alone.
    if (turn.audience === "private" && !interaction && channel.type !== 1) {
      const opened = people.press(customIdOf(first, "Show me alone"), first, { in: channel, by });
      return seenOf(() => partsOf(opened));
    }
    last = first;
    lastParts = () => (interaction ? partsOf(interaction) : answers().slice(before));
    return seenOf(lastParts);
  }

  function seenOf(messages: () => StoredMessage[]): () => Seen {
    return () => ({
      messages: messages().map((message) => ({ shown: textOf(message) })),
      by:
        channel.type === 1 || messages().every(({ flags }) => (flags & EPHEMERAL) !== 0)
          ? "the asker alone"
          : "everybody",
    });
  }

  return { take };
}

function partsOf({ original, followUps }: Interaction): StoredMessage[] {
  return original === undefined ? followUps : [original, ...followUps];
}

function placeOf({ world, guild, gateway }: DiscordServer, where: Where, by: User): Channel {
  if (where === "dm") return world.dmWith(by);
  const general = world.channels.get(guild.channelIds[0] ?? "");
  if (general === undefined) throw new Error("the guild has no channel");
  if (where !== "thread") return general;
  const thread = world.addThread(general, "Careers", world.newId());
  gateway.dispatch("THREAD_CREATE", { ...thread }, guild.id);
  return thread;
}

function labelsOf({ components }: StoredMessage): unknown[] {
  return flatten(components).flatMap((one) => ("label" in one ? [one.label] : []));
}

function customIdOf({ components }: StoredMessage, label: string): string {
  for (const one of flatten(components)) {
    if ("label" in one && one.label === label && typeof one.custom_id === "string") return one.custom_id;
  }
  throw new Error(`no button "${label}" in ${JSON.stringify(components)}`);
}

/** The words that a message shows, without the backslashes that keep them literal. */
function textOf({ content, components }: StoredMessage): string {
  const texts = flatten(components).flatMap((one) => (typeof one.content === "string" ? [one.content] : []));
  return [content, ...texts].join("\n").replace(/\\([^\w\s])/g, "$1");
}
