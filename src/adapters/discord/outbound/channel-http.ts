import { type APIMessage, type APIThreadChannel, type REST, Routes } from "discord.js";
import { LIMITS } from "../render/limits.ts";
import type { DiscordMessage } from "../render/message-body.ts";
import { retrying } from "./retry.ts";
import { withFile } from "./with-file.ts";

/** The message that a post answers; its deletion in the meantime does not matter. */
export interface PostOptions {
  replyTo?: string | undefined;
  /** Discord makes one message of two posts with the same nonce, so a repeated call cannot double an answer. */
  nonce?: string | undefined;
}

/** Messages and threads in channels. Bodies go out as they were rendered, always with their own `allowed_mentions`. */
export class ChannelHttp {
  readonly #rest: REST;

  constructor(rest: REST) {
    this.#rest = rest;
  }

  async post(channelId: string, message: DiscordMessage, options: PostOptions = {}): Promise<string> {
    const reference = options.replyTo
      ? { message_reference: { message_id: options.replyTo, fail_if_not_exists: false } }
      : {};
    const once = options.nonce ? { nonce: options.nonce.slice(0, LIMITS.nonce), enforce_nonce: true } : {};
    const request = withFile(message, { ...reference, ...once });
    const send = () => this.#rest.post(Routes.channelMessages(channelId), request);
    const posted = (await (options.nonce ? retrying(send) : send())) as APIMessage;
    return posted.id;
  }

  async edit(channelId: string, messageId: string, message: DiscordMessage): Promise<void> {
    const route = Routes.channelMessage(channelId, messageId);
    await retrying(() => this.#rest.patch(route, withFile(message)));
  }

  async remove(channelId: string, messageId: string): Promise<void> {
    await this.#rest.delete(Routes.channelMessage(channelId, messageId));
  }

  /** The ids of the messages that `authorId` wrote as replies to one message, oldest first; those among the next fifty. */
  async repliesTo(channelId: string, messageId: string, authorId: string): Promise<string[]> {
    const query = new URLSearchParams({ after: messageId, limit: "50" });
    const next = (await this.#rest.get(Routes.channelMessages(channelId), { query })) as APIMessage[];
    return next
      .filter(
        ({ author, message_reference }) =>
          author.id === authorId && message_reference?.message_id === messageId,
      )
      .map(({ id }) => id)
      .reverse();
  }

  async startThread(channelId: string, messageId: string, name: string): Promise<string> {
    const thread = (await this.#rest.post(Routes.threads(channelId, messageId), {
      body: { name },
    })) as APIThreadChannel;
    return thread.id;
  }

  /** The channel of direct messages with somebody. */
  async directChannel(userId: string): Promise<string> {
    const channel = (await this.#rest.post(Routes.userChannels(), {
      body: { recipient_id: userId },
    })) as { id: string };
    return channel.id;
  }
}
