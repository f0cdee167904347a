import type { Interaction } from "discord.js";
import { MENU_NAME } from "../commands/definitions.ts";
import type { Runtime } from "../runtime.ts";
import { onAutocomplete } from "./autocomplete.ts";
import { onCommand } from "./command.ts";
import { onComponent } from "./component.ts";
import { onForm } from "./form.ts";
import { onMenu } from "./menu.ts";

export async function onInteraction(runtime: Runtime, interaction: Interaction): Promise<void> {
  if (interaction.isAutocomplete()) return onAutocomplete(runtime, interaction);
  // Every instance that serves this shard gets it, and what a button does must be done once.
  if (!(await runtime.conversations.claim({ platform: "discord", id: interaction.id }))) return;
  if (interaction.isChatInputCommand()) return onCommand(runtime, interaction);
  if (interaction.isMessageComponent()) return onComponent(runtime, interaction);
  if (interaction.isModalSubmit()) return onForm(runtime, interaction);
  if (interaction.isMessageContextMenuCommand() && interaction.commandName === MENU_NAME) {
    return onMenu(runtime, interaction);
  }
}
