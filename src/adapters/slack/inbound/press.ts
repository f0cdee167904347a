import type { Place } from "../../../conversations/message.ts";
import type { Question } from "../../../understanding/question.ts";
import { parseQuestion } from "../../../understanding/question-string.ts";
import { renderReply } from "../render/reply.ts";
import { openAnswerView } from "./answer-view.ts";
import type { Action, ActionBody } from "./payloads.ts";
import { audienceOf, pressedIn } from "./places.ts";
import { showPrivately, tell } from "./private-answer.ts";
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

/** A follow-up button or a menu: the message it stands in is edited in place. */
export async function onAsk(runtime: Runtime, workspace: Workspace, pressed: Pressed): Promise<void> {
  const { action, body, respond } = pressed;
  const place = pressedIn(workspace.teamId, body);
  const question = parseQuestion(action.value, runtime.knownIds());
  if (place === undefined) return openAnswerView(runtime, workspace, body, question);
  if (question === undefined) return tell(runtime, workspace, place, GONE, respond);

  const hidden = body.container?.is_ephemeral === true;
  const audience = hidden ? "private" : audienceOf(place.channelId);
  const reply = await runtime.conversations.press({ ...place, question, audience });
  if (hidden) {
    const [first, ...rest] = renderReply(reply, "command");
    if (first === undefined) return;
    const replaced = await respondTo(respond, first, { replace_original: true });
    const left = replaced.kind === "done" ? rest : [first, ...rest];
    // An expired response URL can no longer edit; the answer is shown anew.
    await showPrivately(runtime, workspace, place, left, replaced.kind === "done" ? respond : undefined);
  } else if (reply.answer.audience === "private" && audience === "public") {
    await showPrivately(runtime, workspace, place, renderReply(reply, "whisper"), respond);
  } else if (place.messageTs !== undefined) {
    const to = {
      teamId: workspace.teamId,
      channel: place.channelId,
      thread: place.threadId ?? (audience === "public" ? place.messageTs : undefined),
    };
    await replaceParts(runtime.poster, workspace.client, to, [place.messageTs], renderReply(reply, "open"));
  }
}

/** The question of a button, or nothing after its asker was told that it is out of date. */
export async function questionOf(
  runtime: Runtime,
  workspace: Workspace,
  pressed: Pressed,
  value = pressed.action.value,
): Promise<{ question: Question; place: Place & { messageTs: string | undefined } } | undefined> {
  const place = pressedIn(workspace.teamId, pressed.body);
  if (place === undefined) return undefined;
  const question = parseQuestion(value, runtime.knownIds());
  if (question !== undefined) return { question, place };
  await tell(runtime, workspace, place, GONE, pressed.respond);
  return undefined;
}
