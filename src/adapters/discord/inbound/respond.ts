import { type BaseInteraction, MessageFlags } from "discord.js";
import type { Reply } from "../../../conversations/message.ts";
import { LINES, line } from "../lines.ts";
import { InteractionReply, type Manner, type Outgoing } from "../outbound/interaction-reply.ts";
import type { Shown } from "../render/buttons.ts";
import type { DiscordMessage } from "../render/message-body.ts";
import { renderAnswer } from "../render/render.ts";
import { renderKept } from "../render/render-kept.ts";
import { renderPersonal, renderPersonalPlain } from "../render/render-personal.ts";
import { renderPlain } from "../render/render-plain.ts";
import type { Runtime } from "../runtime.ts";

/** Starts the clock of an interaction: it is deferred in the given manner where the answer takes longer. */
export function replyTo(runtime: Runtime, interaction: BaseInteraction, deferAs: Manner): InteractionReply {
  const { interactions, log, now } = runtime;
  return new InteractionReply(interactions, interaction, deferAs, log, now, isHidden(interaction));
}

/** Whether the message that a button stands in is seen by its presser alone. */
export function isHidden(interaction: BaseInteraction): boolean {
  return interaction.isMessageComponent() && interaction.message.flags.has(MessageFlags.Ephemeral);
}

/** An answer for `send`, with the tools that fit where it is shown. */
export function answering(reply: Reply, shown: Shown, byline?: string): (hidden: boolean) => Outgoing {
  if (reply.buttons !== undefined) return personally(reply);
  if (reply.aside !== undefined) return explaining(reply);
  const alone = reply.discretion === "asker" ? "unshared" : "ephemeral";
  return (hidden) => ({
    messages: renderKept(reply.answer, {
      question: reply.question,
      shown: hidden ? alone : shown,
      byline,
      mentors: reply.mentors === true,
    }),
    plain: () => renderPlain(reply.answer),
  });
}

/** A reply about its asker, with the guild in its buttons where it is shown outside of it. */
export function personally(reply: Reply, guildId?: string): () => Outgoing {
  return () => ({
    messages: renderPersonal(reply, guildId),
    plain: () => renderPersonalPlain(reply),
  });
}

/** Something said to its asker alone: there is nothing to rate or share about it. */
export function explaining(reply: Reply): () => Outgoing {
  return () => ({ messages: renderAnswer(reply.answer), plain: () => renderPlain(reply.answer) });
}

export function saying(...messages: DiscordMessage[]): () => Outgoing {
  return () => ({ messages });
}

/** Runs the work and answers in any case: a fault of ours must not leave somebody waiting. */
export async function answeringFor(reply: InteractionReply, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    await reply.send("ephemeral", saying(line(LINES.fault))).catch(() => undefined);
    throw error;
  }
}
