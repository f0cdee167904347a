import { type APIModalInteractionResponseCallbackData, ComponentType, TextInputStyle } from "discord.js";

export const ASK_FORM = { id: "ask-form", field: "question", max: 4_000 } as const;

/** A form for a question that is longer than one line, or that somebody has not typed yet. */
export function askForm(): APIModalInteractionResponseCallbackData {
  return {
    custom_id: ASK_FORM.id,
    title: "Ask Rolewise",
    components: [
      {
        type: ComponentType.Label,
        label: "Your question",
        description: "Name a role, a topic or your situation.",
        component: {
          type: ComponentType.TextInput,
          custom_id: ASK_FORM.field,
          style: TextInputStyle.Paragraph,
          required: true,
          max_length: ASK_FORM.max,
          placeholder: "How do I get from data analyst to data engineer?",
        },
      },
    ],
  };
}
