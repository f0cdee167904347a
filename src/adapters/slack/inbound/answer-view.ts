import type { KnownBlock, ModalView } from "@slack/types";
import type { Place, Reply } from "../../../conversations/message.ts";
import type { Action } from "../../../conversations/personal/action.ts";
import type { Question } from "../../../understanding/question.ts";
import { faultOf } from "../outbound/faults.ts";
import { section } from "../render/blocks.ts";
import { renderFile } from "../render/file.ts";
import { SLACK_LIMITS } from "../render/limits.ts";
import { renderAnswer } from "../render/render.ts";
import { renderReply } from "../render/reply.ts";
import { showView } from "./form.ts";
import { publishHome } from "./home.ts";
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
  const asked =
    question && ((place: Place) => runtime.conversations.press({ ...place, question, audience: "private" }));
  await openView(runtime, workspace, body, asked);
}

/** The same for what concerns its presser; App Home shows their profile and plan, which may have changed by it. */
export async function openActionView(
  runtime: Runtime,
  workspace: Workspace,
  body: ActionBody,
  action: Action | undefined,
): Promise<void> {
  const acted = action && ((place: Place) => runtime.conversations.pressAction(place, action));
  await openView(runtime, workspace, body, acted);
  await publishHome(runtime, workspace, body.user.id);
}

async function openView(
  runtime: Runtime,
  workspace: Workspace,
  body: ActionBody,
  ask: ((place: Place) => Promise<Reply>) | undefined,
): Promise<void> {
  const userId = body.user.id;
  // A view belongs to no channel: the talk in it is the person's own.
  const reply = await ask?.(placeOf(workspace.teamId, userId, userId));
  const view = reply === undefined ? modal("Rolewise", [section(GONE)]) : answerView(reply);
  const { client } = workspace;
  try {
    await showView(workspace, body, view);
  } catch (error) {
    const fault = faultOf(error);
    runtime.log.warn({ fault }, "an answer could not be opened in a modal");
    const expired = fault.kind === "refused" && fault.error.includes("trigger");
    if (!expired || reply === undefined) return;
    // Too slow for the trigger: it goes to the person's direct messages.
    for (const part of renderReply(reply, "open"))
      await runtime.poster.post(client, { teamId: workspace.teamId, channel: userId }, part);
  }
}

export function answerView({ answer, buttons = [], file }: Reply): ModalView {
  const parts = renderAnswer(answer, { tables: "lines", buttons });
  const all = [...parts, ...(file === undefined ? [] : renderFile(file))].flatMap((part) => part.blocks);
  const blocks = all.filter(uniqueContinuation).slice(0, SLACK_LIMITS.blocksPerView);
  // A title that fits the modal need not stand a second time above the answer.
  if (answer.title.length <= SLACK_LIMITS.modalTitle) return modal(answer.title, blocks.slice(1));
  const [subject = ""] = answer.title.split(":");
  return modal(subject.length <= SLACK_LIMITS.modalTitle ? subject : "Rolewise", blocks);
}

/** "continued 2/3" says nothing where all parts stand in one view. */
function uniqueContinuation(block: KnownBlock): boolean {
  if (block.type !== "context") return true;
  const [first] = block.elements;
  return !(first?.type === "mrkdwn" && /^(continued )?\d+\/\d+$/.test(first.text));
}

/** `title` is at most 24 characters. */
function modal(title: string, blocks: KnownBlock[]): ModalView {
  return {
    type: "modal",
    title: { type: "plain_text", text: title },
    close: { type: "plain_text", text: "Close" },
    blocks,
  };
}
