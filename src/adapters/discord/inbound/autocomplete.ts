import type { AutocompleteInteraction } from "discord.js";
import type { Suggestion } from "../../../conversations/conversations.ts";
import { CODES, faultFields, hasCode } from "../outbound/faults.ts";
import { shorten } from "../render/escape.ts";
import { LIMITS } from "../render/limits.ts";
import type { Runtime } from "../runtime.ts";

/** Suggests roles or skills for what has been typed so far; the value of a choice is its id. */
export async function onAutocomplete(runtime: Runtime, interaction: AutocompleteInteraction): Promise<void> {
  const { name, value } = interaction.options.getFocused(true);
  const limit = LIMITS.autocompleteChoices;
  const found = name.startsWith("skill")
    ? runtime.conversations.suggestSkills(value, limit)
    : runtime.conversations.suggestRoles(value, limit);
  try {
    await runtime.interactions.choices(interaction, found.slice(0, limit).map(choice));
  } catch (error) {
    // Suggestions that come too late are of no use, and the next key pressed asks anew.
    if (!hasCode(error, CODES.unknownInteraction, CODES.alreadyAcknowledged)) throw error;
    const ms = runtime.now() - interaction.createdTimestamp;
    runtime.log.warn({ ...faultFields(error), ms }, "suggestions came too late for Discord");
  }
}

function choice({ id, name }: Suggestion): { name: string; value: string } {
  return { name: shorten(name, LIMITS.choiceName), value: id };
}
