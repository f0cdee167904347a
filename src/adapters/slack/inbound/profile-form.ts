import type { InputBlock, ModalView } from "@slack/types";
import { z } from "zod";
import type { Place, Reply } from "../../../conversations/message.ts";
import { FORM_FIELDS, type FormField, type FormValues } from "../../../conversations/personal/personal.ts";
import { CALLBACKS } from "../names.ts";
import { option } from "../render/blocks.ts";
import { clip, SLACK_LIMITS } from "../render/limits.ts";
import { field, formView, openForm, readForm } from "./form.ts";
import { publishHome } from "./home.ts";
import { placeOf } from "./places.ts";
import { answerBelow, isHidden, type Pressed, replaceHidden } from "./press.ts";
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
  const line =
    "The form could not be opened in time. Press Edit once more, or write what to change, like “add dbt” or “no, 5 years”.";
  await openForm(runtime, workspace, body, view, { line, place });
}

export function profileView(fields: readonly FormField[], kept: Kept): ModalView {
  const blocks = fields.map(input);
  return formView({ callbackId: CALLBACKS.profileForm, title: "Your profile", submit: "Save", blocks }, kept);
}

function input({ hint, ...of }: FormField): InputBlock {
  return {
    ...field(of.id, of.label, elementOf({ hint, ...of })),
    optional: true,
    ...(hint === "" ? {} : { hint: { type: "plain_text", text: clip(hint, SLACK_LIMITS.inputLabel) } }),
  };
}

function elementOf(of: FormField): InputBlock["element"] {
  const action_id = of.id;
  switch (of.kind) {
    case "text":
      return {
        type: "plain_text_input",
        action_id,
        multiline: of.lines > 1,
        max_length: Math.min(of.maxLength, SLACK_LIMITS.inputText),
        ...(of.value === "" ? {} : { initial_value: of.value }),
      };
    case "number":
      return {
        type: "number_input",
        action_id,
        is_decimal_allowed: true,
        min_value: String(of.least),
        max_value: String(of.most),
        ...(of.value === "" ? {} : { initial_value: of.value }),
      };
    case "choice": {
      const options = of.options
        .slice(0, SLACK_LIMITS.selectOptions)
        .map(({ value, label }) => option(label, value));
      const chosen = options.find(({ value }) => value === of.value);
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
  const { filled } = readForm(body, keptSchema);
  return Object.fromEntries(
    FORM_FIELDS.flatMap((id) => {
      const value = filled(id);
      return value === undefined ? [] : [[id, value]];
    }),
  );
}

/** Whose profile it is, and where it was opened. */
export function placeOfForm(workspace: Workspace, body: unknown): { place: Place; kept: Kept } {
  const { userId, kept } = readForm(body, keptSchema);
  return { place: placeOf(workspace.teamId, kept.channel ?? userId, userId, kept.thread), kept };
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
