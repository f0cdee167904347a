import type { Client } from "discord.js";
import type { Log } from "../../log.ts";
import { applyDiff, isDifferent, reportOf } from "../deploy.ts";
import type { DiscordSettings } from "../settings.ts";
import { commandDefinitions } from "./definitions.ts";
import { diffCommands } from "./diff.ts";
import { CommandRegistry, type Scope } from "./registry.ts";

/**
 * At the start: registers the commands where there are none at all (the first start), else only says what differs,
 * since another version of the bot may be running beside this one. One process of several does it: the one with shard 0.
 */
export async function syncAtStart(client: Client<true>, settings: DiscordSettings, log: Log): Promise<void> {
  if (!client.ws.shards.has(0)) return;
  const scope: Scope = settings.guildId ? { guildId: settings.guildId } : "global";
  const registry = new CommandRegistry(client.rest, settings.applicationId ?? client.application.id, scope);
  const have = await registry.list();
  const diff = diffCommands(have, commandDefinitions());
  if (!isDifferent(diff)) return;
  if (have.length === 0) {
    await applyDiff(registry, diff);
    log.info(reportOf(scope, diff), "registered the commands");
  } else {
    log.warn(reportOf(scope, diff), "the registered commands differ: run `rolewise discord deploy`");
  }
}
