import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type RESTPostAPIApplicationCommandsJSONBody,
} from "discord.js";
import { TOPICS, type Topic } from "../../../knowledge/topics.ts";
import { LIMITS } from "../render/limits.ts";
import { type CommandTexts, ENGLISH, type TextKey, TRANSLATIONS } from "./texts.ts";

const MENU_NAME: string = ENGLISH.explain.name;

export { MENU_NAME };

/** Longest question that the option takes; a longer one fits the form. */
export const ASK_MAX = 1_000;

/** Every command as Discord registers it: usable in servers, in DMs and, installed by a person, anywhere. */
export function commandDefinitions(
  translations: Readonly<Record<string, CommandTexts>> = TRANSLATIONS,
): RESTPostAPIApplicationCommandsJSONBody[] {
  const words = (key: TextKey) => wording(key, translations);
  const role = (key: TextKey, required: boolean): APIApplicationCommandBasicOption => ({
    ...words(key),
    type: ApplicationCommandOptionType.String,
    required,
    autocomplete: true,
  });
  const topic = (key: TextKey, topics: readonly Topic[] = TOPICS): APIApplicationCommandBasicOption => ({
    ...words(key),
    type: ApplicationCommandOptionType.String,
    choices: topics.map((value) => ({ ...bareName(`topic/${value}`, translations), value })),
  });
  const chat = (key: TextKey, options: APIApplicationCommandOption[] = []) => ({
    ...words(key),
    ...EVERYWHERE,
    type: ApplicationCommandType.ChatInput as const,
    options,
  });
  const sub = (key: TextKey): APIApplicationCommandOption => ({
    ...words(key),
    type: ApplicationCommandOptionType.Subcommand,
    options: [],
  });

  return [
    chat("ask", [
      { ...words("ask.question"), type: ApplicationCommandOptionType.String, max_length: ASK_MAX },
    ]),
    chat("compare", [
      role("compare.role-a", true),
      role("compare.role-b", true),
      role("compare.role-c", false),
      topic("compare.topic"),
      { ...words("compare.private"), type: ApplicationCommandOptionType.Boolean },
    ]),
    chat("role", [role("role.name", true), topic("role.topic")]),
    chat("path", [role("path.from", true), role("path.to", true)]),
    chat("find", [
      role("find.skill", true),
      role("find.skill-2", false),
      topic("find.topic", BESIDES_SKILLS),
    ]),
    chat("tips"),
    chat("help"),
    chat("privacy", [sub("privacy.show"), sub("privacy.export"), sub("privacy.erase")]),
    { ...bareName("explain", translations), ...EVERYWHERE, type: ApplicationCommandType.Message },
  ];
}

/** Why a role is found says which skills and tools it asks for. */
const BESIDES_SKILLS = TOPICS.filter((topic) => topic !== "skills" && topic !== "tools");

const EVERYWHERE = {
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  contexts: [
    InteractionContextType.Guild,
    InteractionContextType.BotDM,
    InteractionContextType.PrivateChannel,
  ],
};

function wording(key: TextKey, translations: Readonly<Record<string, CommandTexts>>) {
  const { name, description } = textOf(ENGLISH, key);
  return {
    name,
    description: (description ?? name).slice(0, LIMITS.commandDescription),
    name_localizations: localised(key, "name", translations),
    description_localizations: localised(key, "description", translations),
  };
}

function bareName(key: TextKey, translations: Readonly<Record<string, CommandTexts>>) {
  return { name: textOf(ENGLISH, key).name, name_localizations: localised(key, "name", translations) };
}

function localised(
  key: TextKey,
  part: "name" | "description",
  translations: Readonly<Record<string, CommandTexts>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(translations).flatMap(([locale, texts]) => {
      const text = texts[key]?.[part];
      return text ? [[locale, text]] : [];
    }),
  );
}

function textOf(texts: Required<CommandTexts>, key: TextKey) {
  return texts[key];
}
