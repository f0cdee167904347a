import type { ModalView } from "@slack/types";
import { z } from "zod";
import { MENTOR_QUESTION_MAX, type Mentors, whatIsPosted } from "../../../conversations/mentors.ts";
import type { Place } from "../../../conversations/message.ts";
import { CALLBACKS } from "../names.ts";
import { faultOf } from "../outbound/faults.ts";
import { section } from "../render/blocks.ts";
import { escapeEntities } from "../render/escape.ts";
import { field, formView, openForm, readForm } from "./form.ts";
import { placeOf, pressedIn } from "./places.ts";
import type { Pressed } from "./press.ts";
import { tell } from "./private-answer.ts";
import type { Runtime, Workspace } from "./runtime.ts";

const INPUT = "question";

/** Where the button stood, so that the asker is told there what became of it. */
const keptSchema = z.object({ channel: z.string().optional(), thread: z.string().optional() });

/** "Ask a person": opens a form that says what will be posted where. Sending it is the asker's consent. */
export async function onMentors(runtime: Runtime, workspace: Workspace, pressed: Pressed): Promise<void> {
  const { body } = pressed;
  const place = pressedIn(workspace.teamId, body);
  if (runtime.mentors === undefined) return;
  const view = mentorView(runtime.mentors.channelId, { channel: place?.channelId, thread: place?.threadId });
  const line = "The form could not be opened in time. Please press the button once more.";
  await openForm(runtime, workspace, body, view, { line, place });
}

export function mentorView(channelId: string, kept: z.infer<typeof keptSchema>): ModalView {
  const blocks = [
    section(whatIsPosted(`<#${channelId}>`)),
    field(INPUT, "Your question", {
      type: "plain_text_input",
      action_id: INPUT,
      multiline: true,
      max_length: MENTOR_QUESTION_MAX,
    }),
  ];
  return formView(
    { callbackId: CALLBACKS.mentorForm, title: "Ask a person", submit: "Post it", blocks },
    kept,
  );
}

/** What was sent, or what is wrong with it by block. */
export function readMentorForm(
  mentors: Mentors,
  workspace: Workspace,
  body: unknown,
): { asker: Place; question: string } | { errors: Record<string, string> } {
  const { userId, kept, filled } = readForm(body, keptSchema);
  const asker = placeOf(workspace.teamId, kept.channel ?? userId, userId, kept.thread);
  const taken = mentors.take(asker, filled(INPUT) ?? "");
  return "refusal" in taken ? { errors: { [INPUT]: taken.refusal } } : { asker, question: taken.question };
}

/** The form was taken and acknowledged: the question goes to the mentors, and its asker is told. */
export async function onMentorForm(
  runtime: Runtime,
  workspace: Workspace,
  mentors: Mentors,
  { asker, question }: { asker: Place; question: string },
): Promise<void> {
  const { teamId, client } = workspace;
  const asks = `<@${asker.userId}> asks:`;
  try {
    await runtime.poster.post(
      client,
      { teamId, channel: mentors.channelId },
      {
        text: `${asks} ${escapeEntities(question)}`,
        blocks: [
          section(asks),
          // Plain text: what somebody typed is shown as it is.
          { type: "section", text: { type: "plain_text", text: question, emoji: false } },
        ],
        unfurl_links: false,
        unfurl_media: false,
      },
    );
    await tell(runtime, workspace, asker, `Your question is in <#${mentors.channelId}> now.`, undefined);
  } catch (error) {
    runtime.log.error(
      { channel: mentors.channelId, fault: faultOf(error) },
      "a question could not be posted to the mentors: invite the bot to their channel",
    );
    const line =
      "I could not reach the mentors, and your question was not posted. Please write to them yourself.";
    await tell(runtime, workspace, asker, line, undefined);
  }
}
