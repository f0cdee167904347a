import type { APIModalInteractionResponseCallbackData } from "discord.js";
import { labelled, textInput } from "./form.ts";

export const ASK_FORM = { id: "ask-form", field: "question", max: 4_000 } as const;

/** A form for a question that is longer than one line, or that somebody has not typed yet. */
export function askForm(): APIModalInteractionResponseCallbackData {
  const question = textInput(ASK_FORM.field, {
    long: true,
    max: ASK_FORM.max,
    required: true,
    placeholder: "How do I get from data analyst to data engineer?",
  });
  return {
    custom_id: ASK_FORM.id,
    title: "Ask Rolewise",
    components: [labelled("Your question", "Name a role, a topic or your situation.", question)],
  };
}
