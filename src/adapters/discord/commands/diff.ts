import { isDeepStrictEqual } from "node:util";
import {
  type APIApplicationCommand,
  ApplicationCommandType,
  type RESTPostAPIApplicationCommandsJSONBody,
} from "discord.js";

export interface CommandDiff {
  added: RESTPostAPIApplicationCommandsJSONBody[];
  changed: { id: string; command: RESTPostAPIApplicationCommandsJSONBody }[];
  removed: { id: string; name: string }[];
}

/** What must be written so that Discord has the wanted commands and no others. */
export function diffCommands(
  have: readonly APIApplicationCommand[],
  want: readonly RESTPostAPIApplicationCommandsJSONBody[],
): CommandDiff {
  const diff: CommandDiff = { added: [], changed: [], removed: [] };
  const left = new Map(have.map((command) => [keyOf(command), command]));
  for (const command of want) {
    const existing = left.get(keyOf(command));
    left.delete(keyOf(command));
    if (!existing) diff.added.push(command);
    else if (!isDeepStrictEqual(canonical(existing), canonical(command))) {
      diff.changed.push({ id: existing.id, command });
    }
  }
  for (const { id, name } of left.values()) diff.removed.push({ id, name });
  return diff;
}

/** A slash command and a menu entry may have the same name. */
function keyOf({ name, type }: { name: string; type?: number | undefined }): string {
  return `${type ?? ApplicationCommandType.ChatInput}/${name}`;
}

/** Parts in which a command may differ; the rest (ids, versions) Discord adds. */
const PARTS = [
  "name",
  "type",
  "description",
  "name_localizations",
  "description_localizations",
  "options",
  "choices",
  "required",
  "autocomplete",
  "min_length",
  "max_length",
  "value",
  "integration_types",
  "contexts",
] as const;

/** The parts that say something, so that what is left out equals what is empty, null or false. */
function canonical(part: object): object {
  const entries = PARTS.flatMap((key): [string, unknown][] => {
    const value: unknown = Reflect.get(part, key);
    if (Array.isArray(value)) {
      const items = value.map((item) => (isObject(item) ? canonical(item) : item));
      // The order of options counts; the order of places of use does not.
      const ordered = items.every((item) => typeof item === "number") ? items.toSorted() : items;
      return ordered.length === 0 ? [] : [[key, ordered]];
    }
    if (value === undefined || value === null || value === false || value === "") return [];
    if (isObject(value)) return Object.keys(value).length === 0 ? [] : [[key, { ...value }]];
    return [[key, value]];
  });
  return Object.fromEntries(entries);
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
