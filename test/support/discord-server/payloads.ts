import type { Channel, Guild, User, World } from "./world.ts";

/** A guild as GUILD_CREATE tells of it. */
export function guildCreate(world: World, guild: Guild): object {
  const role = (id: string, name: string, permissions: bigint, tags?: object) => ({
    id,
    name,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    position: 0,
    permissions: permissions.toString(),
    managed: tags !== undefined,
    mentionable: true,
    flags: 0,
    ...(tags ? { tags } : {}),
  });
  return {
    id: guild.id,
    name: guild.name,
    owner_id: "100000000000000000",
    unavailable: false,
    joined_at: new Date(guild.joinedAt).toISOString(),
    large: false,
    member_count: 2,
    features: [],
    emojis: [],
    stickers: [],
    roles: [
      role(guild.id, "@everyone", guild.permissions),
      role(guild.botRoleId, world.bot.username, 0n, { bot_id: world.bot.id }),
    ],
    members: [memberOf(world.bot, [guild.botRoleId], guild.joinedAt)],
    channels: guild.channelIds.map((id) => channelPayload(world.channels.get(id)!)),
    threads: [...world.channels.values()]
      .filter(({ type, guild_id }) => type === 11 && guild_id === guild.id)
      .map(channelPayload),
    voice_states: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
    system_channel_id: guild.systemChannelId,
    system_channel_flags: 0,
    afk_timeout: 300,
    verification_level: 0,
    default_message_notifications: 0,
    explicit_content_filter: 0,
    mfa_level: 0,
    premium_tier: 0,
    premium_progress_bar_enabled: false,
    nsfw_level: 0,
    preferred_locale: "en-US",
  };
}

export function channelPayload(channel: Channel): object {
  const more = channel.type === 0 ? { position: 0, topic: null, nsfw: false } : {};
  return { ...more, ...channel, last_message_id: null };
}

export function memberOf(user: User, roles: string[] = [], joinedAt = 1_700_000_000_000): object {
  return {
    user,
    roles,
    joined_at: new Date(joinedAt).toISOString(),
    nick: null,
    avatar: null,
    deaf: false,
    mute: false,
    flags: 0,
    permissions: "0",
  };
}

export function applicationPayload(world: World): object {
  return {
    id: world.applicationId,
    name: "Rolewise",
    icon: null,
    description: "",
    bot: world.bot,
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: "0".repeat(64),
    flags: world.applicationFlags,
    team: null,
  };
}
