import type { Place, Reply } from "../../../conversations/message.ts";
import { faultOf } from "../outbound/faults.ts";
import type { SlackMessage } from "../render/render.ts";
import { renderReply } from "../render/reply.ts";
import { type Respond, respondTo } from "./respond.ts";
import type { Runtime, Workspace } from "./runtime.ts";

/**
 * Shows parts to one person alone by whatever way is open: the response URL, else an ephemeral message, else a direct
 * message. Returns whether they got it.
 */
export async function showPrivately(
  runtime: Runtime,
  workspace: Workspace,
  place: Place,
  parts: readonly SlackMessage[],
  respond: Respond | undefined,
): Promise<boolean> {
  for (const [at, part] of parts.entries()) {
    const responded = await respondTo(respond, part, { replace_original: false });
    if (responded.kind === "done") continue;
    runtime.log.debug({ reason: responded.reason }, "the response URL did not take an answer");
    return whisperOrWrite(runtime, workspace, place, parts.slice(at));
  }
  return true;
}

export function showReplyPrivately(
  runtime: Runtime,
  workspace: Workspace,
  place: Place,
  reply: Reply,
  respond: Respond | undefined,
): Promise<boolean> {
  return showPrivately(runtime, workspace, place, renderReply(reply, "command"), respond);
}

/** A line to one person about what they just did. */
export async function tell(
  runtime: Runtime,
  workspace: Workspace,
  place: Place,
  line: string,
  respond: Respond | undefined,
): Promise<void> {
  const note: SlackMessage = { text: line, blocks: [], unfurl_links: false, unfurl_media: false };
  await showPrivately(runtime, workspace, place, [note], respond);
}

async function whisperOrWrite(
  runtime: Runtime,
  workspace: Workspace,
  place: Place,
  parts: readonly SlackMessage[],
): Promise<boolean> {
  const { client, teamId } = workspace;
  const to = { teamId, channel: place.channelId, thread: place.threadId };
  try {
    for (const part of parts) await runtime.poster.whisper(client, to, place.userId, part);
    return true;
  } catch (error) {
    // With an unknown outcome the whisper may well have been seen.
    if (faultOf(error).kind !== "refused") return logged(runtime, error);
  }
  try {
    for (const part of parts) await runtime.poster.post(client, { teamId, channel: place.userId }, part);
    return true;
  } catch (error) {
    return logged(runtime, error);
  }
}

function logged(runtime: Runtime, error: unknown): false {
  runtime.log.warn({ fault: faultOf(error) }, "a private answer could not be shown");
  return false;
}
