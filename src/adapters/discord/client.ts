import {
  Client,
  DefaultRestOptions,
  GatewayIntentBits,
  Options,
  Partials,
  REST,
  type RESTOptions,
} from "discord.js";
import { NO_SIGNALS, type Signals } from "../signals.ts";
import { guardPackets } from "./guard-packets.ts";
import { NO_MENTIONS } from "./render/message-body.ts";
import { type DiscordSettings, restBase } from "./settings.ts";

/** Milliseconds that the start waits for guilds that Discord announces but does not deliver (an outage of theirs). */
const GUILD_WAIT_MS = 3_000;
/** A chat answer that comes later than this helps nobody. */
const REST_TIMEOUT_MS = 10_000;

/**
 * The gateway connection. No privileged intent: the text of messages arrives where they mention the bot, reply to it
 * with a ping, or are DMs. Caches hold what permissions need (guilds, roles, channels, the bot's own member), no people.
 */
export function createClient(settings: DiscordSettings, signals: Signals): Client {
  const shards = settings.shards;
  const client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    partials: [Partials.Channel, Partials.Message],
    allowedMentions: NO_MENTIONS,
    enforceNonce: true,
    failIfNotExists: false,
    waitGuildTimeout: GUILD_WAIT_MS,
    ...(shards === "auto" ? { shards } : shards ? { shards: shards.ids, shardCount: shards.total } : {}),
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 10,
      UserManager: { maxSize: 100, keepOverLimit: (user) => user.id === user.client.user.id },
      GuildMemberManager: { maxSize: 0, keepOverLimit: (member) => member.id === member.client.user.id },
      ThreadMemberManager: 0,
      ReactionManager: 0,
      PresenceManager: 0,
      VoiceStateManager: 0,
      GuildEmojiManager: 0,
      GuildStickerManager: 0,
      GuildInviteManager: 0,
      GuildBanManager: 0,
    }),
    rest: restOptions(settings, signals),
  });
  guardPackets(client);
  return client;
}

/**
 * Calls that answer interactions. Discord does not count them towards the 50 calls a second of a bot,
 * so they have a queue of their own and never wait behind messages.
 */
export function createInteractionRest(settings: DiscordSettings, signals: Signals): REST {
  return new REST({
    globalRequestsPerSecond: Number.POSITIVE_INFINITY,
    ...restOptions(settings, signals),
  });
}

/** For commands, without a gateway connection. */
export function createRest(settings: DiscordSettings): REST {
  return new REST(restOptions(settings, NO_SIGNALS)).setToken(settings.token);
}

function restOptions(settings: DiscordSettings, signals: Signals): Partial<RESTOptions> {
  return {
    timeout: REST_TIMEOUT_MS,
    ...(settings.apiUrl ? { api: restBase(settings.apiUrl) } : {}),
    async makeRequest(url, init) {
      const from = performance.now();
      try {
        const response = await DefaultRestOptions.makeRequest(url, await withoutForm(init));
        if (response.status === 429) signals.rateLimited();
        return response;
      } finally {
        signals.called((performance.now() - from) / 1000);
      }
    },
  };
}

type Request = Parameters<RESTOptions["makeRequest"]>[1];

/**
 * Files as bytes. Beside Slack's client, which brings another undici, it may be that one's connections that make the calls,
 * and those fail on a form of Node's own.
 */
async function withoutForm(request: Request): Promise<Request> {
  if (!(request.body instanceof FormData)) return request;
  const form = new Response(request.body);
  const type = form.headers.get("content-type");
  return {
    ...request,
    headers: { ...request.headers, ...(type === null ? {} : { "content-type": type }) },
    body: new Uint8Array(await form.arrayBuffer()),
  };
}
