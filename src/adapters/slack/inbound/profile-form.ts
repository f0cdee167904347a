import type { InputBlock, ModalView } from "@slack/types";
import { z } from "zod";
import type { Place, Reply } from "../../../conversations/message.ts";
import { FORM_FIELDS, type FormField, type FormValues } from "../../../conversations/personal/personal.ts";
import { CALLBACKS } from "../names.ts";
import { faultOf } from "../outbound/faults.ts";
import { clip, SLACK_LIMITS } from "../render/limits.ts";
import { publishHome } from "./home.ts";
import { viewBodySchema } from "./payloads.ts";
import { placeOf } from "./places.ts";
import { answerBelow, isHidden, type Pressed, replaceHidden } from "./press.ts";
import { tell } from "./private-answer.ts";
import type { Respond } from "./respond.ts";
import type { Runtime, Workspace } from "./runtime.ts";

/** Where the form was opened, so that what it changed is shown there. At most 3,000 characters. */
const keptSchema = z.object({
  channel: z.string().optional(),
  thread: z.string().optional(),
  ts: z.string().optional(),
  /** The message is seen by its reader alone, and can be replaced here. */
  respondAt: z.string().optional(),
});
type Kept = z.infer<typeof keptSchema>;

/** Opens the profile form over a message, over App Home, or in the place of the modal that the button stands in. */
export async function openProfileForm(
  runtime: Runtime,
  workspace: Workspace,
  { body }: Pressed,
  place: (Place & { messageTs: string | undefined }) | undefined,
): Promise<void> {
  const userId = body.user.id;
  const at = place ?? placeOf(workspace.teamId, userId, userId);
  const kept: Kept = {
    channel: place?.channelId,
    thread: place?.threadId,
    ts: place?.messageTs,
    respondAt: isHidden(body) ? body.response_url : undefined,
  };
  const view = profileView(await runtime.conversations.profileForm(at), kept);
  try {
    if (body.view?.type === "modal") await workspace.client.views.update({ view_id: body.view.id, view });
    else if (body.trigger_id !== undefined)
      await workspace.client.views.open({ trigger_id: body.trigger_id, view });
  } catch (error) {
    runtime.log.warn({ fault: faultOf(error) }, "the profile form could not be opened");
    if (place === undefined) return;
    const line =
      "The form could not be opened in time. Press Edit once more, or write what to change, like “add dbt” or “no, 5 years”.";
    await tell(runtime, workspace, place, line, undefined);
  }
}

export function profileView(fields: readonly FormField[], kept: Kept): ModalView {
  return {
    type: "modal",
    callback_id: CALLBACKS.profileForm,
    private_metadata: JSON.stringify(kept),
    title: { type: "plain_text", text: "Your profile" },
    submit: { type: "plain_text", text: "Save" },
    close: { type: "plain_text", text: "Cancel" },
    blocks: fields.map(input),
  };
}

function input(field: FormField): InputBlock {
  return {
    type: "input",
    block_id: field.id,
    optional: true,
    label: { type: "plain_text", text: clip(field.label, SLACK_LIMITS.inputLabel) },
    ...(field.hint === ""
      ? {}
      : { hint: { type: "plain_text", text: clip(field.hint, SLACK_LIMITS.inputLabel) } }),
    element: elementOf(field),
  };
}

function elementOf(field: FormField): InputBlock["element"] {
  const action_id = field.id;
  switch (field.kind) {
    case "text":
      return {
        type: "plain_text_input",
        action_id,
        multiline: field.lines > 1,
        max_length: Math.min(field.maxLength, SLACK_LIMITS.inputText),
        ...(field.value === "" ? {} : { initial_value: field.value }),
      };
    case "number":
      return {
        type: "number_input",
        action_id,
        is_decimal_allowed: true,
        min_value: String(field.least),
        max_value: String(field.most),
        ...(field.value === "" ? {} : { initial_value: field.value }),
      };
    case "choice": {
      const options = field.options.slice(0, SLACK_LIMITS.selectOptions).map(({ value, label }) => ({
        text: { type: "plain_text" as const, text: clip(label, SLACK_LIMITS.optionText) },
        value,
      }));
      const chosen = options.find(({ value }) => value === field.value);
      return {
        type: "static_select",
        action_id,
        placeholder: { type: "plain_text", text: "Not told" },
        options,
        ...(chosen === undefined ? {} : { initial_option: chosen }),
      };
    }
  }
}

/** What was filled in; a field that was left empty is cleared. */
export function readProfileForm(body: unknown): FormValues {
  const { values } = viewBodySchema.parse(body).view.state;
  return Object.fromEntries(
    FORM_FIELDS.flatMap((id) => {
      const filled = values[id]?.[id];
      return filled === undefined ? [] : [[id, filled.selected_option?.value ?? filled.value ?? ""]];
    }),
  );
}

/** Whose profile it is, and where it was opened. */
export function placeOfForm(workspace: Workspace, body: unknown): { place: Place; kept: Kept } {
  const { user, view } = viewBodySchema.parse(body);
  const kept = keptSchema.parse(JSON.parse(view.private_metadata));
  return { place: placeOf(workspace.teamId, kept.channel ?? user.id, user.id, kept.thread), kept };
}

/** The form was taken and acknowledged: what it made of the profile is shown where it was opened. */
export async function onProfileForm(
  runtime: Runtime,
  workspace: Workspace,
  { place, kept }: ReturnType<typeof placeOfForm>,
  reply: Reply,
  respondAt: (url: string) => Respond,
): Promise<void> {
  if (kept.respondAt !== undefined)
    return replaceHidden(runtime, workspace, place, reply, "whisper", respondAt(kept.respondAt));
  if (kept.ts !== undefined)
    return answerBelow(runtime, workspace, { ...place, messageTs: kept.ts }, reply, true);
  await publishHome(runtime, workspace, place.userId);
}
