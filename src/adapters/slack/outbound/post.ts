import type { WebClient } from "@slack/web-api";
import { z } from "zod";
import type { Log } from "../../log.ts";
import { POST_EVENT } from "../names.ts";
import { clip, SLACK_LIMITS } from "../render/limits.ts";
import type { SlackMessage } from "../render/render.ts";
import { faultOf } from "./faults.ts";
import { type Found, findPost, type PostPayload } from "./find-post.ts";
import type { Outbox } from "./outbox.ts";

/** Where a message goes; `thread` is the `ts` of the root. */
export interface Destination {
  teamId: string;
  channel: string;
  thread?: string | undefined;
}

export interface PosterDeps {
  outbox: Outbox;
  log: Log;
  /** A value that no other post has: marks a post so that it can be found again. */
  nonce: () => string;
  now: () => number;
}

/** How often a post is looked for, and posted again but for the last time, while Slack fails one call after another. */
const RECOVERIES = 4;

/** Slack delivers a message again within this time. */
const TWIN_WITHIN_MS = 10 * 60_000;

/** A block Slack refuses, or too much of it: the text twin is sent instead. */
const BLOCK_FAULTS = new Set(["invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long"]);

/** Posts, edits and whispers, each at most once, falling back to the text twin where Slack refuses the blocks. */
export class Poster {
  readonly #deps: PosterDeps;

  constructor(deps: PosterDeps) {
    this.#deps = deps;
  }

  /** The `ts` of the post. Rejects where Slack refuses it for good. `mark` names what it answers, to whoever looks for it. */
  post(client: WebClient, to: Destination, message: SlackMessage, mark?: string): Promise<string> {
    const marked = mark === undefined ? {} : { mark, claimed: true };
    return this.#post(client, to, message, { nonce: this.#deps.nonce(), ...marked });
  }

  /**
   * The same where another instance may be posting it too, under the same mark: nothing is posted where it stands already,
   * and of two that came at once one is taken back.
   */
  async postOnce(client: WebClient, to: Destination, message: SlackMessage, mark: string): Promise<string> {
    const standing = () => findPost(client, to, { mark }, this.#deps.now() - TWIN_WITHIN_MS);
    const before = await standing();
    if (before.kind === "there") return before.ts;
    const mine = await this.#post(client, to, message, { nonce: this.#deps.nonce(), mark });
    const after = await standing();
    if (after.kind !== "there" || after.ts === mine) return mine;
    await this.remove(client, to, mine);
    return after.ts;
  }

  #post(
    client: WebClient,
    to: Destination,
    message: SlackMessage,
    payload: PostPayload & { nonce: string },
  ): Promise<string> {
    const since = this.#deps.now();
    const metadata = { event_type: POST_EVENT, event_payload: payload };
    const place = { channel: to.channel, ...(to.thread === undefined ? {} : { thread_ts: to.thread }) };
    const attempt = (body: SlackMessage | PlainMessage) =>
      this.#deps.outbox.send(key(to), () =>
        call(client, "chat.postMessage", { ...place, metadata, ...written(body) }),
      );
    return this.#withTwin(attempt, message, SLACK_LIMITS.postText).then(
      (posted) => posted.ts ?? "",
      (error) =>
        this.#recover(
          error,
          () => findPost(client, to, { nonce: payload.nonce }, since),
          () => attempt(message),
        ),
    );
  }

  /** Replaces a post of ours. Safe to repeat. */
  async update(client: WebClient, to: Destination, ts: string, message: SlackMessage): Promise<void> {
    const { text, blocks } = message;
    const short = { ...message, text: clip(text, SLACK_LIMITS.updateText), blocks };
    const attempt = (body: SlackMessage | PlainMessage) =>
      this.#deps.outbox.send(key(to), () =>
        call(client, "chat.update", { channel: to.channel, ts, ...written(body) }),
      );
    try {
      await this.#withTwin(attempt, short, SLACK_LIMITS.updateText);
    } catch (error) {
      if (faultOf(error).kind !== "unknown-outcome") throw error;
      await attempt(short);
    }
  }

  /** Shows a message to one person alone. Cannot be looked up, so it is never repeated when its outcome is unknown. */
  async whisper(client: WebClient, to: Destination, user: string, message: SlackMessage): Promise<void> {
    const place = { channel: to.channel, user, ...(to.thread === undefined ? {} : { thread_ts: to.thread }) };
    await this.#withTwin(
      (body) =>
        this.#deps.outbox.send(key(to), () =>
          call(client, "chat.postEphemeral", { ...place, ...written(body) }),
        ),
      message,
      SLACK_LIMITS.postText,
    );
  }

  async remove(client: WebClient, to: Destination, ts: string): Promise<void> {
    await this.#deps.outbox.send(key(to), () => client.chat.delete({ channel: to.channel, ts }));
  }

  async #withTwin<T>(
    attempt: (body: SlackMessage | PlainMessage) => Promise<T>,
    message: SlackMessage,
    textMax: number,
  ): Promise<T> {
    try {
      return await attempt(message);
    } catch (error) {
      const fault = faultOf(error);
      if (fault.kind !== "refused") throw error;
      if (BLOCK_FAULTS.has(fault.error)) {
        this.#deps.log.error(
          { error: fault.error, blocks: fault.details },
          "slack refused blocks, sent as text",
        );
        return attempt(plain(message, textMax));
      }
      if (fault.error === "msg_too_long") {
        this.#deps.log.warn({ length: message.text.length }, "slack refused the length, sent shortened");
        return attempt(plain(message, SLACK_LIMITS.updateText));
      }
      throw error;
    }
  }

  /** The answer to a post was lost: look whether it stands there, and post again only when it certainly does not. */
  async #recover(
    error: unknown,
    find: () => Promise<Found>,
    again: () => Promise<{ ts?: string }>,
  ): Promise<string> {
    let last = error;
    for (let tries = 1; ; tries++) {
      if (faultOf(last).kind !== "unknown-outcome") throw last;
      const found = await find();
      this.#deps.log.warn({ found: found.kind, tries }, "a post went unconfirmed");
      if (found.kind === "there") return found.ts;
      if (found.kind === "unreadable" || tries === RECOVERIES) throw last;
      try {
        return (await again()).ts ?? "";
      } catch (next) {
        last = next;
      }
    }
  }
}

type PlainMessage = Omit<SlackMessage, "blocks"> & { blocks: [] };

/** An empty list of blocks, since an update keeps the old ones otherwise. */
function plain(message: SlackMessage, max: number): PlainMessage {
  return { ...message, text: clip(message.text, max), blocks: [] };
}

/**
 * The body with its blocks as JSON already. Slack gets the same; but the SDK walks and prints a tree of blocks for a
 * debug line that nobody reads, for every call, and the same answer is given again and again.
 */
function written(body: SlackMessage | PlainMessage): Record<string, unknown> {
  const json = blocksJson.get(body.blocks) ?? JSON.stringify(body.blocks);
  blocksJson.set(body.blocks, json);
  return { ...body, blocks: json };
}

const blocksJson = new WeakMap<object, string>();

async function call(
  client: WebClient,
  method: string,
  body: Record<string, unknown>,
): Promise<{ ts?: string }> {
  const { ts } = postedSchema.parse(await client.apiCall(method, body));
  return ts === undefined ? {} : { ts };
}

const postedSchema = z.object({ ts: z.string().optional() });

function key(to: Destination): string {
  return `${to.teamId}:${to.channel}`;
}
