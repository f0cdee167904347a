import type { ServerResponse } from "node:http";
import { z } from "zod";
import { checkMessageBlocks } from "./blocks.ts";
import type { SlackServer } from "./server.ts";

const bodySchema = z.strictObject({
  response_type: z.enum(["ephemeral", "in_channel"]).optional(),
  replace_original: z.boolean().optional(),
  delete_original: z.boolean().optional(),
  text: z.string().optional(),
  blocks: z.unknown().optional(),
  thread_ts: z.string().optional(),
  unfurl_links: z.boolean().optional(),
  unfurl_media: z.boolean().optional(),
});

/** A `response_url`: a new ephemeral message, or the original replaced or deleted. */
export function respond(slack: SlackServer, id: string, body: string, response: ServerResponse): void {
  const error = use(slack, id, body);
  if (error === undefined) response.writeHead(200, { "content-type": "text/plain" }).end("ok");
  else
    response
      .writeHead(error === "expired_url" ? 404 : 400, { "content-type": "application/json" })
      .end(JSON.stringify({ ok: false, error }));
}

function use(slack: SlackServer, id: string, body: string): string | undefined {
  const target = slack.responseUrls.use(id);
  if (target === undefined) return "expired_url";
  const parsed = bodySchema.safeParse(JSON.parse(body));
  if (!parsed.success) return "invalid_payload";
  const { text = "", blocks, replace_original, delete_original, response_type } = parsed.data;
  const checked = checkMessageBlocks(blocks ?? []);
  if ("error" in checked) return checked.error;

  const original =
    target.originalTs === undefined ? undefined : slack.world.find(target.channel, target.originalTs);
  if (delete_original === true && original !== undefined) {
    original.deleted = true;
    return undefined;
  }
  if (text.trim() === "" && checked.blocks.length === 0) return "no_text";
  if (replace_original === true && original !== undefined)
    Object.assign(original, { text, blocks: checked.blocks, edits: original.edits + 1 });
  else
    slack.world.say({
      teamId: target.teamId,
      channel: target.channel,
      user: "bot",
      text,
      blocks: checked.blocks,
      byBot: true,
      thread: target.thread,
      onlyFor: response_type === "in_channel" ? undefined : target.userId,
    });
  return undefined;
}
