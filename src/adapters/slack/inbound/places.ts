import type { Place } from "../../../conversations/message.ts";
import type { ActionBody, Post } from "./payloads.ts";

/** Slack's ids of direct messages start with a D. Everything else can be read by others. */
export function isDirect(channel: string): boolean {
  return channel.startsWith("D");
}

export function audienceOf(channel: string): "public" | "private" {
  return isDirect(channel) ? "private" : "public";
}

/** A channel question is answered in its thread, whose root it may be itself. */
export function threadOf(
  post: Pick<Post, "channel" | "ts" | "thread_ts">,
  threaded: boolean,
): string | undefined {
  return post.thread_ts ?? (threaded ? post.ts : undefined);
}

export function placeOf(teamId: string, channelId: string, userId: string, threadId?: string): Place {
  return { platform: "slack", workspaceId: teamId, channelId, threadId, userId };
}

/** Where a button was pressed; undefined in a view, which belongs to no channel. */
export function pressedIn(
  teamId: string,
  body: ActionBody,
): (Place & { messageTs: string | undefined }) | undefined {
  const channelId = body.channel?.id ?? body.container?.channel_id;
  if (channelId === undefined) return undefined;
  const messageTs = body.message?.ts ?? body.container?.message_ts;
  const thread = body.message?.thread_ts ?? body.container?.thread_ts;
  return { ...placeOf(teamId, channelId, body.user.id, thread), messageTs };
}
