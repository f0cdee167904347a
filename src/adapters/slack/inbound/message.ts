import type { IncomingMessage } from "../../../conversations/message.ts";
import { answer } from "./answer.ts";
import { onEdit } from "./edit.ts";
import { nameThread } from "./home.ts";
import { editSchema, type Post, postSchema } from "./payloads.ts";
import { isPerson } from "./people.ts";
import { isDirect, placeOf, threadOf } from "./places.ts";
import type { Runtime, Workspace } from "./runtime.ts";
import { mentions, mentionsOthers, plainFromSlack } from "./text.ts";
import { restoreTalk } from "./thread-history.ts";
import { threadTitle } from "./thread-title.ts";

/** `message` in any conversation the bot is in: a direct message, a follow-up in a thread, or none of our business. */
export async function onMessage(runtime: Runtime, workspace: Workspace, event: unknown): Promise<void> {
  const glance = glanceAt(event);
  if (glance === "edit") {
    const edit = editSchema.safeParse(event);
    return edit.success ? onEdit(runtime, workspace, edit.data) : undefined;
  }
  if (glance === "chatter") return;
  const parsed = postSchema.safeParse(event);
  if (!parsed.success || !isPerson(parsed.data, workspace.botUserId)) return;
  const post = parsed.data;
  const userId = parsed.data.user;
  if (post.channel_type === "im" || isDirect(post.channel))
    return answerDirect(runtime, workspace, post, userId);
  if (post.thread_ts === undefined || mentions(post.text, workspace.botUserId)) return;
  if (await isFollowUp(runtime, workspace, post, userId, post.thread_ts))
    await answerFollowUp(runtime, workspace, post, userId, post.thread_ts);
}

/**
 * Most of what arrives is people talking in channels, outside threads: it is let go before it is read any closer.
 * A mention there comes as `app_mention` too, and is answered by that listener.
 */
function glanceAt(event: unknown): "edit" | "chatter" | "post" {
  if (typeof event !== "object" || event === null) return "chatter";
  if ("subtype" in event && event.subtype === "message_changed") return "edit";
  const direct = "channel" in event && typeof event.channel === "string" && isDirect(event.channel);
  return direct || "thread_ts" in event ? "post" : "chatter";
}

async function answerDirect(
  runtime: Runtime,
  workspace: Workspace,
  post: Post,
  userId: string,
): Promise<void> {
  const { teamId } = workspace;
  const thread = threadOf(post, runtime.agents.has(teamId));
  const typed = plainFromSlack(post.text);
  if (typed === "") return;
  const message: IncomingMessage = {
    ...placeOf(teamId, post.channel, userId, thread),
    messageId: post.ts,
    text: typed,
    addressed: "direct",
    audience: "private",
  };
  const done = await answer(runtime, workspace, message, { teamId, channel: post.channel, thread });
  if (done?.delivery.kind === "posted" && thread === post.ts)
    await nameThread(runtime, workspace, post.channel, thread, threadTitle(done.reply.answer, typed));
}

async function isFollowUp(
  runtime: Runtime,
  workspace: Workspace,
  post: Post,
  userId: string,
  root: string,
): Promise<boolean> {
  const thread = `${workspace.teamId}:${post.channel}:${root}`;
  if (mentionsOthers(post.text, workspace.botUserId)) {
    runtime.talks.close(thread);
    return false;
  }
  let said = runtime.talks.personSpoke(thread, userId);
  if (said === "unknown-thread") {
    await restoreTalk(runtime, workspace, post.channel, root, post.ts);
    said = runtime.talks.personSpoke(thread, userId);
  }
  return said === "for-bot";
}

async function answerFollowUp(
  runtime: Runtime,
  workspace: Workspace,
  post: Post,
  userId: string,
  root: string,
): Promise<void> {
  const typed = plainFromSlack(post.text);
  if (typed === "") return;
  const message: IncomingMessage = {
    ...placeOf(workspace.teamId, post.channel, userId, root),
    messageId: post.ts,
    text: typed,
    addressed: "thread",
    audience: "public",
  };
  const { teamId } = workspace;
  const done = await answer(runtime, workspace, message, { teamId, channel: post.channel, thread: root });
  if (done !== undefined && done.delivery.kind !== "failed")
    runtime.talks.botSpoke(`${teamId}:${post.channel}:${root}`, userId, false);
}
