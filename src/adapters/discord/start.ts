import { setTimeout as delay } from "node:timers/promises";
import { type Client, Events, Status } from "discord.js";
import type { Conversations } from "../../conversations/conversations.ts";
import { type Mentors, offeringMentors } from "../../conversations/mentors.ts";
import { parseQuestion } from "../../understanding/question-string.ts";
import { type RunningAdapter, SetupError } from "../adapter.ts";
import type { Log } from "../log.ts";
import { NO_SIGNALS, type Signals } from "../signals.ts";
import { createClient, createInteractionRest } from "./client.ts";
import { syncAtStart } from "./commands/sync.ts";
import { bindEvents } from "./events.ts";
import { InHand } from "./inbound/in-hand.ts";
import { DIRECT } from "./inbound/places.ts";
import { ChannelHttp } from "./outbound/channel-http.ts";
import { faultFields } from "./outbound/faults.ts";
import { InteractionHttp } from "./outbound/interaction-http.ts";
import { postAll } from "./outbound/post-answer.ts";
import { remind } from "./outbound/remind.ts";
import { renderAnswer } from "./render/render.ts";
import type { Runtime } from "./runtime.ts";
import type { DiscordSettings } from "./settings.ts";
import { setupFault } from "./setup-fault.ts";

/** Suggestions for an empty text are all there are. */
const ALL = Number.MAX_SAFE_INTEGER;

export interface StartDiscord {
  settings: DiscordSettings;
  conversations: Conversations;
  /** People who are offered where the bot has no answer, in the server of their channel and in direct messages. */
  mentors?: Mentors | undefined;
  log: Log;
  /** Milliseconds since the epoch. */
  now: () => number;
  /** Ids that a button's question may name; without it those that the conversations suggest. */
  knownIds?: () => Iterable<string>;
  /** Erases what is kept about a guild that took the bot away. */
  forgetWorkspace?: (guildId: string) => Promise<void>;
  /** Discord refuses the token or the intents while running: nothing more will come. */
  onFatal?: (error: SetupError) => void;
  signals?: Signals;
}

/** Discord lets a bot in within seconds; waiting longer would hide that it does not. */
const READY_WITHIN_MS = 60_000;

/**
 * Connects to Discord and answers until it is stopped.
 * @throws SetupError with one line where the token or the intents are refused.
 */
export async function startDiscord(options: StartDiscord): Promise<RunningAdapter> {
  const { settings, mentors, log, now, signals = NO_SIGNALS } = options;
  const onFatal = options.onFatal ?? ((error: SetupError) => log.error({}, error.message));
  const client = createClient(settings, signals);
  const conversations = mentors
    ? offeringMentors(options.conversations, ({ workspaceId }) => isNear(client, mentors, workspaceId))
    : options.conversations;
  const inHand = new InHand();
  let accepting = true;
  let lastEventAt: number | undefined;
  const heardFrom = new Map<number, number>();
  client.on(Events.Raw, (_, shard) => {
    lastEventAt = now();
    heardFrom.set(shard, lastEventAt);
  });

  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  const knownIds = options.knownIds ?? (() => suggestedIds(conversations));
  const runtime = (loggedIn: Client<true>): Runtime => ({
    client: loggedIn,
    conversations,
    mentors,
    channels: new ChannelHttp(loggedIn.rest),
    interactions: new InteractionHttp(createInteractionRest(settings, signals)),
    inHand,
    log,
    now,
    isRole: (id) => conversations.suggestRoles("", ALL).some((role) => role.id === id),
    isSkill: (id) => conversations.suggestSkills("", ALL).some((skill) => skill.id === id),
    readQuestion: (text) => parseQuestion(text, knownIds()),
    forgetWorkspace: options.forgetWorkspace ?? (async () => undefined),
  });
  // Before the login, so that nothing is missed which Discord sends right behind READY.
  client.once(Events.ClientReady, (loggedIn) =>
    bindEvents(runtime(loggedIn), { accepting: () => accepting, signals, onFatal }),
  );

  const loggedIn = await within(
    READY_WITHIN_MS,
    client.login(settings.token).then(() => ready),
  ).catch(async (error: unknown) => {
    await client.destroy();
    throw setupFault(error);
  });
  log.info({ guilds: loggedIn.guilds.cache.size, shards: loggedIn.ws.shards.size }, "connected to Discord");
  void inHand.run("commands", () =>
    syncAtStart(loggedIn, settings, log).catch((error) =>
      log.warn(faultFields(error), "the commands could not be compared with Discord's"),
    ),
  );

  return {
    name: "discord",
    health: () => ({ connected: isConnected(client), lastEventAt, heardAt: heardAt(client, heardFrom) }),
    async remind(person, reply) {
      let reached = false;
      await inHand.run(`remind/${person.userId}`, async () => {
        reached = await remind(new ChannelHttp(loggedIn.rest), log, person, reply);
      });
      return reached;
    },
    announce: async (channelId, answer) => {
      const channels = new ChannelHttp(loggedIn.rest);
      await inHand.run(`announce/${channelId}`, () => postAll(channels, renderAnswer(answer), { channelId }));
    },
    stop: async (graceMs) => {
      accepting = false;
      const spent = delay(graceMs, undefined, { ref: false });
      if (!(await inHand.idle(graceMs))) log.warn({ graceMs }, "stopped before all answers were sent");
      // In the middle of a reconnection, discord.js waits for that to end first.
      await Promise.race([client.destroy(), spent]);
    },
  };
}

function isConnected(client: Client): boolean {
  return client.ws.shards.size > 0 && client.ws.shards.every(({ status }) => status === Status.Ready);
}

function isNear(client: Client, { channelId }: Mentors, workspaceId: string): boolean {
  if (workspaceId === DIRECT) return true;
  const channel = client.channels.cache.get(channelId);
  return channel !== undefined && !channel.isDMBased() && channel.guildId === workspaceId;
}

/** When the shard that has been silent longest last gave a sign of life. */
function heardAt(client: Client, eventsOf: ReadonlyMap<number, number>): number | undefined {
  const heard = client.ws.shards.map(({ id, lastPingTimestamp }) =>
    Math.max(lastPingTimestamp, eventsOf.get(id) ?? 0),
  );
  return heard.length > 0 ? Math.min(...heard) : undefined;
}

async function within<T>(limitMs: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () =>
        reject(
          new SetupError(`Discord did not let the bot in within ${limitMs / 1000} s: try again later.`, {
            passing: true,
          }),
        ),
      limitMs,
    );
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

function suggestedIds(conversations: Conversations): string[] {
  return [...conversations.suggestRoles("", ALL), ...conversations.suggestSkills("", ALL)].map(
    ({ id }) => id,
  );
}
