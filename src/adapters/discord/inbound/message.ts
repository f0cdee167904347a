import { type Message, MessageType } from "discord.js";
import type { Reply } from "../../../conversations/message.ts";
import { LINES, line } from "../lines.ts";
import { CODES, hasCode } from "../outbound/faults.ts";
import { postAll, postAnswer } from "../outbound/post-answer.ts";
import { button, row } from "../render/buttons.ts";
import type { DiscordMessage } from "../render/message-body.ts";
import { renderAnswer } from "../render/render.ts";
import { personalButton } from "../render/render-personal.ts";
import type { Runtime } from "../runtime.ts";
import { type Addressed, addressed } from "./addressing.ts";
import { tellMissing } from "./missing.ts";
import { tellAuthor } from "./notice.ts";
import { ofMessage } from "./places.ts";

/** Answers a message that addresses the bot, as a plain reply below it. */
export async function onMessage(runtime: Runtime, message: Message): Promise<void> {
  const heard = hear(message);
  if (heard.kind === "ignore") return;
  const { place, audience, shown } = ofMessage(message);
  const at = { channelId: message.channelId, replyTo: message.id };
  try {
    if (heard.kind === "hint") {
      const hint = line(shown === "direct" ? LINES.hintDirect : LINES.hint);
      await postAll(runtime.channels, [hint], at);
      return;
    }
    const { text, addressed: how } = heard;
    const reply = await runtime.conversations.receive({
      ...place,
      messageId: message.id,
      text,
      addressed: how,
      audience,
    });
    if (!reply) return;
    const kept = reply.answer.audience === "private" || reply.discretion !== undefined;
    if (kept && audience === "public") {
      if (reply.aside === "notice") await tellNotice(runtime, message, reply);
      else await postAll(runtime.channels, [privately(reply)], at);
      return;
    }
    await postAnswer(runtime.channels, runtime.log, reply, { ...at, shown });
  } catch (error) {
    if (!hasCode(error, CODES.missingAccess, CODES.missingPermissions)) throw error;
    await tellMissing(runtime, message);
  }
}

/** Says in the open that the answer is for its asker alone, and opens it for them where it can be given again. */
function privately(reply: Reply): DiscordMessage {
  if (reply.buttons === undefined) {
    const why = reply.answer.audience === "private" ? LINES.private : LINES.asker;
    return line(why, row([button({ do: "private", question: reply.question }, SHOW_ALONE)]));
  }
  if (reply.again === undefined) return line(LINES.askAlone);
  return line(LINES.private, row([personalButton(SHOW_ALONE, reply.again)]));
}

async function tellNotice(runtime: Runtime, message: Message, { answer }: Reply): Promise<void> {
  for (const notice of renderAnswer(answer)) await tellAuthor(runtime, message, notice);
}

const SHOW_ALONE = "Show me alone";

/** How a message stands to the bot. */
export function hear(message: Message): Addressed {
  const bot = message.client.user;
  const spoken = message.type === MessageType.Default || message.type === MessageType.Reply;
  const botRole = message.guild?.members.me?.roles.botRole;
  return addressed({
    botId: bot.id,
    authorId: message.author.id,
    fromPerson: spoken && !message.author.bot && message.webhookId === null,
    direct: message.guildId === null,
    content: message.content,
    mentionedRoleIds: [...message.mentions.roles.keys()],
    botRoleIds: botRole ? [botRole.id] : [],
    repliesToBot: message.type === MessageType.Reply && message.mentions.repliedUser?.id === bot.id,
  });
}
