import { type APIModalInteractionResponseCallbackData, ComponentType } from "discord.js";
import { MENTOR_QUESTION_MAX, whatIsPosted } from "../../../conversations/mentors.ts";
import { labelled, textInput } from "./form.ts";

export const MENTOR_FORM = { id: "mentor-form", field: "question" } as const;

/** Says what will be posted where; sending it is the asker's consent. */
export function mentorForm(channelId: string): APIModalInteractionResponseCallbackData {
  const question = textInput(MENTOR_FORM.field, { long: true, max: MENTOR_QUESTION_MAX, required: true });
  return {
    custom_id: MENTOR_FORM.id,
    title: "Ask a person",
    components: [
      { type: ComponentType.TextDisplay, content: whatIsPosted(`<#${channelId}>`) },
      labelled("Your question", "", question),
    ],
  };
}
