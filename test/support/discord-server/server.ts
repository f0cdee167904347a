import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Faults } from "./faults.ts";
import { Gateway } from "./gateway.ts";
import type { Interaction } from "./interactions.ts";
import { applicationPayload, guildCreate } from "./payloads.ts";
import { People } from "./people.ts";
import { type Call, Rest, route } from "./rest.ts";
import { type Commands, commandRoutes } from "./routes/commands.ts";
import { interactionRoutes } from "./routes/interactions.ts";
import { messageRoutes } from "./routes/messages.ts";
import { type Guild, type StoredMessage, World } from "./world.ts";

export interface DiscordServerOptions {
  /** What the bot must present; any other token is refused. */
  token?: string;
  /** Privileged intents that are switched on in the developer portal, as bits. */
  allowedIntents?: number;
  heartbeatMs?: number;
  /** How many shards Discord recommends. */
  shards?: number;
  /** REST calls a second, interactions not counted. */
  requestsPerSecond?: number;
}

/** Discord on this machine: REST v10 and Gateway v10, as strict as the real one where a bot could go wrong. */
export interface DiscordServer {
  /** For `DISCORD_API_URL`. */
  apiUrl: string;
  token: string;
  world: World;
  gateway: Gateway;
  faults: Faults;
  people: People;
  /** Every REST call in order. */
  calls: Call[];
  commands: Commands;
  interactions: Map<string, Interaction>;
  /** The guild that is there from the start. */
  guild: Guild;
  /** Calls that Discord refused, apart from rate limits and what a test asked for. */
  refused(): string[];
  /** The bot's messages in a channel, ephemeral ones not counted. */
  posted(channelId: string): StoredMessage[];
  /** Waits for something that a call of the bot brings about. */
  until<T>(found: () => T | undefined | false, what: string, timeoutMs?: number): Promise<T>;
  /** The bot is added to a new guild. */
  join(guild: Guild): void;
  /** The bot is removed from a guild. */
  leave(guild: Guild): void;
  stop(): Promise<void>;
}

export async function startDiscordServer(options: DiscordServerOptions = {}): Promise<DiscordServer> {
  const token = options.token ?? "MTIz.test.token";
  const world = new World(Date.now);
  const shards = options.shards ?? 1;
  const guild = world.addGuild("Data people", { shard: 0, shards });
  const http = createServer();
  const gateway = new Gateway(http, world, {
    token,
    allowedIntents: options.allowedIntents ?? 0,
    heartbeatMs: options.heartbeatMs ?? 41_250,
    shards,
  });
  const interactions = new Map<string, Interaction>();
  const commands: Commands = new Map();
  const faults = new Faults(options.requestsPerSecond ?? 50, Date.now);
  let gatewayUrl = "";
  const rest = new Rest(
    [
      route("GET", "/gateway/bot", () => ({
        url: gatewayUrl,
        shards,
        session_start_limit: {
          total: 1000,
          remaining: world.startsLeft,
          reset_after: 5_400_000,
          max_concurrency: 16,
        },
      })),
      route("GET", "/applications/@me", () => applicationPayload(world)),
      route("GET", "/users/@me", () => world.bot),
      route("GET", "/users/@me/guilds", (call) => {
        const after = BigInt(call.query.get("after") ?? "0");
        const all = [...world.guilds.values()].filter(({ id }) => BigInt(id) > after);
        return all.slice(0, 200).map(({ id, name }) => ({ id, name }));
      }),
      ...messageRoutes(world, gateway),
      ...commandRoutes(world, commands),
      ...interactionRoutes(world, interactions),
    ],
    faults,
    token,
  );
  http.on("request", (request, response) => void rest.serve(request, response));
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  const { port } = http.address() as AddressInfo;
  gatewayUrl = `ws://127.0.0.1:${port}/gateway/`;
  gateway.listenAt(gatewayUrl);

  return {
    apiUrl: `http://127.0.0.1:${port}/api`,
    token,
    world,
    gateway,
    faults,
    people: new People(world, gateway, interactions),
    calls: rest.calls,
    commands,
    interactions,
    guild,
    refused: () =>
      rest.calls.flatMap(({ method, path, refusal }) =>
        refusal && refusal.body.code !== 0 ? [`${method} ${path}: ${JSON.stringify(refusal.body)}`] : [],
      ),
    posted: (channelId) =>
      world
        .messagesIn(channelId)
        .filter(({ author, flags }) => author.id === world.bot.id && (flags & 64) === 0),
    until: (found, what, timeoutMs = 5_000) => poll(found, what, timeoutMs),
    join: (joined) => gateway.dispatch("GUILD_CREATE", guildCreate(world, joined), joined.id),
    leave: (left) => {
      world.guilds.delete(left.id);
      gateway.dispatch("GUILD_DELETE", { id: left.id }, left.id);
    },
    stop: async () => {
      await gateway.stop();
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  };
}

async function poll<T>(found: () => T | undefined | false, what: string, timeoutMs: number): Promise<T> {
  const end = Date.now() + timeoutMs;
  for (;;) {
    const value = found();
    if (value !== undefined && value !== false) return value;
    if (Date.now() > end) throw new Error(`waited ${timeoutMs} ms in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
