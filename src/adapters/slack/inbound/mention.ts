import type { IncomingMessage } from "../../../conversations/message.ts";
import { answer } from "./answer.ts";
import { type Post, postSchema } from "./payloads.ts";
import { isPerson } from "./people.ts";
import { audienceOf, isDirect, placeOf, threadOf } from "./places.ts";
import type { Runtime, Workspace } from "./runtime.ts";
import { plainFromSlack } from "./text.ts";

const FOLLOW_UP_NOTE =
  "Ask on in this thread without a mention; I follow for 15 minutes while it is just us two.";

/** `app_mention`: answered in its thread. Slack sends it beside `message`; that listener leaves mentions to this one. */
export async function onMention(runtime: Runtime, workspace: Workspace, event: unknown): Promise<void> {
  const parsed = postSchema.safeParse(event);
  // A mention in a direct message arrives as message.im too, and is answered there.
  if (!parsed.success || isDirect(parsed.data.channel) || !isPerson(parsed.data, workspace.botUserId)) return;
  await answerMention(runtime, workspace, parsed.data, parsed.data.user);
}

async function answerMention(
  runtime: Runtime,
  workspace: Workspace,
  post: Post,
  userId: string,
): Promise<void> {
  const { teamId } = workspace;
  const root = threadOf(post, true) ?? post.ts;
  const thread = `${teamId}:${post.channel}:${root}`;
  const typed = plainFromSlack(post.text);
  const message: IncomingMessage = {
    ...placeOf(teamId, post.channel, userId, root),
    messageId: post.ts,
    // A mention with nothing else asks what the bot is for.
    text: typed === "" ? "help" : typed,
    addressed: "mention",
    audience: audienceOf(post.channel),
  };
  runtime.talks.personSpoke(thread, userId);
  const opens = post.thread_ts === undefined;
  const note = () => (opens && runtime.firstTime.check(`${teamId}:${userId}`) ? FOLLOW_UP_NOTE : undefined);
  const to = { teamId, channel: post.channel, thread: root };
  const done = await answer(runtime, workspace, message, to, { whisper: typed === "", note });
  if (done?.delivery.kind === "posted") runtime.talks.botSpoke(thread, userId, opens);
}
