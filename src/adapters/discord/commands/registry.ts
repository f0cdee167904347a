import {
  type APIApplicationCommand,
  type REST,
  type RESTPostAPIApplicationCommandsJSONBody,
  Routes,
} from "discord.js";

/** A guild, or everywhere. */
export type Scope = { guildId: string } | "global";

/** The commands that Discord has of an application in one scope. */
export class CommandRegistry {
  readonly #rest: REST;
  readonly #applicationId: string;
  readonly #scope: Scope;

  constructor(rest: REST, applicationId: string, scope: Scope) {
    this.#rest = rest;
    this.#applicationId = applicationId;
    this.#scope = scope;
  }

  async list(): Promise<APIApplicationCommand[]> {
    const query = new URLSearchParams({ with_localizations: "true" });
    return (await this.#rest.get(this.#all(), { query })) as APIApplicationCommand[];
  }

  async add(command: RESTPostAPIApplicationCommandsJSONBody): Promise<void> {
    await this.#rest.post(this.#all(), { body: command });
  }

  async change(id: string, command: RESTPostAPIApplicationCommandsJSONBody): Promise<void> {
    const { type, ...rest } = command;
    await this.#rest.patch(this.#one(id), { body: rest });
  }

  async remove(id: string): Promise<void> {
    await this.#rest.delete(this.#one(id));
  }

  /** Removes them all in one call. */
  async clear(): Promise<void> {
    await this.#rest.put(this.#all(), { body: [] });
  }

  #all() {
    return this.#scope === "global"
      ? Routes.applicationCommands(this.#applicationId)
      : Routes.applicationGuildCommands(this.#applicationId, this.#scope.guildId);
  }

  #one(id: string) {
    return this.#scope === "global"
      ? Routes.applicationCommand(this.#applicationId, id)
      : Routes.applicationGuildCommand(this.#applicationId, this.#scope.guildId, id);
  }
}
