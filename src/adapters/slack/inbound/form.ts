import type { InputBlock, ModalView } from "@slack/types";
import type { z } from "zod";
import type { Place } from "../../../conversations/message.ts";
import { faultOf } from "../outbound/faults.ts";
import { clip, SLACK_LIMITS } from "../render/limits.ts";
import { type ActionBody, viewBodySchema } from "./payloads.ts";
import { tell } from "./private-answer.ts";
import type { Respond } from "./respond.ts";
import type { Runtime, Workspace } from "./runtime.ts";

/** What a form is made of; `title` and `submit` are at most 24 characters. */
export interface FormParts {
  callbackId: string;
  title: string;
  submit: string;
  blocks: ModalView["blocks"];
}

/** A form; `kept` comes back when it is sent, at most 3,000 characters as JSON. */
export function formView({ callbackId, title, submit, blocks }: FormParts, kept: object): ModalView {
  return {
    type: "modal",
    callback_id: callbackId,
    private_metadata: JSON.stringify(kept),
    title: { type: "plain_text", text: title },
    submit: { type: "plain_text", text: submit },
    close: { type: "plain_text", text: "Cancel" },
    blocks,
  };
}

/** A field, under whose id its value comes back. */
export function field(id: string, label: string, element: InputBlock["element"]): InputBlock {
  const text = clip(label, SLACK_LIMITS.inputLabel);
  return { type: "input", block_id: id, label: { type: "plain_text", text }, element };
}

/** Shows a view over what somebody acted on, or in the place of the modal that they acted in. */
export async function showView(
  { client }: Workspace,
  from: Pick<ActionBody, "trigger_id" | "view">,
  view: ModalView,
): Promise<void> {
  if (from.view?.type === "modal") await client.views.update({ view_id: from.view.id, view });
  else if (from.trigger_id !== undefined) await client.views.open({ trigger_id: from.trigger_id, view });
}

/** Opens a form; where Slack no longer takes it, its asker is told what to do instead, if there is a place to say it. */
export async function openForm(
  runtime: Runtime,
  workspace: Workspace,
  from: Pick<ActionBody, "trigger_id" | "view">,
  view: ModalView,
  instead: { line: string; place: Place | undefined; respond?: Respond | undefined },
): Promise<void> {
  try {
    await showView(workspace, from, view);
  } catch (error) {
    runtime.log.warn({ form: view.callback_id, fault: faultOf(error) }, "a form could not be opened");
    if (instead.place === undefined) return;
    await tell(runtime, workspace, instead.place, instead.line, instead.respond);
  }
}

/** A form that was sent: by whom, what was kept with it, and what is in a field, undefined where it was not shown. */
export interface SentForm<K> {
  userId: string;
  kept: K;
  filled(id: string): string | undefined;
}

/** @throws ZodError where it is no form of this version. */
export function readForm<K>(body: unknown, keptSchema: z.ZodType<K>): SentForm<K> {
  const { user, view } = viewBodySchema.parse(body);
  return {
    userId: user.id,
    kept: keptSchema.parse(JSON.parse(view.private_metadata)),
    filled(id) {
      const value = view.state.values[id]?.[id];
      return value && (value.selected_option?.value ?? value.value ?? "");
    },
  };
}
