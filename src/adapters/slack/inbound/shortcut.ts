import { renderReply } from "../render/reply.ts";
import { shortcutSchema } from "./payloads.ts";
import { placeOf } from "./places.ts";
import { showPrivately, tell } from "./private-answer.ts";
import type { Respond } from "./respond.ts";
import type { Runtime, Workspace } from "./runtime.ts";
import { plainFromSlack } from "./text.ts";

/** "Explain the role in this post": read for the one who asked, and for nobody else. */
export async function onExplainPost(
  runtime: Runtime,
  workspace: Workspace,
  payload: unknown,
  respond: Respond | undefined,
): Promise<void> {
  const { channel, user, message } = shortcutSchema.parse(payload);
  const place = placeOf(workspace.teamId, channel.id, user.id);
  const post = plainFromSlack(message.text);
  if (post === "")
    return tell(runtime, workspace, place, "That post has no text that I could read.", respond);
  const reply = await runtime.conversations.explainPost(place, post);
  const parts = renderReply({ ...reply, answer: { ...reply.answer, audience: "private" } }, "command");
  await showPrivately(runtime, workspace, place, parts, respond);
}
