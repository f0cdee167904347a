import type { z } from "zod";
import { faultOf } from "../outbound/faults.ts";
import { renderReply } from "../render/reply.ts";
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
  const reply = await runtime.conversations.reconsider(message);
  // What has become personal is not put where others read; the old answer stands.
  if (reply.answer.audience === "private" && message.audience === "public") return;
  const to = { teamId: workspace.teamId, channel, thread: answered.thread };
  try {
    const posts = await replaceParts(
      runtime.poster,
      workspace.client,
      to,
      answered.posts,
      renderReply(reply, "open"),
    );
    runtime.answered.note(key, { message, posts, thread: answered.thread });
  } catch (error) {
    runtime.log.warn({ channel, fault: faultOf(error) }, "an edited question could not edit its answer");
  }
}
