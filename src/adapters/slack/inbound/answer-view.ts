import type { KnownBlock, ModalView } from "@slack/types";
import type { Reply } from "../../../conversations/message.ts";
import type { Question } from "../../../understanding/question.ts";
import { faultOf } from "../outbound/faults.ts";
import { section } from "../render/blocks.ts";
import { clip, SLACK_LIMITS } from "../render/limits.ts";
import { renderAnswer } from "../render/render.ts";
import type { ActionBody } from "./payloads.ts";
import { placeOf } from "./places.ts";
import { GONE } from "./press.ts";
import type { Runtime, Workspace } from "./runtime.ts";

/** An answer in a modal: from App Home, or in the place of the answer that the modal shows already. */
export async function openAnswerView(
  runtime: Runtime,
  workspace: Workspace,
  body: ActionBody,
  question: Question | undefined,
): Promise<void> {
  const userId = body.user.id;
  // A view belongs to no channel: the talk in it is the person's own.
  const place = placeOf(workspace.teamId, userId, userId);
  const view =
    question === undefined
      ? modal("Rolewise", [section(GONE)])
      : answerView(await runtime.conversations.press({ ...place, question, audience: "private" }));
  const { client } = workspace;
  try {
    if (body.view?.type === "modal") await client.views.update({ view_id: body.view.id, view });
    else if (body.trigger_id !== undefined) await client.views.open({ trigger_id: body.trigger_id, view });
  } catch (error) {
    const fault = faultOf(error);
    runtime.log.warn({ fault }, "an answer could not be opened in a modal");
    const expired = fault.kind === "refused" && fault.error.includes("trigger");
    if (!expired || question === undefined) return;
    // Too slow for the trigger: it goes to the person's direct messages.
    const reply = await runtime.conversations.press({ ...place, question, audience: "private" });
    for (const part of renderAnswer(reply.answer))
      await runtime.poster.post(client, { teamId: workspace.teamId, channel: userId }, part);
  }
}

function answerView(reply: Reply): ModalView {
  const blocks = renderAnswer(reply.answer, { tables: "lines" }).flatMap((part) => part.blocks);
  return modal(reply.answer.title, blocks.filter(uniqueContinuation).slice(0, SLACK_LIMITS.blocksPerView));
}

/** "continued 2/3" says nothing where all parts stand in one view. */
function uniqueContinuation(block: KnownBlock): boolean {
  if (block.type !== "context") return true;
  const [first] = block.elements;
  return !(first?.type === "mrkdwn" && /^(continued )?\d+\/\d+$/.test(first.text));
}

function modal(title: string, blocks: KnownBlock[]): ModalView {
  return {
    type: "modal",
    title: { type: "plain_text", text: clip(title, SLACK_LIMITS.modalTitle) },
    close: { type: "plain_text", text: "Close" },
    blocks,
  };
}
