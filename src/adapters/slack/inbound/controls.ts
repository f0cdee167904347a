import type { Place, Reply } from "../../../conversations/message.ts";
import { parseAction } from "../../../conversations/personal/action.ts";
import { faultOf } from "../outbound/faults.ts";
import { context } from "../render/blocks.ts";
import { renderReply } from "../render/reply.ts";
import { askReason, readFeedback, readReason } from "./feedback.ts";
import { audienceOf, pressedIn } from "./places.ts";
import { type Pressed, questionOf } from "./press.ts";
import { showPrivately, showReplyPrivately, tell } from "./private-answer.ts";
import { deleteOriginal, respondTo } from "./respond.ts";
import type { Runtime, Workspace } from "./runtime.ts";

/** The controls under an answer that do not ask a question themselves. Each is acknowledged already. */

export async function onFeedback(runtime: Runtime, workspace: Workspace, pressed: Pressed): Promise<void> {
  const given = readFeedback(pressed.action.value);
  if (given === undefined) return;
  const about = await questionOf(runtime, workspace, pressed, given.question);
  if (about === undefined) return;
  if (given.helpful) {
    await runtime.conversations.takeFeedback(about.place, about.question, "helpful");
    await tell(runtime, workspace, about.place, "Thank you, good to know.", pressed.respond);
  } else {
    await showPrivately(runtime, workspace, about.place, [askReason(about.question)], pressed.respond);
  }
}

export async function onReason(runtime: Runtime, workspace: Workspace, pressed: Pressed): Promise<void> {
  const verdict = readReason(pressed.action.action_id);
  const about = await questionOf(runtime, workspace, pressed);
  if (verdict === undefined || about === undefined) return;
  await runtime.conversations.takeFeedback(about.place, about.question, verdict);
  const thanks = "Thank you. That helps to mend it.";
  const replaced = await respondTo(pressed.respond, { text: thanks, blocks: [] }, { replace_original: true });
  if (replaced.kind === "failed") await tell(runtime, workspace, about.place, thanks, undefined);
}

export async function onWhy(runtime: Runtime, workspace: Workspace, pressed: Pressed): Promise<void> {
  const about = await questionOf(runtime, workspace, pressed);
  if (about === undefined) return;
  const why = await runtime.conversations.explainLast(about.place);
  await showReplyPrivately(runtime, workspace, about.place, why, pressed.respond);
}

/** Puts a private answer where all can read it. Asked anew as a public question, so that nothing personal comes along. */
export async function onShare(runtime: Runtime, workspace: Workspace, pressed: Pressed): Promise<void> {
  const about = await questionOf(runtime, workspace, pressed);
  if (about === undefined) return;
  const { place, question } = about;
  const audience = audienceOf(place.channelId);
  const reply = await runtime.conversations.press({ ...place, question, audience });
  if (reply.answer.audience === "private" && audience === "public")
    return tell(
      runtime,
      workspace,
      place,
      "This answer is personal, so I will not post it here.",
      pressed.respond,
    );
  if (reply.discretion === "asker") return tell(runtime, workspace, place, NOT_SHARED_HERE, pressed.respond);
  const to = { teamId: workspace.teamId, channel: place.channelId, thread: place.threadId };
  try {
    const [first, ...rest] = renderReply(reply, "open");
    if (first === undefined) return;
    const by = context(`Shared by <@${place.userId}>`);
    const ts = await runtime.poster.post(workspace.client, to, { ...first, blocks: [by, ...first.blocks] });
    for (const part of rest)
      await runtime.poster.post(workspace.client, { ...to, thread: to.thread ?? ts }, part);
    await deleteOriginal(pressed.respond);
  } catch (error) {
    const fault = faultOf(error);
    const outside = fault.kind === "refused" && ["not_in_channel", "channel_not_found"].includes(fault.error);
    runtime.log.warn({ channel: place.channelId, fault }, "an answer could not be shared");
    const line = outside
      ? "I am not in this channel. Invite me with /invite @Rolewise, then share again."
      : "Slack did not let me post here. Please try again in a while.";
    await tell(runtime, workspace, place, line, pressed.respond);
  }
}

const NOT_SHARED_HERE =
  "Whoever runs this community has my answers kept to their askers in this channel, so I will not post it here.";

export async function onContinueInDm(
  runtime: Runtime,
  workspace: Workspace,
  pressed: Pressed,
): Promise<void> {
  const place = pressedIn(workspace.teamId, pressed.body);
  if (place === undefined) return;
  const { teamId, client } = workspace;
  // Slack opens the direct message when a post is addressed to the person.
  const direct = { ...place, channelId: place.userId, threadId: undefined };
  const action = parseAction(pressed.action.value);
  const reply = action
    ? await runtime.conversations.pressAction(direct, action)
    : await askedAgain(runtime, workspace, pressed, direct);
  if (reply === undefined) return;
  try {
    for (const part of renderReply(reply, "open"))
      await runtime.poster.post(client, { teamId, channel: place.userId }, part);
    const line = "I have written to you in a direct message.";
    await respondTo(pressed.respond, { text: line, blocks: [] }, { replace_original: true });
  } catch (error) {
    runtime.log.warn({ fault: faultOf(error) }, "a direct message could not be opened");
    await tell(
      runtime,
      workspace,
      place,
      "I could not open a direct message. Please write to me there.",
      pressed.respond,
    );
  }
}

async function askedAgain(
  runtime: Runtime,
  workspace: Workspace,
  pressed: Pressed,
  direct: Place,
): Promise<Reply | undefined> {
  const about = await questionOf(runtime, workspace, pressed);
  return about && runtime.conversations.press({ ...direct, question: about.question, audience: "private" });
}
