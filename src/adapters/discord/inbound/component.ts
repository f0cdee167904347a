import type { MessageComponentInteraction } from "discord.js";
import { mentorForm } from "../commands/mentor-form.ts";
import { isTopic } from "../commands/topic.ts";
import { LINES, line } from "../lines.ts";
import type { Manner } from "../outbound/interaction-reply.ts";
import { MENTORS_ID, verdictRow } from "../render/buttons.ts";
import { type Action, parseAction } from "../render/custom-id.ts";
import { parsePersonal } from "../render/personal-id.ts";
import type { Runtime } from "../runtime.ts";
import { onPersonal } from "./personal.ts";
import { ofInteraction } from "./places.ts";
import { answering, answeringFor, explaining, isHidden, replyTo, saying } from "./respond.ts";
import { moveToThread } from "./thread.ts";

/** How an action defers where its answer takes long. */
const DEFER: Record<Action["do"], Manner> = {
  ask: "update",
  topic: "update",
  private: "ephemeral",
  share: "public",
  thread: "ephemeral",
  why: "ephemeral",
  wrong: "ephemeral",
  rate: "ephemeral",
};

export async function onComponent(runtime: Runtime, interaction: MessageComponentInteraction): Promise<void> {
  const personal = parsePersonal(interaction.customId);
  if (personal) return onPersonal(runtime, interaction, personal);
  if (interaction.customId === MENTORS_ID && runtime.mentors)
    return runtime.interactions.modal(interaction, mentorForm(runtime.mentors.channelId));
  const action = parseAction(interaction.customId, runtime.readQuestion);
  const reply = replyTo(runtime, interaction, action ? DEFER[action.do] : "ephemeral");
  const { place, audience, shown } = ofInteraction(interaction);
  const hidden = isHidden(interaction);
  const sayAlone = (text: string) => reply.send("ephemeral", saying(line(text)));

  await answeringFor(reply, async () => {
    if (!action) return sayAlone(LINES.oldButton);
    const { question } = action;
    switch (action.do) {
      case "ask":
      case "topic": {
        const asked = action.do === "topic" ? aboutTopic(interaction, action) : question;
        const readers = hidden ? "private" : audience;
        const answered = await runtime.conversations.press({ ...place, question: asked, audience: readers });
        const kept = answered.answer.audience === "private" || answered.discretion !== undefined;
        return reply.send(
          kept && readers === "public" ? "ephemeral" : "update",
          answering(answered, hidden ? "ephemeral" : shown),
        );
      }
      case "private": {
        const answered = await runtime.conversations.press({ ...place, question, audience: "private" });
        return reply.send(shown === "direct" ? "public" : "ephemeral", answering(answered, shown));
      }
      case "share": {
        // Asked anew for all to read, so that nothing about the sharer comes along.
        const answered = await runtime.conversations.press({ ...place, question, audience: "public" });
        if (answered.discretion === "asker") return sayAlone(LINES.notShared);
        return reply.send("public", answering(answered, shown, LINES.sharedBy(place.userId)));
      }
      case "thread":
        return sayAlone(await moveToThread(runtime, interaction, place, question));
      case "why":
        return reply.send("ephemeral", explaining(await runtime.conversations.explainLast(place)));
      case "wrong":
        return reply.send("ephemeral", saying(line(LINES.whatWasWrong, verdictRow(question))));
      case "rate":
        await runtime.conversations.takeFeedback(place, question, action.verdict);
        // The reasons stand in a private message of their own, which the thanks replace.
        return reply.send(
          hidden && action.verdict !== "helpful" ? "update" : "ephemeral",
          saying(line(LINES.thanks)),
        );
    }
  });
}

function aboutTopic(interaction: MessageComponentInteraction, action: Action): Action["question"] {
  const value = interaction.isStringSelectMenu() ? interaction.values[0] : undefined;
  return value !== undefined && isTopic(value) ? { ...action.question, topics: [value] } : action.question;
}
