import {
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  ComponentType,
} from "discord.js";
import type { FormField } from "../../../conversations/personal/personal.ts";
import { LIMITS } from "../render/limits.ts";
import { labelled, textInput } from "./form.ts";

const ID = "profile-form";

/** The first fields of the profile form, as many as a modal holds; the others are told in words. */
export function profileForm(
  fields: readonly FormField[],
  guildId: string | undefined,
): APIModalInteractionResponseCallbackData {
  return {
    custom_id: guildId === undefined ? ID : `${ID}~${guildId}`,
    title: "Your profile",
    components: shownFields(fields).map(label),
  };
}

/** Whose form it is: of the guild's member, where it was opened outside of the guild. Undefined for another form. */
export function parseProfileForm(customId: string): { guildId: string | undefined } | undefined {
  const [id, guildId] = customId.split("~");
  return id === ID ? { guildId } : undefined;
}

export function shownFields(fields: readonly FormField[]): FormField[] {
  return fields.slice(0, LIMITS.modalComponents);
}

function label(field: FormField): APILabelComponent {
  return labelled(field.label, field.hint, inputOf(field));
}

function inputOf(field: FormField): APILabelComponent["component"] {
  const { id, value } = field;
  if (field.kind !== "choice")
    return textInput(id, {
      long: field.kind === "text" && field.lines > 1,
      max: field.kind === "text" ? field.maxLength : NUMBER_LENGTH,
      required: false,
      ...(value === "" ? {} : { value }),
    });
  return {
    type: ComponentType.StringSelect,
    custom_id: id,
    required: false,
    options: field.options.slice(0, LIMITS.selectOptions).map((option) => ({
      ...option,
      label: option.label.slice(0, LIMITS.selectLabel),
      default: option.value === value,
    })),
  };
}

/** "12.5", with room for a comma and a slip. */
const NUMBER_LENGTH = 8;
