import type { MessageComponentInteraction, ModalSubmitInteraction } from "discord.js";
import type { FormErrors } from "../../../conversations/conversations.ts";
import type { Place } from "../../../conversations/message.ts";
import { isStep } from "../../../conversations/personal/action.ts";
import { FORM_FIELDS, type FormField, type FormValues } from "../../../conversations/personal/personal.ts";
import { profileForm, shownFields } from "../commands/profile-form.ts";
import { LINES, line } from "../lines.ts";
import type { Manner } from "../outbound/interaction-reply.ts";
import { row } from "../render/buttons.ts";
import { escapeText } from "../render/escape.ts";
import type { DiscordMessage } from "../render/message-body.ts";
import type { PersonalButton } from "../render/personal-id.ts";
import { personalButton } from "../render/render-personal.ts";
import type { Runtime } from "../runtime.ts";
import { ofInteraction } from "./places.ts";
import { answeringFor, isHidden, personally, replyTo, saying } from "./respond.ts";

/** A button about its presser. A step of a question takes its place; what is new is written below, to them alone. */
export async function onPersonal(
  runtime: Runtime,
  interaction: MessageComponentInteraction,
  { action, guildId }: PersonalButton,
): Promise<void> {
  const { place, shown } = ofInteraction(interaction);
  const theirs = withGuild(place, guildId);
  if (action.do === "edit-profile") {
    const fields = await runtime.conversations.profileForm(theirs);
    return runtime.interactions.modal(interaction, profileForm(fields, guildId));
  }
  const manner = mannerOf(isHidden(interaction), shown === "direct", isStep(action));
  const reply = replyTo(runtime, interaction, manner);
  await answeringFor(reply, async () =>
    reply.send(manner, personally(await runtime.conversations.pressAction(theirs, action), guildId)),
  );
}

function mannerOf(hidden: boolean, direct: boolean, step: boolean): Manner {
  if (hidden) return "update";
  if (!direct) return "ephemeral";
  return step ? "update" : "public";
}

/** The profile form was sent: what it made of the profile, or what is wrong with it, to its sender alone. */
export async function onProfileForm(
  runtime: Runtime,
  interaction: ModalSubmitInteraction,
  { guildId }: { guildId: string | undefined },
): Promise<void> {
  const { place, shown } = ofInteraction(interaction);
  const manner = shown === "direct" ? "public" : "ephemeral";
  const reply = replyTo(runtime, interaction, manner);
  const theirs = withGuild(place, guildId);
  await answeringFor(reply, async () => {
    const taken = await runtime.conversations.submitProfile(theirs, valuesOf(interaction));
    if (!("errors" in taken)) return reply.send(manner, personally(taken, guildId));
    const fields = await runtime.conversations.profileForm(theirs);
    await reply.send(manner, saying(faultsOf(taken, fields, guildId)));
  });
}

/** In direct messages the buttons name the guild whose member they are about. */
function withGuild(place: Place, guildId: string | undefined): Place {
  return guildId === undefined ? place : { ...place, workspaceId: guildId };
}

/** What was filled in; a field that was left empty is cleared. */
function valuesOf(interaction: ModalSubmitInteraction): FormValues {
  return Object.fromEntries(
    FORM_FIELDS.flatMap((id) => {
      const field = interaction.fields.fields.get(id);
      if (field === undefined) return [];
      if ("values" in field) return [[id, field.values[0] ?? ""]];
      return "value" in field && typeof field.value === "string" ? [[id, field.value]] : [];
    }),
  );
}

function faultsOf(
  { errors }: FormErrors,
  fields: readonly FormField[],
  guildId: string | undefined,
): DiscordMessage {
  const lines = shownFields(fields).flatMap(({ id, label }) => {
    const fault = errors[id];
    return fault === undefined ? [] : [`- **${escapeText(label)}**: ${escapeText(fault)}`];
  });
  const again = personalButton("Open the form again", { do: "edit-profile" }, "first", guildId);
  return line([LINES.notSaved, ...lines].join("\n"), row([again]));
}
