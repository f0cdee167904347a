import type { IncomingMessage, Reply } from "../../../conversations/message.ts";
import type { Destination } from "../outbound/post.ts";
import { type Delivery, deliver, openPosts } from "./deliver.ts";
import type { Runtime, Workspace } from "./runtime.ts";

export interface Answering {
  whisper?: boolean;
  /** Small print under the answer; asked for only where there is an answer. */
  note?: () => string | undefined;
}

/**
 * Answers a message once: undefined where nothing is to be said. Remembers from the start which posts will answer it,
 * so that an edit that comes while the answer is on its way finds them.
 */
export async function answer(
  runtime: Runtime,
  workspace: Workspace,
  message: IncomingMessage,
  to: Destination,
  { whisper = false, note = () => undefined }: Answering = {},
): Promise<{ reply: Reply; delivery: Delivery } | undefined> {
  const work = (async () => {
    const reply = await runtime.conversations.receive(message);
    if (reply === undefined) return undefined;
    const delivery = await deliver(runtime, workspace, to, message, reply, { whisper, note: note() });
    return { reply, delivery };
  })();
  const posts = work.then(
    (done) => (done === undefined ? [] : openPosts(done.delivery)),
    () => [],
  );
  runtime.answered.begin(`${to.teamId}:${to.channel}:${message.messageId}`, {
    message,
    posts,
    thread: to.thread,
  });
  return work;
}
