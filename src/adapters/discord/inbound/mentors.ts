import { ComponentType, type ModalSubmitInteraction } from "discord.js";
import { MENTOR_FORM } from "../commands/mentor-form.ts";
import { LINES, line } from "../lines.ts";
import { faultFields } from "../outbound/faults.ts";
import { escapeText } from "../render/escape.ts";
import { componentsMessage, type DiscordMessage } from "../render/message-body.ts";
import type { Runtime } from "../runtime.ts";
import { ofInteraction } from "./places.ts";
import { answeringFor, replyTo, saying } from "./respond.ts";

/** The form was sent: the question goes to the mentors, and its asker is told what became of it, alone. */
export async function onMentorForm(runtime: Runtime, interaction: ModalSubmitInteraction): Promise<void> {
  const reply = replyTo(runtime, interaction, "ephemeral");
  await answeringFor(reply, async () => {
    const written = interaction.fields.getTextInputValue(MENTOR_FORM.field);
    await reply.send("ephemeral", saying(line(await hand(runtime, interaction, written))));
  });
}

async function hand(runtime: Runtime, interaction: ModalSubmitInteraction, written: string): Promise<string> {
  const { mentors } = runtime;
  if (mentors === undefined) return LINES.oldButton;
  const taken = mentors.take(ofInteraction(interaction).place, written);
  if ("refusal" in taken) return taken.refusal;
  try {
    const question = questionOf(interaction.user.id, taken.question);
    await runtime.channels.post(mentors.channelId, question, { nonce: interaction.id });
    return LINES.mentorsAsked(mentors.channelId);
  } catch (error) {
    runtime.log.error(
      { channel: mentors.channelId, ...faultFields(error) },
      "a question could not be posted to the mentors: let the bot send messages in their channel",
    );
    return LINES.mentorsUnreachable;
  }
}

function questionOf(userId: string, question: string): DiscordMessage {
  return componentsMessage([
    { type: ComponentType.TextDisplay, content: `<@${userId}> asks:` },
    { type: ComponentType.TextDisplay, content: escapeText(question) },
  ]);
}
