import type { ChatInputCommandInteraction } from "discord.js";
import type { Reply } from "../../../conversations/message.ts";
import { askForm } from "../commands/ask-form.ts";
import { type Ask, askOf, type CommandInput } from "../commands/ask-of.ts";
import type { Runtime } from "../runtime.ts";
import { ofInteraction, type Surroundings } from "./places.ts";
import { answering, answeringFor, replyTo } from "./respond.ts";

type Spoken = Exclude<Ask, { kind: "form" }>;

export async function onCommand(runtime: Runtime, interaction: ChatInputCommandInteraction): Promise<void> {
  const ask = askOf(inputOf(interaction), runtime);
  if (!ask) return;
  if (ask.kind === "form") return runtime.interactions.modal(interaction, askForm());
  await answerCommand(runtime, interaction, ask);
}

/** Answers a command or the form that stands for one. */
export async function answerCommand(
  runtime: Runtime,
  interaction: Parameters<typeof replyTo>[1],
  ask: Spoken,
): Promise<void> {
  const around = ofInteraction(interaction);
  // In a DM with the bot everything is private already, and an ephemeral message would be gone after a restart.
  const hidden = ask.hidden && around.shown !== "direct";
  // A deferral settles who sees the answer. What was chosen is known to be answered; of what was typed nothing is known
  // yet, and an answer that was shown to its asker alone can still be shared.
  const careful = hidden || (ask.unsure && around.audience === "public");
  const reply = replyTo(runtime, interaction, careful ? "ephemeral" : "public");
  await answeringFor(reply, async () => {
    const answered = await answer(runtime, interaction.id, ask, around, hidden);
    // Another instance has claimed it: whatever we said now would stand in the place of its answer.
    if (!answered) return reply.leave();
    const secret = hidden || (around.audience === "public" && isForAsker(answered));
    await reply.send(secret ? "ephemeral" : "public", answering(answered, around.shown));
  });
}

/** Help with what somebody typed is of no use to those who read along. */
function isForAsker({ answer, discretion }: Reply): boolean {
  return answer.audience === "private" || answer.outcome !== "answered" || discretion !== undefined;
}

function answer(
  runtime: Runtime,
  id: string,
  ask: Spoken,
  { place, audience }: Surroundings,
  hidden: boolean,
): Promise<Reply | undefined> {
  const readers = hidden ? "private" : audience;
  switch (ask.kind) {
    case "action":
      return runtime.conversations.pressAction(place, ask.action);
    case "question":
      return runtime.conversations.press({ ...place, question: ask.question, audience: readers });
    case "text": {
      const { kind: _, hidden: __, unsure: ___, ...asked } = ask;
      const how = { addressed: "command", audience: readers } as const;
      return runtime.conversations.receive({ ...place, ...asked, ...how, messageId: id });
    }
  }
}

function inputOf(interaction: ChatInputCommandInteraction): CommandInput {
  const subcommand = interaction.options.getSubcommand(false) ?? undefined;
  const nested = subcommand ? interaction.options.data[0]?.options : interaction.options.data;
  const options = Object.fromEntries(
    (nested ?? []).map(({ name, value }) => [name, typeof value === "number" ? String(value) : value]),
  );
  return { name: interaction.commandName, subcommand, options };
}
