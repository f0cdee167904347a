import { setTimeout as delay } from "node:timers/promises";
import type { WebClient } from "@slack/web-api";
import { z } from "zod";
import { POST_EVENT } from "../names.ts";
import type { Destination } from "./post.ts";

export type Found = { kind: "there"; ts: string } | { kind: "absent" } | { kind: "unreadable" };

/** Slack shows a new post to readers a moment after it took it. */
const SETTLE_MS = 500;
const LOOK_BACK = 50;

const page = z.object({
  messages: z.array(
    z.object({
      ts: z.string(),
      metadata: z
        .object({ event_type: z.string(), event_payload: z.object({ nonce: z.string().optional() }).loose() })
        .optional(),
    }),
  ),
});

/** Looks for the first post that carries `nonce` in its thread or channel, among what was written since `sinceMs`. */
export async function findPost(
  client: WebClient,
  to: Destination,
  nonce: string,
  sinceMs: number,
): Promise<Found> {
  await delay(SETTLE_MS);
  try {
    // Slack's clock may run behind ours.
    const oldest = String(sinceMs / 1000 - 60);
    const common = { channel: to.channel, limit: LOOK_BACK, oldest, include_all_metadata: true };
    const read =
      to.thread === undefined
        ? await client.conversations.history(common)
        : await client.conversations.replies({ ...common, ts: to.thread });
    const [first] = page
      .parse(read)
      .messages.filter(
        ({ metadata }) => metadata?.event_type === POST_EVENT && metadata.event_payload.nonce === nonce,
      )
      .map(({ ts }) => ts)
      .sort();
    return first === undefined ? { kind: "absent" } : { kind: "there", ts: first };
  } catch {
    return { kind: "unreadable" };
  }
}
