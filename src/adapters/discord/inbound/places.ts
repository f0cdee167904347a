import { type BaseInteraction, type Channel, InteractionContextType, type Message } from "discord.js";
import type { Place } from "../../../conversations/message.ts";
import type { Shown } from "../render/buttons.ts";

/** The workspace of direct messages, as Discord writes it in addresses. */
export const DIRECT = "@me";

export interface Surroundings {
  place: Place;
  audience: "public" | "private";
  shown: Exclude<Shown, "ephemeral">;
}

export function ofMessage(message: Message): Surroundings {
  return surroundings(
    message.guildId,
    message.channelId,
    message.channel,
    message.author.id,
    !message.guildId,
  );
}

/** Somebody may use a command in a group DM or a server that the bot is not in: others read along there. */
export function ofInteraction(interaction: BaseInteraction): Surroundings {
  const direct =
    interaction.guildId === null && interaction.context !== InteractionContextType.PrivateChannel;
  return surroundings(
    interaction.guildId,
    interaction.channelId ?? DIRECT,
    interaction.channel,
    interaction.user.id,
    direct,
  );
}

function surroundings(
  guildId: string | null,
  channelId: string,
  channel: Channel | null,
  userId: string,
  direct: boolean,
): Surroundings {
  const thread = channel?.isThread() ? channel : undefined;
  const place: Place = {
    platform: "discord",
    workspaceId: guildId ?? DIRECT,
    channelId: thread?.parentId ?? channelId,
    ...(thread ? { threadId: thread.id } : {}),
    userId,
  };
  return {
    place,
    audience: direct ? "private" : "public",
    shown: direct ? "direct" : thread || !guildId ? "thread" : "channel",
  };
}
