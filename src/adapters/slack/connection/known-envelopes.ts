import type { Logger, SocketModeReceiver } from "@slack/bolt";
import { z } from "zod";

/** What Slack sends over the socket, as far as the SDK relies on it. Source: docs.slack.dev, Socket Mode. */
const envelope = { envelope_id: z.string() };
const messageSchema = z.discriminatedUnion("type", [
  z.looseObject({ type: z.literal("hello") }),
  z.looseObject({ type: z.literal("disconnect") }),
  z.looseObject({
    ...envelope,
    type: z.literal("events_api"),
    payload: z.looseObject({ event: z.looseObject({ type: z.string() }) }),
  }),
  z.looseObject({
    ...envelope,
    type: z.enum(["slash_commands", "interactive"]),
    payload: z.record(z.string(), z.unknown()),
  }),
]);

const MESSAGE = "ws_message";

/**
 * Lets only messages through to the SDK that are what they should be. It reads fields of others where nothing catches what
 * that throws, and raises events named by them, its own included ("disconnected").
 */
export function onlyKnownEnvelopes(client: SocketModeReceiver["client"], logger: Logger): void {
  for (const listener of client.listeners(MESSAGE)) {
    client.off(MESSAGE, listener);
    client.on(MESSAGE, (data: unknown, isBinary: unknown) => {
      if (isBinary === true || !isKnown(String(data))) {
        logger.warn("Slack sent something over the socket that is no envelope; ignored");
        return;
      }
      Promise.resolve(listener(data, isBinary)).catch(() =>
        logger.error("An envelope of Slack could not be handled"),
      );
    });
  }
}

function isKnown(text: string): boolean {
  try {
    return messageSchema.safeParse(JSON.parse(text)).success;
  } catch {
    return false;
  }
}
