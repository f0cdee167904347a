import { type Call, type Route, route } from "../rest.ts";
import { type CommandBody, parseCommand } from "../validate/commands.ts";
import { Refusal } from "../validate/form-error.ts";
import type { World } from "../world.ts";

export type StoredCommand = CommandBody & {
  id: string;
  application_id: string;
  guild_id?: string;
  version: string;
};

/** Commands of a scope: "global", or a guild's id. */
export type Commands = Map<string, StoredCommand[]>;

/** As Discord stores them, with every default filled in. */
export function commandRoutes(world: World, commands: Commands): Route[] {
  const scopeOf = (scope: string) => commands.get(scope) ?? [];
  const made = (scope: string, body: CommandBody): StoredCommand =>
    ({
      default_member_permissions: null,
      nsfw: false,
      integration_types: [0],
      contexts: null,
      name_localizations: null,
      ...(body.type === undefined || body.type === 1
        ? { description_localizations: null }
        : { description: "" }),
      ...body,
      type: body.type ?? 1,
      id: world.newId(),
      application_id: world.applicationId,
      version: world.newId(),
      ...(scope === "global" ? {} : { guild_id: scope }),
    }) as StoredCommand;

  const create = (call: Call, scope: string) => {
    const body = parseCommand(call.body, scopeOf(scope));
    const command = made(scope, body);
    const same = (one: CommandBody) => one.name === body.name && (one.type ?? 1) === (body.type ?? 1);
    commands.set(scope, [...scopeOf(scope).filter((one) => !same(one)), command]);
    return command;
  };
  const replaceAll = (call: Call, scope: string) => {
    const bodies = call.body as unknown[];
    const parsed: CommandBody[] = [];
    for (const body of bodies) parsed.push(parseCommand(body, parsed));
    commands.set(
      scope,
      parsed.map((body) => made(scope, body)),
    );
    return scopeOf(scope);
  };
  const edit = (call: Call, scope: string, id: string) => {
    const before = find(scope, id);
    const {
      id: _,
      application_id,
      version,
      guild_id,
      description_localizations,
      ...rest
    } = before as StoredCommand & Record<string, unknown>;
    const merged = { ...rest, description_localizations, ...(call.body as object) };
    if (merged.type !== 1) {
      Reflect.deleteProperty(merged, "description");
      Reflect.deleteProperty(merged, "description_localizations");
    }
    const after = {
      ...made(
        scope,
        parseCommand(
          merged,
          scopeOf(scope).filter((one) => one !== before),
        ),
      ),
      id,
    };
    commands.set(
      scope,
      scopeOf(scope).map((one) => (one === before ? after : one)),
    );
    return after;
  };
  const find = (scope: string, id: string): StoredCommand => {
    const command = scopeOf(scope).find((one) => one.id === id);
    if (!command) throw new Refusal(404, { code: 10063, message: "Unknown application command" });
    return command;
  };
  const remove = (scope: string, id: string) => {
    const gone = find(scope, id);
    commands.set(
      scope,
      scopeOf(scope).filter((one) => one !== gone),
    );
    return undefined;
  };

  const all = "/applications/:app/commands";
  const guild = "/applications/:app/guilds/:guild/commands";
  return [
    route("GET", all, () => scopeOf("global")),
    route("POST", all, (call) => create(call, "global")),
    route("PUT", all, (call) => replaceAll(call, "global")),
    route("PATCH", `${all}/:id`, (call, _, id) => edit(call, "global", id!)),
    route("DELETE", `${all}/:id`, (_, __, id) => remove("global", id!)),
    route("GET", guild, (_, __, scope) => scopeOf(scope!)),
    route("POST", guild, (call, _, scope) => create(call, scope!)),
    route("PUT", guild, (call, _, scope) => replaceAll(call, scope!)),
    route("PATCH", `${guild}/:id`, (call, _, scope, id) => edit(call, scope!, id!)),
    route("DELETE", `${guild}/:id`, (_, __, scope, id) => remove(scope!, id!)),
  ];
}
