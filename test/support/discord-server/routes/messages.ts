import type { Gateway } from "../gateway.ts";
import { channelPayload } from "../payloads.ts";
import { type Route, route } from "../rest.ts";
import { Refusal } from "../validate/form-error.ts";
import { parseMessage } from "../validate/message.ts";
import type { Channel, StoredMessage, World } from "../world.ts";
import { apply } from "./interactions.ts";

const VIEW = 1n << 10n;
const SEND = 1n << 11n;
const HISTORY = 1n << 16n;
const CREATE_THREADS = 1n << 35n;
const SEND_IN_THREADS = 1n << 38n;

/** Messages and threads of channels, with the permissions they need and the nonce that keeps one from doubling. */
export function messageRoutes(world: World, gateway: Gateway): Route[] {
  const nonces = new Map<string, StoredMessage>();
  const channelOf = (id: string, ...needed: bigint[]): Channel => {
    const channel = world.channels.get(id);
    if (!channel) throw new Refusal(404, { code: 10003, message: "Unknown Channel" });
    const held = world.botPermissions(channel);
    if ((held & VIEW) === 0n) throw new Refusal(403, { code: 50001, message: "Missing Access" });
    if (needed.some((bit) => (held & bit) === 0n)) {
      throw new Refusal(403, { code: 50013, message: "Missing Permissions" });
    }
    return channel;
  };
  const ownMessage = (id: string): StoredMessage => {
    const message = messageOf(world, id);
    if (message.author.id !== world.bot.id) {
      throw new Refusal(403, { code: 50005, message: "Cannot edit a message authored by another user" });
    }
    return message;
  };

  return [
    route("POST", "/channels/:channel/messages", (call, id) => {
      const sendBit = world.channels.get(id!)?.type === 11 ? SEND_IN_THREADS : SEND;
      const channel = channelOf(id!, sendBit);
      const body = parseMessage(call.body, "create");
      const key = `${id}/${body.nonce}`;
      const earlier = body.enforce_nonce ? nonces.get(key) : undefined;
      if (earlier) return earlier;
      const reference = body.message_reference;
      const referenced = reference ? world.messages.get(reference.message_id) : undefined;
      if (reference && !referenced && reference.fail_if_not_exists !== false) {
        throw new Refusal(400, {
          code: 50035,
          message: "Invalid Form Body",
          errors: { message_reference: "unknown" },
        });
      }
      const message = world.store({
        channel_id: channel.id,
        ...(channel.guild_id ? { guild_id: channel.guild_id } : {}),
        type: referenced ? 19 : 0,
        author: world.bot,
        content: "",
        mentions: [],
        mention_roles: [],
        mention_everyone: false,
        components: [],
        embeds: [],
        attachments: [],
        flags: 0,
        edited_timestamp: null,
        ...(referenced
          ? {
              message_reference: { message_id: referenced.id, channel_id: channel.id },
              referenced_message: referenced,
            }
          : {}),
        ...(body.nonce === undefined ? {} : { nonce: body.nonce }),
      });
      apply(message, body, false);
      if (body.nonce !== undefined) nonces.set(key, message);
      gateway.dispatch("MESSAGE_CREATE", { ...message, channel_type: channel.type }, channel.guild_id);
      return message;
    }),
    route("PATCH", "/channels/:channel/messages/:message", (call, channel, id) => {
      channelOf(channel!);
      const message = ownMessage(id!);
      apply(message, parseMessage(call.body, "edit", message.flags), true);
      return message;
    }),
    route("DELETE", "/channels/:channel/messages/:message", (_, channel, id) => {
      channelOf(channel!);
      world.messages.delete(ownMessage(id!).id);
      return undefined;
    }),
    route("GET", "/channels/:channel", (_, id) => channelPayload(channelOf(id!))),
    route("GET", "/channels/:channel/messages", (call, channel) => {
      channelOf(channel!, HISTORY);
      const given = call.query.get("after") ?? "0";
      if (!/^\d{1,20}$/.test(given)) throw new Refusal(400, { code: 50035, message: "Invalid Form Body" });
      const after = BigInt(given);
      const limit = Number(call.query.get("limit") ?? "50");
      // Discord returns the newest first, but `after` picks the ones that follow it most closely.
      return world
        .messagesIn(channel!)
        .filter(({ id }) => BigInt(id) > after)
        .slice(0, limit)
        .reverse();
    }),
    route("GET", "/channels/:channel/messages/:message", (_, channel, id) => {
      channelOf(channel!, HISTORY);
      return messageOf(world, id!);
    }),
    route("POST", "/channels/:channel/messages/:message/threads", (call, id, messageId) => {
      const channel = channelOf(id!, CREATE_THREADS);
      const message = messageOf(world, messageId!);
      const { name } = call.body as { name?: unknown };
      if (typeof name !== "string" || name.length < 1 || name.length > 100) {
        throw new Refusal(400, { code: 50035, message: "Invalid Form Body", errors: { name: "1 to 100" } });
      }
      if (world.channels.has(message.id)) {
        throw new Refusal(400, {
          code: 160004,
          message: "A thread has already been created for this message",
        });
      }
      const thread = world.addThread(channel, name, message.id);
      gateway.dispatch("THREAD_CREATE", channelPayload(thread), channel.guild_id);
      return channelPayload(thread);
    }),
    route("POST", "/users/@me/channels", (call) => {
      const { recipient_id } = call.body as { recipient_id: string };
      const user = world.users.get(recipient_id);
      if (!user) throw new Refusal(400, { code: 50033, message: "Invalid Recipient(s)" });
      return channelPayload(world.dmWith(user));
    }),
  ];
}

function messageOf(world: World, id: string): StoredMessage {
  const message = world.messages.get(id);
  if (!message) throw new Refusal(404, { code: 10008, message: "Unknown Message" });
  return message;
}
