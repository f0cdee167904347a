import type { MessageContextMenuCommandInteraction } from "discord.js";
import { LINES, line } from "../lines.ts";
import type { Runtime } from "../runtime.ts";
import { ofInteraction } from "./places.ts";
import { answeringFor, explaining, replyTo, saying } from "./respond.ts";

/** "Explain the role in this post": reads somebody's message for the one who asked, alone. */
export async function onMenu(
  runtime: Runtime,
  interaction: MessageContextMenuCommandInteraction,
): Promise<void> {
  const { place } = ofInteraction(interaction);
  const reply = replyTo(runtime, interaction, "ephemeral");
  const post = interaction.targetMessage.content.trim();
  await answeringFor(reply, async () => {
    if (post === "") return reply.send("ephemeral", saying(line(LINES.emptyPost)));
    const explained = await runtime.conversations.explainPost(place, post);
    await reply.send("ephemeral", explaining(explained));
  });
}
