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
  const careful = hidden || (ask.personal && around.audience === "public");
  const reply = replyTo(runtime, interaction, careful ? "ephemeral" : "public");
  await answeringFor(reply, async () => {
    const answered = await answer(runtime, interaction.id, ask, around, hidden);
    // Another instance has claimed it: whatever we said now would stand in the place of its answer.
    if (!answered) return reply.leave();
    const kept = answered.answer.audience === "private" || answered.discretion !== undefined;
    const secret = hidden || (kept && around.audience === "public");
    await reply.send(secret ? "ephemeral" : "public", answering(answered, around.shown));
  });
}

function answer(
  runtime: Runtime,
  id: string,
  ask: Spoken,
  { place, audience }: Surroundings,
  hidden: boolean,
): Promise<Reply | undefined> {
  const readers = hidden ? "private" : audience;
  if (ask.kind === "action") return runtime.conversations.pressAction(place, ask.action);
  return ask.kind === "question"
    ? runtime.conversations.press({ ...place, question: ask.question, audience: readers })
    : runtime.conversations.receive({
        ...place,
        messageId: id,
        text: ask.text,
        ...(ask.afresh === undefined ? {} : { afresh: ask.afresh }),
        ...(ask.rolesTyped === undefined ? {} : { rolesTyped: ask.rolesTyped }),
        addressed: "command",
        audience: readers,
      });
}

function inputOf(interaction: ChatInputCommandInteraction): CommandInput {
  const subcommand = interaction.options.getSubcommand(false) ?? undefined;
  const nested = subcommand ? interaction.options.data[0]?.options : interaction.options.data;
  const options = Object.fromEntries(
    (nested ?? []).map(({ name, value }) => [name, typeof value === "number" ? String(value) : value]),
  );
  return { name: interaction.commandName, subcommand, options };
}
