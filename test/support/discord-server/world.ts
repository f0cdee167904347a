import { Snowflakes } from "./snowflake.ts";

/** What the local Discord knows: people, guilds, channels and messages, in the shapes of API v10. */

export interface User {
  id: string;
  username: string;
  discriminator: string;
  global_name: string | null;
  avatar: null;
  bot?: boolean;
}

export interface Channel {
  id: string;
  /** 0 text, 1 DM, 3 group DM, 11 public thread. */
  type: 0 | 1 | 3 | 11;
  guild_id?: string;
  name?: string;
  parent_id?: string;
  owner_id?: string;
  recipients?: User[];
  permission_overwrites?: { id: string; type: 0 | 1; allow: string; deny: string }[];
  thread_metadata?: object;
}

export interface Guild {
  id: string;
  name: string;
  channelIds: string[];
  systemChannelId: string | null;
  botRoleId: string;
  joinedAt: number;
  /** Permission bits of @everyone. */
  permissions: bigint;
}

export interface StoredMessage {
  id: string;
  channel_id: string;
  guild_id?: string;
  type: number;
  author: User;
  webhook_id?: string;
  content: string;
  mentions: User[];
  mention_roles: string[];
  mention_everyone: boolean;
  components: unknown[];
  embeds: unknown[];
  attachments: unknown[];
  flags: number;
  pinned: boolean;
  tts: boolean;
  timestamp: string;
  edited_timestamp: string | null;
  message_reference?: { message_id: string; channel_id: string };
  referenced_message?: StoredMessage | null;
  nonce?: string | number;
}

/** View channels, send messages, embed links, read history, create threads, send in threads. */
export const USUAL_PERMISSIONS =
  (1n << 10n) | (1n << 11n) | (1n << 14n) | (1n << 16n) | (1n << 35n) | (1n << 38n);

export class World {
  readonly ids = new Snowflakes();
  readonly applicationId: string;
  /** Bits of the developer portal, such as which privileged intents are switched on. */
  applicationFlags = 0;
  /** Sign-ins that are left of today's thousand. */
  startsLeft = 1000;
  readonly bot: User;
  readonly users = new Map<string, User>();
  readonly guilds = new Map<string, Guild>();
  readonly channels = new Map<string, Channel>();
  readonly messages = new Map<string, StoredMessage>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
    this.applicationId = this.newId();
    this.bot = { ...this.addUser("rolewise"), bot: true };
    this.users.set(this.bot.id, this.bot);
  }

  newId(at = this.#now()): string {
    return this.ids.next(at);
  }

  addUser(username: string): User {
    const user = { id: this.newId(), username, discriminator: "0", global_name: null, avatar: null };
    this.users.set(user.id, user);
    return user;
  }

  /** `shard` of `shards` is where Discord would put the guild; its id is chosen to fall there. */
  addGuild(name: string, { shard = 0, shards = 1, permissions = USUAL_PERMISSIONS } = {}): Guild {
    let at = this.#now() - 86_400_000;
    let id = this.newId(at);
    while ((BigInt(id) >> 22n) % BigInt(shards) !== BigInt(shard)) id = this.newId(++at);
    const guild: Guild = {
      id,
      name,
      channelIds: [],
      systemChannelId: null,
      botRoleId: this.newId(),
      joinedAt: at,
      permissions,
    };
    this.guilds.set(id, guild);
    guild.systemChannelId = this.addChannel(guild, "general").id;
    return guild;
  }

  addChannel(guild: Guild, name: string, deny = 0n): Channel {
    const denied = { id: guild.id, type: 0 as const, allow: "0", deny: deny.toString() };
    const channel: Channel = {
      id: this.newId(),
      type: 0,
      guild_id: guild.id,
      name,
      permission_overwrites: deny === 0n ? [] : [denied],
    };
    this.channels.set(channel.id, channel);
    guild.channelIds.push(channel.id);
    return channel;
  }

  addThread(parent: Channel, name: string, id: string): Channel {
    const thread: Channel = {
      id,
      type: 11,
      name,
      parent_id: parent.id,
      owner_id: this.bot.id,
      thread_metadata: {
        archived: false,
        auto_archive_duration: 1440,
        locked: false,
        archive_timestamp: null,
      },
      ...(parent.guild_id ? { guild_id: parent.guild_id } : {}),
    };
    this.channels.set(id, thread);
    return thread;
  }

  dmWith(user: User): Channel {
    for (const channel of this.channels.values()) {
      if (channel.type === 1 && channel.recipients?.[0]?.id === user.id) return channel;
    }
    const channel: Channel = { id: this.newId(), type: 1, recipients: [user] };
    this.channels.set(channel.id, channel);
    return channel;
  }

  groupDm(...recipients: User[]): Channel {
    const channel: Channel = { id: this.newId(), type: 3, recipients };
    this.channels.set(channel.id, channel);
    return channel;
  }

  /** What the bot may do in a channel of a guild: @everyone's bits less what the channel denies. */
  botPermissions(channel: Channel): bigint {
    const base = channel.parent_id ? this.channels.get(channel.parent_id) : channel;
    const guild = this.guilds.get(channel.guild_id ?? "");
    if (!guild) return USUAL_PERMISSIONS;
    return (base?.permission_overwrites ?? []).reduce(
      (bits, { deny }) => bits & ~BigInt(deny),
      guild.permissions,
    );
  }

  store(
    message: Omit<StoredMessage, "id" | "timestamp" | "pinned" | "tts">,
    at = this.#now(),
  ): StoredMessage {
    const stored = {
      ...message,
      id: this.newId(at),
      timestamp: new Date(at).toISOString(),
      pinned: false,
      tts: false,
    };
    this.messages.set(stored.id, stored);
    return stored;
  }

  messagesIn(channelId: string): StoredMessage[] {
    return [...this.messages.values()].filter((message) => message.channel_id === channelId);
  }
}
