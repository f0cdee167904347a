import type { z } from "zod";
import type { IncomingMessage } from "../../../conversations/message.ts";
import { faultOf } from "../outbound/faults.ts";
import { renderReply } from "../render/reply.ts";
import type { Answered } from "./answered.ts";
import type { editSchema } from "./payloads.ts";
import { replaceParts } from "./replace.ts";
import type { Runtime, Workspace } from "./runtime.ts";
import { plainFromSlack } from "./text.ts";

/** A question was edited soon after it was answered: its answer is edited too, in place. */
export async function onEdit(
  runtime: Runtime,
  workspace: Workspace,
  edit: z.infer<typeof editSchema>,
): Promise<void> {
  const { message: after, previous_message: before, channel } = edit;
  const key = `${workspace.teamId}:${channel}:${after.ts}`;
  const answered = runtime.answered.find(key);
  const text = plainFromSlack(after.text);
  // Slack also reports an "edit" when it unfolds a link.
  if (answered === undefined || text === "" || plainFromSlack(before?.text ?? "") === text) return;
  if (after.user !== answered.message.userId) return;

  const message = { ...answered.message, text };
  const work = reanswer(runtime, workspace, message, { ...answered, channel });
  // The next edit waits for this one.
  runtime.answered.note(key, { message, posts: work, thread: answered.thread });
  await work;
}

async function reanswer(
  runtime: Runtime,
  workspace: Workspace,
  message: IncomingMessage,
  { channel, thread, posts }: Answered & { channel: string },
): Promise<string[]> {
  // The edit may come while the first answer is still on its way.
  const old = await posts;
  if (old.length === 0) return old;
  try {
    const reply = await runtime.conversations.reconsider(message);
    // What has become personal, or is to be seen by its asker alone, is not put where others read; the old answer stands.
    const personal = reply.answer.audience === "private" && message.audience === "public";
    if (personal || reply.discretion !== undefined) return old;
    const to = { teamId: workspace.teamId, channel, thread };
    return await replaceParts(runtime.poster, workspace.client, to, old, renderReply(reply, "open"));
  } catch (error) {
    runtime.log.warn({ channel, fault: faultOf(error) }, "an edited question could not edit its answer");
    return old;
  }
}
