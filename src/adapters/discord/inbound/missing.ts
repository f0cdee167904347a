import type { Message } from "discord.js";
import { LINES, line } from "../lines.ts";
import { missingToPost } from "../permissions.ts";
import type { Runtime } from "../runtime.ts";
import { tellAuthor } from "./notice.ts";

/** Says to the asker alone why no answer comes, naming the permissions; silent where they take no messages either. */
export async function tellMissing(runtime: Runtime, message: Message): Promise<void> {
  const lacking = missingToPost(message.channel);
  const missing = lacking.length > 0 ? lacking : ["Send Messages"];
  runtime.log.warn(
    { guild: message.guildId, channel: message.channelId, missing },
    "permissions are missing",
  );
  await tellAuthor(runtime, message, line(LINES.cannotPost(message.channelId, missing)));
}
