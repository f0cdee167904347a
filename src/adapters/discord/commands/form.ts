import {
  type APILabelComponent,
  type APITextInputComponent,
  ComponentType,
  TextInputStyle,
} from "discord.js";
import { LIMITS } from "../render/limits.ts";

/** A field of a form under its label, with a hint that may be empty. */
export function labelled(
  label: string,
  hint: string,
  component: APILabelComponent["component"],
): APILabelComponent {
  return {
    type: ComponentType.Label,
    label: label.slice(0, LIMITS.modalLabel),
    ...(hint === "" ? {} : { description: hint.slice(0, LIMITS.modalDescription) }),
    component,
  };
}

/** Room for text; `max` counts characters. */
export function textInput(
  customId: string,
  { long, ...more }: { long: boolean; max: number; required: boolean; value?: string; placeholder?: string },
): APITextInputComponent {
  const { max, ...rest } = more;
  return {
    type: ComponentType.TextInput,
    custom_id: customId,
    style: long ? TextInputStyle.Paragraph : TextInputStyle.Short,
    max_length: max,
    ...rest,
  };
}
