import { type DiscordSettings, parseShards } from "../adapters/discord/settings.ts";
import type { SlackSettings } from "../adapters/slack/settings.ts";
import type { Policy } from "../policy/policy.ts";
import { type HealthAddress, parseHealthAddress } from "./health-address.ts";
import type { LogLevel } from "./log-level.ts";
import { missingTogether } from "./missing-together.ts";
import { policyFrom } from "./policy-file.ts";
import { ConfigError, type ConfigProblem } from "./problems.ts";
import { slackSettings } from "./slack-settings.ts";
import { VARIABLE_NAMES, VARIABLES, type Variable } from "./variables.ts";

/** The environment and the policy file, parsed once. Nothing below reads `process.env`. */
export interface Config {
  slack: SlackSettings | undefined;
  discord: DiscordSettings | undefined;
  database: { url: string; secret: string | undefined };
  knowledgeDir: string;
  watchKnowledge: boolean;
  keepMisses: boolean;
  openingsFeed: string[];
  policy: Policy;
  logLevel: LogLevel;
  health: HealthAddress | undefined;
}

export type Environment = Readonly<Record<string, string | undefined>>;

export interface ConfigSources {
  /** The folder that comes with the package. */
  knowledgeDir: string;
  /** The text of a file, or undefined where there is none. */
  readText(path: string): string | undefined;
}

/**
 * Reads the environment and the policy file that it names.
 * @throws ConfigError with every problem at once
 */
export function readConfig(env: Environment, { knowledgeDir, readText }: ConfigSources): Config {
  const problems: ConfigProblem[] = [];
  const values: Partial<Record<Variable, string>> = {};
  for (const name of VARIABLE_NAMES) {
    const value = env[name]?.trim();
    if (value === undefined || value === "") continue;
    const { schema, wrong, fix } = VARIABLES[name];
    if (schema.safeParse(value).success) values[name] = value;
    else problems.push({ variable: name, message: wrong, fix });
  }
  const given = (name: Variable) => (env[name]?.trim() ?? "") !== "";
  problems.push(...missingTogether(given));
  const policy = policyFrom(values.POLICY_FILE, readText);
  if ("problems" in policy) problems.push(...policy.problems);
  if (problems.length > 0 || "problems" in policy) throw new ConfigError(problems);
  return {
    slack: slackSettings(values),
    discord: values.DISCORD_TOKEN
      ? {
          token: values.DISCORD_TOKEN,
          applicationId: values.DISCORD_APPLICATION_ID,
          guildId: values.DISCORD_GUILD_ID,
          apiUrl: values.DISCORD_API_URL,
          shards: values.DISCORD_SHARDS ? parseShards(values.DISCORD_SHARDS) : undefined,
        }
      : undefined,
    database: { url: values.DATABASE_URL ?? "data/rolewise.db", secret: values.STORAGE_SECRET },
    knowledgeDir: values.KNOWLEDGE_DIR ?? knowledgeDir,
    watchKnowledge: values.KNOWLEDGE_WATCH === "1",
    keepMisses: values.KEEP_MISSES === "1",
    openingsFeed: values.OPENINGS_FEED?.split(/[\s,]+/).filter((part) => part !== "") ?? [],
    policy: policy.policy,
    logLevel: (values.LOG_LEVEL as LogLevel | undefined) ?? "info",
    health: values.HEALTH_PORT ? parseHealthAddress(values.HEALTH_PORT) : undefined,
  };
}
