import type { IncomingMessage, Reply } from "../../../conversations/message.ts";
import { faultOf } from "../outbound/faults.ts";
import type { Destination } from "../outbound/post.ts";
import { renderReply } from "../render/reply.ts";
import type { Runtime, Workspace } from "./runtime.ts";

/** How a reply reached its place. */
export type Delivery = { kind: "posted"; posts: string[] } | { kind: "whispered" } | { kind: "failed" };

/** The posts that stand in the open for all to see. */
export function openPosts(delivery: Delivery): string[] {
  return delivery.kind === "posted" ? delivery.posts : [];
}

/** Reasons for which nobody can be answered in a place; each with what somebody may do about it. */
const UNREACHABLE: Record<string, string> = {
  not_in_channel: "invite the bot with /invite @Rolewise",
  channel_not_found: "the channel is gone, or the bot was never in it",
  is_archived: "the channel is archived",
  restricted_action: "a workspace setting keeps apps from posting there",
  user_not_in_channel: "the asker has left the channel",
};

/**
 * Shows a reply where it was asked for: in the open, or, where it is personal and others read along or the policy keeps
 * it so, to its asker alone.
 */
export async function deliver(
  runtime: Runtime,
  workspace: Workspace,
  to: Destination,
  message: IncomingMessage,
  reply: Reply,
  options: { whisper?: boolean; note?: string | undefined } = {},
): Promise<Delivery> {
  const { poster } = runtime;
  const personal = reply.answer.audience === "private" && message.audience === "public";
  const alone = personal || reply.discretion !== undefined || options.whisper === true;
  try {
    if (alone) {
      for (const part of renderReply(reply, personal ? "whisper" : "command"))
        await poster.whisper(workspace.client, to, message.userId, part);
      return { kind: "whispered" };
    }
    const posts: string[] = [];
    for (const [at, part] of renderReply(reply, "open", options.note).entries()) {
      const mark = `${message.messageId}.${at}`;
      posts.push(
        await (reply.unclaimed
          ? poster.postOnce(workspace.client, to, part, mark)
          : poster.post(workspace.client, to, part, mark)),
      );
    }
    return { kind: "posted", posts };
  } catch (error) {
    const fault = faultOf(error);
    const where = { team: to.teamId, channel: to.channel };
    if (fault.kind === "refused" && fault.error in UNREACHABLE)
      runtime.log.warn(
        { ...where, error: fault.error, remedy: UNREACHABLE[fault.error] },
        "could not answer there",
      );
    else runtime.log.error({ ...where, fault }, "an answer could not be sent");
    return { kind: "failed" };
  }
}
