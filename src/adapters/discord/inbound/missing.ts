import type { Message } from "discord.js";
import { LINES, line } from "../lines.ts";
import { CODES, faultFields, hasCode } from "../outbound/faults.ts";
import { missingToPost } from "../permissions.ts";
import type { Runtime } from "../runtime.ts";

/** Says to the asker alone why no answer comes, naming the permissions; silent where they take no messages either. */
export async function tellMissing(runtime: Runtime, message: Message): Promise<void> {
  const lacking = missingToPost(message.channel);
  const missing = lacking.length > 0 ? lacking : ["Send Messages"];
  runtime.log.warn(
    { guild: message.guildId, channel: message.channelId, missing },
    "permissions are missing",
  );
  try {
    const channel = await runtime.channels.directChannel(message.author.id);
    const notice = line(LINES.cannotPost(message.channelId, missing));
    await runtime.channels.post(channel, notice, { nonce: `${message.id}.p` });
  } catch (error) {
    if (!hasCode(error, CODES.cannotMessageUser)) throw error;
    runtime.log.info(faultFields(error), "the asker takes no direct messages");
  }
}
