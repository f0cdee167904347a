import type { ModalSubmitInteraction } from "discord.js";
import { ASK_FORM } from "../commands/ask-form.ts";
import { MENTOR_FORM } from "../commands/mentor-form.ts";
import { parseProfileForm } from "../commands/profile-form.ts";
import { LINES, line } from "../lines.ts";
import type { Runtime } from "../runtime.ts";
import { answerCommand } from "./command.ts";
import { onMentorForm } from "./mentors.ts";
import { onProfileForm } from "./personal.ts";
import { replyTo, saying } from "./respond.ts";

export async function onForm(runtime: Runtime, interaction: ModalSubmitInteraction): Promise<void> {
  const profile = parseProfileForm(interaction.customId);
  if (interaction.customId === MENTOR_FORM.id) return onMentorForm(runtime, interaction);
  if (profile) return onProfileForm(runtime, interaction, profile);
  if (interaction.customId !== ASK_FORM.id) {
    return replyTo(runtime, interaction, "ephemeral").send("ephemeral", saying(line(LINES.oldButton)));
  }
  const text = interaction.fields.getTextInputValue(ASK_FORM.field);
  await answerCommand(runtime, interaction, { kind: "text", text, hidden: false, unsure: true });
}
