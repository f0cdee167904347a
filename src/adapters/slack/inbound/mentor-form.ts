import type { ModalView } from "@slack/types";
import { z } from "zod";
import { MENTOR_QUESTION_MAX, type Mentors } from "../../../conversations/mentors.ts";
import type { Place } from "../../../conversations/message.ts";
import { CALLBACKS } from "../names.ts";
import { faultOf } from "../outbound/faults.ts";
import { section } from "../render/blocks.ts";
import { escapeEntities } from "../render/escape.ts";
import { viewBodySchema } from "./payloads.ts";
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
  const view = mentorView(runtime.mentors, { channel: place?.channelId, thread: place?.threadId });
  try {
    if (body.view?.type === "modal") await workspace.client.views.update({ view_id: body.view.id, view });
    else if (body.trigger_id !== undefined)
      await workspace.client.views.open({ trigger_id: body.trigger_id, view });
  } catch (error) {
    runtime.log.warn({ fault: faultOf(error) }, "the form for mentors could not be opened");
    if (place === undefined) return;
    const line = "The form could not be opened in time. Please press the button once more.";
    await tell(runtime, workspace, place, line, undefined);
  }
}

function mentorView({ channelId }: Mentors, kept: z.infer<typeof keptSchema>): ModalView {
  return {
    type: "modal",
    callback_id: CALLBACKS.mentorForm,
    private_metadata: JSON.stringify(kept),
    title: { type: "plain_text", text: "Ask a person" },
    submit: { type: "plain_text", text: "Post it" },
    close: { type: "plain_text", text: "Cancel" },
    blocks: [
      section(
        `What you write is posted in <#${channelId}> with your name, for people of this community to answer. Nothing else of our talk is passed on.`,
      ),
      {
        type: "input",
        block_id: INPUT,
        label: { type: "plain_text", text: "Your question" },
        element: {
          type: "plain_text_input",
          action_id: INPUT,
          multiline: true,
          max_length: MENTOR_QUESTION_MAX,
        },
      },
    ],
  };
}

/** What was sent, or what is wrong with it by block. */
export function readMentorForm(
  mentors: Mentors,
  workspace: Workspace,
  body: unknown,
): { asker: Place; question: string } | { errors: Record<string, string> } {
  const { user, view } = viewBodySchema.parse(body);
  const { channel, thread } = keptSchema.parse(JSON.parse(view.private_metadata));
  const asker = placeOf(workspace.teamId, channel ?? user.id, user.id, thread);
  const taken = mentors.take(asker, view.state.values[INPUT]?.[INPUT]?.value ?? "");
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
