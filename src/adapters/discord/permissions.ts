import { type Channel, PermissionFlagsBits, type PermissionsBitField } from "discord.js";

/** Permissions by the names that Discord's settings show. */
const NAMES: [bit: bigint, name: string][] = [
  [PermissionFlagsBits.ViewChannel, "View Channel"],
  [PermissionFlagsBits.SendMessages, "Send Messages"],
  [PermissionFlagsBits.SendMessagesInThreads, "Send Messages in Threads"],
  [PermissionFlagsBits.CreatePublicThreads, "Create Public Threads"],
];

/** What an invitation asks for, as Discord's addresses have it. */
export const INVITE_PERMISSIONS = NAMES.reduce((bits, [bit]) => bits | bit, 0n).toString();

/** Which permissions the bot lacks to post in a channel, by name. Components need no "Embed Links". */
export function missingToPost(channel: Channel | null): string[] {
  if (!channel || channel.isDMBased()) return [];
  const held = channel.permissionsFor(channel.client.user);
  const send = channel.isThread()
    ? PermissionFlagsBits.SendMessagesInThreads
    : PermissionFlagsBits.SendMessages;
  return held ? missing(held, [PermissionFlagsBits.ViewChannel, send]) : [];
}

export function missingToThread(held: Readonly<PermissionsBitField>): string[] {
  return missing(held, [PermissionFlagsBits.CreatePublicThreads, PermissionFlagsBits.SendMessagesInThreads]);
}

function missing(held: Readonly<PermissionsBitField>, needed: bigint[]): string[] {
  return NAMES.filter(([bit]) => needed.includes(bit) && !held.has(bit)).map(([, name]) => name);
}
