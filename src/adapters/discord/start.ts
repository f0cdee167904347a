import { type Client, Events, Status } from "discord.js";
import type { Conversations } from "../../conversations/conversations.ts";
import { parseQuestion } from "../../understanding/question-string.ts";
import type { RunningAdapter } from "../adapter.ts";
import type { Log } from "../log.ts";
import { createClient, createInteractionRest } from "./client.ts";
import { syncAtStart } from "./commands/sync.ts";
import { bindEvents } from "./events.ts";
import { InHand } from "./inbound/in-hand.ts";
import { ChannelHttp } from "./outbound/channel-http.ts";
import { faultFields } from "./outbound/faults.ts";
import { InteractionHttp } from "./outbound/interaction-http.ts";
import type { Runtime } from "./runtime.ts";
import type { DiscordSettings } from "./settings.ts";
import { setupFault } from "./setup-fault.ts";

/** Suggestions for an empty text are all there are. */
const ALL = Number.MAX_SAFE_INTEGER;

export interface StartDiscord {
  settings: DiscordSettings;
  conversations: Conversations;
  log: Log;
  /** Milliseconds since the epoch. */
  now: () => number;
  /** Ids that a button's question may name; without it those that the conversations suggest. */
  knownIds?: () => Iterable<string>;
  /** Erases what is kept about a guild that took the bot away. */
  forgetWorkspace?: (guildId: string) => Promise<void>;
}

/**
 * Connects to Discord and answers until it is stopped.
 * @throws SetupError with one line where the token or the intents are refused.
 */
export async function startDiscord(options: StartDiscord): Promise<RunningAdapter> {
  const { settings, conversations, log, now } = options;
  const client = createClient(settings);
  const inHand = new InHand();
  let accepting = true;
  let lastEventAt: number | undefined;
  client.on(Events.Raw, () => {
    lastEventAt = now();
  });

  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  const knownIds = options.knownIds ?? (() => suggestedIds(conversations));
  const runtime = (loggedIn: Client<true>): Runtime => ({
    client: loggedIn,
    conversations,
    channels: new ChannelHttp(loggedIn.rest),
    interactions: new InteractionHttp(createInteractionRest(settings)),
    inHand,
    log,
    now,
    isRole: (id) => conversations.suggestRoles("", ALL).some((role) => role.id === id),
    isSkill: (id) => conversations.suggestSkills("", ALL).some((skill) => skill.id === id),
    readQuestion: (text) => parseQuestion(text, knownIds()),
    forgetWorkspace: options.forgetWorkspace ?? (async () => undefined),
  });
  // Before the login, so that nothing is missed which Discord sends right behind READY.
  client.once(Events.ClientReady, (loggedIn) => bindEvents(runtime(loggedIn), () => accepting));

  try {
    await client.login(settings.token);
  } catch (error) {
    throw setupFault(error);
  }
  const loggedIn = await ready;
  log.info({ guilds: loggedIn.guilds.cache.size, shards: loggedIn.ws.shards.size }, "connected to Discord");
  void inHand.run("commands", () =>
    syncAtStart(loggedIn, settings, log).catch((error) =>
      log.warn(faultFields(error), "the commands could not be compared with Discord's"),
    ),
  );

  return {
    name: "discord",
    health: () => ({ connected: isConnected(client), lastEventAt }),
    stop: async (graceMs) => {
      accepting = false;
      if (!(await inHand.idle(graceMs))) log.warn({ graceMs }, "stopped before all answers were sent");
      await client.destroy();
    },
  };
}

function isConnected(client: Client): boolean {
  return client.ws.shards.size > 0 && client.ws.shards.every(({ status }) => status === Status.Ready);
}

function suggestedIds(conversations: Conversations): string[] {
  return [...conversations.suggestRoles("", ALL), ...conversations.suggestSkills("", ALL)].map(
    ({ id }) => id,
  );
}
