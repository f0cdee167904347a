import { type Guild, PermissionFlagsBits } from "discord.js";
import { LINES, line } from "../lines.ts";
import type { Runtime } from "../runtime.ts";

/** A guild that was joined longer ago has only come back from an outage. */
const JUST_JOINED_MS = 10 * 60_000;

/** One hello in the system channel, where the bot may write there. */
export async function onGuildJoin(runtime: Runtime, guild: Guild): Promise<void> {
  runtime.log.info({ guild: guild.id }, "added to a guild");
  const channel = guild.systemChannel;
  if (!channel || runtime.now() - guild.joinedTimestamp > JUST_JOINED_MS) return;
  const may = channel.permissionsFor(runtime.client.user);
  if (!may?.has([PermissionFlagsBits.ViewChannel, PermissionFlagsBits.SendMessages])) return;
  await runtime.channels.post(channel.id, line(LINES.hello), { nonce: guild.id });
}

export async function onGuildLeave(runtime: Runtime, guild: Guild): Promise<void> {
  runtime.log.info({ guild: guild.id }, "removed from a guild");
  await runtime.forgetWorkspace(guild.id);
}
