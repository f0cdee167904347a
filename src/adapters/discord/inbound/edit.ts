import type { Message } from "discord.js";
import { CODES, hasCode } from "../outbound/faults.ts";
import { TIMES } from "../render/limits.ts";
import { renderKept } from "../render/render-kept.ts";
import { renderPersonal } from "../render/render-personal.ts";
import type { Runtime } from "../runtime.ts";
import { hear } from "./message.ts";
import { ofMessage } from "./places.ts";

/**
 * A question edited within five minutes has its answer edited too. The answer is found by what it replies to,
 * so nothing needs to be remembered. A message that was not answered before stays so: an edit pings nobody.
 */
export async function onEdit(runtime: Runtime, message: Message): Promise<void> {
  if (runtime.now() - message.createdTimestamp > TIMES.editWindow) return;
  const heard = hear(message);
  if (heard.kind !== "ask") return;
  await runtime.inHand.settled(message.id);
  const { channelId, id } = message;
  const before = await earlierAnswers(runtime, channelId, id);
  if (before.length === 0) return;
  const { place, audience, shown } = ofMessage(message);
  const { text, addressed } = heard;
  const reply = await runtime.conversations.reconsider({
    ...place,
    messageId: id,
    text,
    addressed,
    audience,
  });
  // What is for the asker alone is never put where others read; the old answer stays.
  const kept = reply.answer.audience === "private" || reply.discretion !== undefined;
  if (kept && audience === "public") return;
  const messages =
    reply.buttons === undefined
      ? renderKept(reply.answer, { question: reply.question, shown })
      : renderPersonal(reply);
  for (const [at, rendered] of messages.entries()) {
    const old = before[at];
    if (old) await runtime.channels.edit(channelId, old, rendered);
    else await runtime.channels.post(channelId, rendered, { replyTo: id });
  }
  for (const surplus of before.slice(messages.length)) await runtime.channels.remove(channelId, surplus);
}

/** Without the permission to read the history there is nothing to find, and no harm in it. */
async function earlierAnswers(runtime: Runtime, channelId: string, messageId: string): Promise<string[]> {
  try {
    return await runtime.channels.repliesTo(channelId, messageId, runtime.client.user.id);
  } catch (error) {
    if (hasCode(error, CODES.missingAccess, CODES.missingPermissions)) return [];
    throw error;
  }
}
