import type { Message } from "discord.js";
import { CODES, faultFields, hasCode } from "../outbound/faults.ts";
import type { DiscordMessage } from "../render/message-body.ts";
import type { Runtime } from "../runtime.ts";

/** Writes to the author of a message directly, since a message cannot be answered to one person in a channel; silent where they take none. */
export async function tellAuthor(runtime: Runtime, message: Message, notice: DiscordMessage): Promise<void> {
  try {
    const channel = await runtime.channels.directChannel(message.author.id);
    await runtime.channels.post(channel, notice, { nonce: `${message.id}.p` });
  } catch (error) {
    if (!hasCode(error, CODES.cannotMessageUser)) throw error;
    runtime.log.info(faultFields(error), "the asker takes no direct messages");
  }
}
