import { setTimeout as delay } from "node:timers/promises";
import type { WebClient } from "@slack/web-api";
import { z } from "zod";
import { POST_EVENT } from "../names.ts";
import type { Destination } from "./post.ts";

export type Found = { kind: "there"; ts: string } | { kind: "absent" } | { kind: "unreadable" };

/** Slack shows a new post to readers a moment after it took it. */
const SETTLE_MS = 500;
const LOOK_BACK = 50;

const payload = z.object({
  nonce: z.string().optional(),
  mark: z.string().optional(),
  claimed: z.boolean().optional(),
});

/**
 * `nonce`: no other post has it; `mark`: every post has it that answers the same message; `claimed`: whoever posted it had
 * claimed the message, so it stays whatever others did.
 */
export type PostPayload = z.infer<typeof payload>;

const page = z.object({
  messages: z.array(
    z.object({
      ts: z.string(),
      metadata: z.object({ event_type: z.string(), event_payload: payload.loose() }).optional(),
    }),
  ),
});

/** Looks for the claimed or else the first post that carries the same nonce or mark in its thread or channel, among what was written since `sinceMs`. */
export async function findPost(
  client: WebClient,
  to: Destination,
  sought: { nonce: string } | { mark: string },
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
    const [found] = page
      .parse(read)
      .messages.filter(
        ({ metadata }) => metadata?.event_type === POST_EVENT && carries(metadata.event_payload, sought),
      )
      .map(({ ts, metadata }) => ({ ts, claimed: metadata?.event_payload.claimed === true }))
      .sort((one, other) => Number(other.claimed) - Number(one.claimed) || (one.ts < other.ts ? -1 : 1));
    return found === undefined ? { kind: "absent" } : { kind: "there", ts: found.ts };
  } catch {
    return { kind: "unreadable" };
  }
}

function carries(of: PostPayload, sought: { nonce: string } | { mark: string }): boolean {
  return "nonce" in sought ? of.nonce === sought.nonce : of.mark === sought.mark;
}
