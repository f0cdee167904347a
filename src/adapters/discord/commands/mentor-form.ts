import { type APIModalInteractionResponseCallbackData, ComponentType, TextInputStyle } from "discord.js";
import { MENTOR_QUESTION_MAX } from "../../../conversations/mentors.ts";

export const MENTOR_FORM = { id: "mentor-form", field: "question" } as const;

/** Says what will be posted where; sending it is the asker's consent. */
export function mentorForm(channelId: string): APIModalInteractionResponseCallbackData {
  return {
    custom_id: MENTOR_FORM.id,
    title: "Ask a person",
    components: [
      {
        type: ComponentType.TextDisplay,
        content: `What you write is posted in <#${channelId}> with your name, for people of this community to answer. Nothing else of our talk is passed on.`,
      },
      {
        type: ComponentType.Label,
        label: "Your question",
        component: {
          type: ComponentType.TextInput,
          custom_id: MENTOR_FORM.field,
          style: TextInputStyle.Paragraph,
          required: true,
          max_length: MENTOR_QUESTION_MAX,
        },
      },
    ],
  };
}
