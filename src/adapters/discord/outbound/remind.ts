import type { Reply } from "../../../conversations/message.ts";
import type { Log } from "../../log.ts";
import { DIRECT } from "../inbound/places.ts";
import type { ChannelHttp } from "./channel-http.ts";
import { CODES, hasCode } from "./faults.ts";
import { postAnswer } from "./post-answer.ts";

/** Writes to somebody in their direct messages; false where they take none. */
export async function remind(
  channels: ChannelHttp,
  log: Log,
  { workspaceId, userId }: { workspaceId: string; userId: string },
  reply: Reply,
): Promise<boolean> {
  const guildId = workspaceId === DIRECT ? undefined : workspaceId;
  try {
    const channelId = await channels.directChannel(userId);
    await postAnswer(channels, log, reply, { channelId, shown: "direct", guildId });
    return true;
  } catch (error) {
    if (hasCode(error, CODES.cannotMessageUser, CODES.unknownRecipient)) return false;
    throw error;
  }
}
