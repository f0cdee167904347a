import { type APIApplication, type APIGuild, type REST, Routes } from "discord.js";
import { createRest } from "./client.ts";
import { commandDefinitions } from "./commands/definitions.ts";
import { type CommandDiff, diffCommands } from "./commands/diff.ts";
import { CommandRegistry, type Scope } from "./commands/registry.ts";
import type { DiscordSettings } from "./settings.ts";
import { setupFault } from "./setup-fault.ts";

export interface DeployReport {
  /** "global", or the id of the guild. */
  scope: string;
  /** Names of commands. */
  added: string[];
  changed: string[];
  removed: string[];
  /** Scopes that held commands which would have appeared twice: "global", or ids of guilds. */
  cleared: string[];
  /** False for a dry run, and where nothing differed. */
  written: boolean;
}

/**
 * Makes Discord's commands those of this version: in the guild of the settings, or everywhere.
 * Writes only what differs; commands of the other scope are removed, so that none appears twice.
 * @throws SetupError where the token is refused.
 */
export async function deployCommands(options: {
  settings: DiscordSettings;
  dryRun: boolean;
}): Promise<DeployReport> {
  const { settings, dryRun } = options;
  const rest = createRest(settings);
  try {
    const applicationId = settings.applicationId ?? (await ownApplicationId(rest));
    const scope: Scope = settings.guildId ? { guildId: settings.guildId } : "global";
    const registry = new CommandRegistry(rest, applicationId, scope);
    const diff = diffCommands(await registry.list(), commandDefinitions());
    const elsewhere = await filledScopes(rest, applicationId, scope);
    if (!dryRun) {
      await applyDiff(registry, diff);
      for (const other of elsewhere) await new CommandRegistry(rest, applicationId, other).clear();
    }
    const report = reportOf(scope, diff);
    const differs = isDifferent(diff) || elsewhere.length > 0;
    return { ...report, cleared: elsewhere.map(nameOf), written: !dryRun && differs };
  } catch (error) {
    throw setupFault(error);
  }
}

export async function applyDiff(registry: CommandRegistry, diff: CommandDiff): Promise<void> {
  // Removing first keeps a full list below Discord's most.
  for (const { id } of diff.removed) await registry.remove(id);
  for (const { id, command } of diff.changed) await registry.change(id, command);
  for (const command of diff.added) await registry.add(command);
}

export function reportOf(scope: Scope, diff: CommandDiff) {
  return {
    scope: nameOf(scope),
    added: diff.added.map(({ name }) => name),
    changed: diff.changed.map(({ command }) => command.name),
    removed: diff.removed.map(({ name }) => name),
  };
}

export function isDifferent({ added, changed, removed }: CommandDiff): boolean {
  return added.length + changed.length + removed.length > 0;
}

async function ownApplicationId(rest: REST): Promise<string> {
  return ((await rest.get(Routes.currentApplication())) as APIApplication).id;
}

/** Scopes besides this one that hold commands: everywhere, or each guild that the bot is in. */
async function filledScopes(rest: REST, applicationId: string, scope: Scope): Promise<Scope[]> {
  const others: Scope[] = scope === "global" ? await ownGuilds(rest) : ["global"];
  const filled: Scope[] = [];
  for (const other of others) {
    const commands = await new CommandRegistry(rest, applicationId, other).list();
    if (commands.length > 0) filled.push(other);
  }
  return filled;
}

async function ownGuilds(rest: REST): Promise<Scope[]> {
  const found: Scope[] = [];
  const page = 200;
  for (let after = "0"; ; ) {
    const query = new URLSearchParams({ after, limit: String(page) });
    const guilds = (await rest.get(Routes.userGuilds(), { query })) as Pick<APIGuild, "id">[];
    found.push(...guilds.map(({ id }) => ({ guildId: id })));
    const last = guilds.at(-1);
    if (!last || guilds.length < page) return found;
    after = last.id;
  }
}

function nameOf(scope: Scope): string {
  return scope === "global" ? scope : scope.guildId;
}
