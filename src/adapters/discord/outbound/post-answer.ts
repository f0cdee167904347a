import type { Reply } from "../../../conversations/message.ts";
import type { Log } from "../../log.ts";
import type { Shown } from "../render/buttons.ts";
import type { DiscordMessage } from "../render/message-body.ts";
import { renderAnswer } from "../render/render.ts";
import { renderKept } from "../render/render-kept.ts";
import { renderPersonal, renderPersonalPlain } from "../render/render-personal.ts";
import { renderPlain } from "../render/render-plain.ts";
import type { ChannelHttp } from "./channel-http.ts";
import { CODES, faultFields, hasCode } from "./faults.ts";

/**
 * Posts an answer as a plain reply; in plain text where Discord refuses its components. `guildId`: it is about a member of
 * that guild and is written to them directly.
 */
export async function postAnswer(
  http: ChannelHttp,
  log: Log,
  reply: Reply,
  at: { channelId: string; shown: Shown; replyTo?: string; guildId?: string | undefined },
): Promise<void> {
  const personal = reply.buttons !== undefined;
  const rendered = personal
    ? renderPersonal(reply, at.guildId)
    : reply.aside !== undefined
      ? renderAnswer(reply.answer)
      : renderKept(reply.answer, {
          question: reply.question,
          shown: at.shown,
          mentors: reply.mentors === true,
        });
  try {
    await postAll(http, rendered, at);
  } catch (error) {
    if (!hasCode(error, CODES.invalidForm)) throw error;
    log.warn(faultFields(error), "Discord refused the components of an answer; sending plain text");
    await postAll(http, personal ? renderPersonalPlain(reply) : renderPlain(reply.answer), at);
  }
}

/** All messages reply to the same one, so that an edit of it finds them. */
export async function postAll(
  http: ChannelHttp,
  messages: readonly DiscordMessage[],
  { channelId, replyTo }: { channelId: string; replyTo?: string },
): Promise<void> {
  for (const [at, message] of messages.entries()) {
    await http.post(channelId, message, { replyTo, ...(replyTo ? { nonce: `${replyTo}.${at}` } : {}) });
  }
}
