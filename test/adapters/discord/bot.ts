import { afterEach } from "vitest";
import type { RunningAdapter, SetupError } from "../../../src/adapters/adapter.ts";
import type { DiscordSettings } from "../../../src/adapters/discord/settings.ts";
import { startDiscord } from "../../../src/adapters/discord/start.ts";
import type { Log } from "../../../src/adapters/log.ts";
import type { Signals } from "../../../src/adapters/signals.ts";
import type { Mentors } from "../../../src/conversations/mentors.ts";
import { bound } from "../../support/bound.ts";
import {
  type DiscordServer,
  type DiscordServerOptions,
  startDiscordServer,
} from "../../support/discord-server/server.ts";
import { flatten } from "../../support/discord-server/validate/components.ts";
import type { StoredMessage, User } from "../../support/discord-server/world.ts";
import { FakeConversations } from "./fake-conversations.ts";

export interface Logged {
  level: "debug" | "info" | "warn" | "error";
  fields: Record<string, unknown>;
  message: string;
}

/** A bot that runs against a Discord of its own. */
export interface Bot {
  server: DiscordServer;
  conversations: FakeConversations;
  adapter: RunningAdapter;
  logged: Logged[];
  ada: User;
  forgotten: string[];
  /** What the connection said would end the process. */
  fatal: SetupError[];
  signals: Record<keyof Signals, number>;
}

const running: (() => Promise<void>)[] = [];

/** Starts both and stops them after the test. */
export async function startBot(
  options: {
    server?: DiscordServerOptions;
    settings?: Partial<DiscordSettings>;
    mentors?: (server: DiscordServer) => Mentors;
  } = {},
  prepare: (server: DiscordServer) => void = () => undefined,
): Promise<Bot> {
  const server = await startDiscordServer(options.server);
  running.push(() => server.stop());
  prepare(server);
  const conversations = new FakeConversations();
  const logged: Logged[] = [];
  const forgotten: string[] = [];
  const fatal: SetupError[] = [];
  const signals = { rateLimited: 0, reconnecting: 0, called: 0 };
  const adapter = await startDiscord({
    settings: { token: server.token, apiUrl: server.apiUrl, ...options.settings },
    conversations: bound(conversations),
    mentors: options.mentors?.(server),
    log: recordingLog(logged),
    now: Date.now,
    forgetWorkspace: async (id) => void forgotten.push(id),
    onFatal: (error) => void fatal.push(error),
    signals: {
      rateLimited: () => void signals.rateLimited++,
      reconnecting: () => void signals.reconnecting++,
      called: () => void signals.called++,
    },
  });
  running.unshift(() => adapter.stop(2_000));
  return {
    server,
    conversations,
    adapter,
    logged,
    ada: server.world.addUser("ada"),
    forgotten,
    fatal,
    signals,
  };
}

afterEach(async () => {
  for (const stop of running.splice(0)) await stop();
});

/** A server without a bot, for what goes wrong before there is one. */
export async function startServer(options: DiscordServerOptions = {}): Promise<DiscordServer> {
  const server = await startDiscordServer(options);
  running.push(() => server.stop());
  return server;
}

export function recordingLog(logged: Logged[]): Log {
  const at = (level: Logged["level"]) => (fields: object, message: string) =>
    void logged.push({ level, fields: { ...fields }, message });
  return { debug: at("debug"), info: at("info"), warn: at("warn"), error: at("error") };
}

/** All text that a message shows. */
export function textOf(message: StoredMessage): string {
  const texts = flatten(message.components).flatMap(({ content }) =>
    typeof content === "string" ? [content] : [],
  );
  return [message.content, ...texts].filter((text) => text !== "").join("\n");
}

/** The custom_id of the button or menu whose label or placeholder is given. */
export function customIdOf(message: StoredMessage, label: string): string {
  for (const one of flatten(message.components) as {
    label?: string;
    placeholder?: string;
    custom_id?: string;
  }[]) {
    if ((one.label === label || one.placeholder === label) && one.custom_id) return one.custom_id;
  }
  throw new Error(`no "${label}" in ${JSON.stringify(message.components)}`);
}

/** Waits for the next messages of the bot in a channel, until there are `count`. */
export async function posted(bot: Bot, channelId: string, count = 1): Promise<StoredMessage[]> {
  return bot.server.until(() => {
    const messages = bot.server.posted(channelId);
    return messages.length >= count ? messages : undefined;
  }, `${count} messages of the bot`);
}

/** Long enough for anything that must not happen to have happened. */
export function quiet(ms = 120): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
