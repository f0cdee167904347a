import type { ExternalSelect, ModalView } from "@slack/types";
import { z } from "zod";
import type { Suggestion } from "../../../conversations/conversations.ts";
import type { Question } from "../../../understanding/question.ts";
import { questionSchema } from "../../../understanding/question.ts";
import { ACTIONS, CALLBACKS } from "../names.ts";
import { option } from "../render/blocks.ts";
import { field, formView, openForm, readForm } from "./form.ts";
import type { Command } from "./payloads.ts";
import { placeOf } from "./places.ts";
import { showReplyPrivately } from "./private-answer.ts";
import type { Respond } from "./respond.ts";
import type { Runtime, Workspace } from "./runtime.ts";

/** `/compare` without words: two type-ahead menus over all roles and one over the topics. */
export async function openCompareModal(
  runtime: Runtime,
  workspace: Workspace,
  command: Command,
  respond: Respond | undefined,
): Promise<void> {
  const kept: Kept = { channel: command.channel_id, respondAt: command.response_url };
  const view = compareView(kept, runtime.conversations.topics());
  await openForm(runtime, workspace, command, view, {
    line: "The form could not be opened in time. Write it out: /compare data engineer vs data scientist",
    place: placeOf(workspace.teamId, command.channel_id, command.user_id),
    respond,
  });
}

/** What the modal remembers of the command, at most 3,000 characters. */
const keptSchema = z.object({ channel: z.string(), respondAt: z.string().optional() });
type Kept = z.infer<typeof keptSchema>;

export function compareView(kept: Kept, topics: readonly Suggestion[]): ModalView {
  const blocks = [
    field(ACTIONS.roleA, "First role", roleSelect(ACTIONS.roleA)),
    field(ACTIONS.roleB, "Second role", roleSelect(ACTIONS.roleB)),
    {
      ...field(ACTIONS.topic, "Topic", {
        type: "static_select",
        action_id: ACTIONS.topic,
        placeholder: { type: "plain_text", text: "What differs most" },
        options: topics.map(({ id, name }) => option(name, id)),
      }),
      optional: true,
    },
  ];
  const parts = { callbackId: CALLBACKS.compareModal, title: "Compare two roles", submit: "Compare", blocks };
  return formView(parts, kept);
}

export function roleSelect(actionId: string): ExternalSelect {
  return {
    type: "external_select",
    action_id: actionId,
    placeholder: { type: "plain_text", text: "Type a role" },
    min_query_length: 0,
  };
}

/** What was chosen, or what is wrong with it by block. Pure, so that it can be said within the acknowledgement. */
export function readCompareForm(body: unknown): { question: Question } | { errors: Record<string, string> } {
  const { filled } = readForm(body, keptSchema);
  const chosen = (id: string) => filled(id) || undefined;
  const [a, b, topic] = [chosen(ACTIONS.roleA), chosen(ACTIONS.roleB), chosen(ACTIONS.topic)];
  if (a === undefined) return { errors: { [ACTIONS.roleA]: "Choose a role." } };
  if (b === undefined) return { errors: { [ACTIONS.roleB]: "Choose a role." } };
  if (a === b) return { errors: { [ACTIONS.roleB]: "Choose a role other than the first." } };
  const question = { intent: "compare", roles: [a, b], topics: topic === undefined ? [] : [topic] };
  return { question: questionSchema.parse(question) };
}

/** The form was sent and acknowledged: answer where the command was given. */
export async function onCompareForm(
  runtime: Runtime,
  workspace: Workspace,
  body: unknown,
  question: Question,
  respondAt: (url: string) => Respond,
): Promise<void> {
  const { userId, kept } = readForm(body, keptSchema);
  const place = placeOf(workspace.teamId, kept.channel, userId);
  const reply = await runtime.conversations.press({ ...place, question, audience: "private" });
  const respond = kept.respondAt === undefined ? undefined : respondAt(kept.respondAt);
  await showReplyPrivately(runtime, workspace, place, reply, respond);
}
