import type { Place, Reply } from "../../../conversations/message.ts";
import { isStep, parseAction } from "../../../conversations/personal/action.ts";
import type { Question } from "../../../understanding/question.ts";
import { parseQuestion } from "../../../understanding/question-string.ts";
import { renderReply, type Surface } from "../render/reply.ts";
import { openActionView, openAnswerView } from "./answer-view.ts";
import type { Action, ActionBody } from "./payloads.ts";
import { audienceOf, pressedIn } from "./places.ts";
import { showPrivately, showReplyPrivately, tell } from "./private-answer.ts";
import { openProfileForm } from "./profile-form.ts";
import { replaceParts } from "./replace.ts";
import { type Respond, respondTo } from "./respond.ts";
import type { Runtime, Workspace } from "./runtime.ts";

export const GONE =
  "That button is from an older answer, and what it asked for has changed since. Please ask me again.";

/** A pressed button or a chosen option, acknowledged already. */
export interface Pressed {
  action: Action;
  body: ActionBody;
  respond: Respond | undefined;
}

type PressedPlace = Place & { messageTs: string | undefined };

/** A follow-up button or a menu: the message it stands in is edited in place. */
export async function onAsk(runtime: Runtime, workspace: Workspace, pressed: Pressed): Promise<void> {
  const { action, body, respond } = pressed;
  const place = pressedIn(workspace.teamId, body);
  const question = parseQuestion(action.value, runtime.knownIds());
  if (place === undefined) return openAnswerView(runtime, workspace, body, question);
  if (question === undefined) return tell(runtime, workspace, place, GONE, respond);

  const hidden = isHidden(body);
  const audience = hidden ? "private" : audienceOf(place.channelId);
  const reply = await runtime.conversations.press({ ...place, question, audience });
  if (hidden) await replaceHidden(runtime, workspace, place, reply, "command", respond);
  else if (reply.answer.audience === "private" && audience === "public")
    await showPrivately(runtime, workspace, place, renderReply(reply, "whisper"), respond);
  else if (reply.discretion !== undefined)
    await showReplyPrivately(runtime, workspace, place, reply, respond);
  else await answerBelow(runtime, workspace, place, reply, true);
}

/** A button about its presser. Where only they see it, a step of a question replaces it; what is new is written below. */
export async function onAct(runtime: Runtime, workspace: Workspace, pressed: Pressed): Promise<void> {
  const { body, respond } = pressed;
  const place = pressedIn(workspace.teamId, body);
  const action = parseAction(pressed.action.value);
  if (action?.do === "edit-profile") return openProfileForm(runtime, workspace, pressed, place);
  if (place === undefined) return openActionView(runtime, workspace, body, action);
  if (action === undefined) return tell(runtime, workspace, place, GONE, respond);

  const reply = await runtime.conversations.pressAction(place, action);
  if (isHidden(body)) await replaceHidden(runtime, workspace, place, reply, "whisper", respond);
  else if (audienceOf(place.channelId) === "public")
    await showPrivately(runtime, workspace, place, renderReply(reply, "whisper"), respond);
  else await answerBelow(runtime, workspace, place, reply, isStep(action));
}

export function isHidden(body: ActionBody): boolean {
  return body.container?.is_ephemeral === true;
}

/** In the place of a message that its reader alone sees. */
export async function replaceHidden(
  runtime: Runtime,
  workspace: Workspace,
  place: Place,
  reply: Reply,
  surface: Surface,
  respond: Respond | undefined,
): Promise<void> {
  const [first, ...rest] = renderReply(reply, surface);
  if (first === undefined) return;
  const replaced = await respondTo(respond, first, { replace_original: true });
  const left = replaced.kind === "done" ? rest : [first, ...rest];
  // An expired response URL can no longer edit; the answer is shown anew.
  await showPrivately(runtime, workspace, place, left, replaced.kind === "done" ? respond : undefined);
}

/** In the place of the message that was pressed, or as a message of its own. */
export async function answerBelow(
  runtime: Runtime,
  workspace: Workspace,
  place: PressedPlace,
  reply: Reply,
  replaces: boolean,
): Promise<void> {
  if (place.messageTs === undefined) return;
  const opened = audienceOf(place.channelId) === "public" ? place.messageTs : undefined;
  const to = {
    teamId: workspace.teamId,
    channel: place.channelId,
    thread: place.threadId ?? opened,
  };
  const old = replaces ? [place.messageTs] : [];
  await replaceParts(runtime.poster, workspace.client, to, old, renderReply(reply, "open"));
}

/** The question of a button, or nothing after its asker was told that it is out of date. */
export async function questionOf(
  runtime: Runtime,
  workspace: Workspace,
  pressed: Pressed,
  value = pressed.action.value,
): Promise<{ question: Question; place: PressedPlace } | undefined> {
  const place = pressedIn(workspace.teamId, pressed.body);
  if (place === undefined) return undefined;
  const question = parseQuestion(value, runtime.knownIds());
  if (question !== undefined) return { question, place };
  await tell(runtime, workspace, place, GONE, pressed.respond);
  return undefined;
}
