import type { ExternalSelect, InputBlock, ModalView } from "@slack/types";
import { z } from "zod";
import type { Suggestion } from "../../../conversations/conversations.ts";
import type { Question } from "../../../understanding/question.ts";
import { questionSchema } from "../../../understanding/question.ts";
import { ACTIONS, CALLBACKS } from "../names.ts";
import { faultOf } from "../outbound/faults.ts";
import { option } from "../render/blocks.ts";
import { type Command, viewBodySchema } from "./payloads.ts";
import { placeOf } from "./places.ts";
import { showReplyPrivately, tell } from "./private-answer.ts";
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
  try {
    await workspace.client.views.open({
      trigger_id: command.trigger_id,
      view: compareView(kept, runtime.conversations.topics()),
    });
  } catch (error) {
    runtime.log.warn({ fault: faultOf(error) }, "the comparison form could not be opened");
    const place = placeOf(workspace.teamId, command.channel_id, command.user_id);
    const line =
      "The form could not be opened in time. Write it out: /compare data engineer vs data scientist";
    await tell(runtime, workspace, place, line, respond);
  }
}

/** What the modal remembers of the command, at most 3,000 characters. */
const keptSchema = z.object({ channel: z.string(), respondAt: z.string().optional() });
type Kept = z.infer<typeof keptSchema>;

function compareView(kept: Kept, topics: readonly Suggestion[]): ModalView {
  return {
    type: "modal",
    callback_id: CALLBACKS.compareModal,
    private_metadata: JSON.stringify(kept),
    title: { type: "plain_text", text: "Compare two roles" },
    submit: { type: "plain_text", text: "Compare" },
    close: { type: "plain_text", text: "Cancel" },
    blocks: [
      input("First role", ACTIONS.roleA, roleSelect(ACTIONS.roleA)),
      input("Second role", ACTIONS.roleB, roleSelect(ACTIONS.roleB)),
      {
        ...input("Topic", ACTIONS.topic, {
          type: "static_select",
          action_id: ACTIONS.topic,
          placeholder: { type: "plain_text", text: "What differs most" },
          options: topics.map(({ id, name }) => option(name, id)),
        }),
        optional: true,
      },
    ],
  };
}

function input(label: string, blockId: string, element: InputBlock["element"]): InputBlock {
  return { type: "input", block_id: blockId, label: { type: "plain_text", text: label }, element };
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
  const { values } = viewBodySchema.parse(body).view.state;
  const chosen = (id: string) => values[id]?.[id]?.selected_option?.value;
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
  const { user, view } = viewBodySchema.parse(body);
  const kept = keptSchema.parse(JSON.parse(view.private_metadata));
  const place = placeOf(workspace.teamId, kept.channel, user.id);
  const reply = await runtime.conversations.press({ ...place, question, audience: "private" });
  const respond = kept.respondAt === undefined ? undefined : respondAt(kept.respondAt);
  await showReplyPrivately(runtime, workspace, place, reply, respond);
}
