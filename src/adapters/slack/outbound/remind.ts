import type { WebClient } from "@slack/web-api";
import type { Reply } from "../../../conversations/message.ts";
import { renderReply } from "../render/reply.ts";
import { faultOf } from "./faults.ts";
import type { Poster } from "./post.ts";

/** Somebody who has left, or cannot be written to by an app. */
const UNREACHABLE: ReadonlySet<string> = new Set([
  "channel_not_found",
  "user_not_found",
  "user_disabled",
  "account_inactive",
  "messages_tab_disabled",
  "restricted_action",
  "cannot_dm_bot",
]);

/** Writes to somebody in their direct messages, which Slack opens when a post is addressed to them; false where it cannot. */
export async function remind(
  poster: Poster,
  client: WebClient,
  teamId: string,
  userId: string,
  reply: Reply,
): Promise<boolean> {
  try {
    for (const part of renderReply(reply, "open"))
      await poster.post(client, { teamId, channel: userId }, part);
    return true;
  } catch (error) {
    const fault = faultOf(error);
    if (fault.kind === "refused" && UNREACHABLE.has(fault.error)) return false;
    throw error;
  }
}
