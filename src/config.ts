import { z } from "zod";
import { type DiscordSettings, parseShards } from "./adapters/discord/settings.ts";
import type { SlackSettings } from "./adapters/slack/settings.ts";
import { type Policy, USUAL_POLICY } from "./policy/policy.ts";
import { readPolicy } from "./policy/read-policy.ts";

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
  /** Where `/healthz`, `/readyz` and `/metrics` are served. */
  health: { host: string; port: number } | undefined;
}

export const LOG_LEVELS = ["trace", "debug", "info", "warn", "error", "silent"] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export interface ConfigProblem {
  /** Or the policy file with a line. */
  variable: string;
  message: string;
  /** Where to get a right value. */
  fix: string;
}

export class ConfigError extends Error {
  override readonly name = "ConfigError";
  readonly problems: ConfigProblem[];

  constructor(problems: ConfigProblem[]) {
    super(problems.map(({ variable, message, fix }) => `${variable}: ${message}. ${fix}`).join("\n"));
    this.problems = problems;
  }
}

const SLACK_APP_PAGE = "https://api.slack.com/apps, your app";
const DISCORD_APP_PAGE = "https://discord.com/developers/applications, your application";

/** What each variable must look like, and where a right value comes from. A value itself is never repeated. */
const VARIABLES = {
  SLACK_BOT_TOKEN: [
    z.string().regex(/^xoxb-/),
    "does not begin with xoxb-",
    `Copy the Bot User OAuth Token: ${SLACK_APP_PAGE}, OAuth & Permissions.`,
  ],
  SLACK_APP_TOKEN: [
    z.string().regex(/^xapp-/),
    "does not begin with xapp-",
    `Make an app-level token with connections:write: ${SLACK_APP_PAGE}, Basic Information.`,
  ],
  SLACK_SIGNING_SECRET: [
    z.string().min(8),
    "is too short",
    `Copy the Signing Secret: ${SLACK_APP_PAGE}, Basic Information.`,
  ],
  SLACK_CLIENT_ID: [
    z.string().min(1),
    "is empty",
    `Copy the Client ID: ${SLACK_APP_PAGE}, Basic Information.`,
  ],
  SLACK_CLIENT_SECRET: [
    z.string().min(1),
    "is empty",
    `Copy the Client Secret: ${SLACK_APP_PAGE}, Basic Information.`,
  ],
  SLACK_STATE_SECRET: [
    z.string().min(16),
    "is shorter than 16 characters",
    "Make one with: openssl rand -hex 32",
  ],
  SLACK_ENCRYPTION_KEY: [
    z.string().min(43),
    "is not 32 bytes in base64 or hex",
    "Make one with: openssl rand -base64 32",
  ],
  SLACK_API_URL: [z.url(), "is not a URL", "Leave it out for Slack's own."],
  PORT: [z.coerce.number().int().min(0).max(65535), "is not a port", "Use a number from 1 to 65535."],
  DISCORD_TOKEN: [
    z.string().min(20),
    "is too short for a token",
    `Copy the token: ${DISCORD_APP_PAGE}, Bot.`,
  ],
  DISCORD_APPLICATION_ID: [
    z.string().regex(/^\d{17,20}$/),
    "is not an id of 17 to 20 digits",
    `Copy the Application ID: ${DISCORD_APP_PAGE}, General Information.`,
  ],
  DISCORD_GUILD_ID: [
    z.string().regex(/^\d{17,20}$/),
    "is not an id of 17 to 20 digits",
    "Right-click your server with developer mode on, Copy Server ID.",
  ],
  DISCORD_API_URL: [z.url(), "is not a URL", "Leave it out for Discord's own."],
  DISCORD_SHARDS: [
    z.string().refine((text) => parseShards(text) !== undefined),
    "is neither auto, a number, nor ids/total like 0,1/4",
    "Use auto.",
  ],
  DATABASE_URL: [
    z.string().min(1),
    "is empty",
    "Use postgres://USER:PASSWORD@HOST/DATABASE or a file path, or leave it out for a file under data/.",
  ],
  STORAGE_SECRET: [
    z.string().min(16),
    "is shorter than 16 characters",
    "Make one with: openssl rand -base64 32",
  ],
  KNOWLEDGE_DIR: [
    z.string().min(1),
    "is empty",
    "Name a folder, or leave it out for the one that comes with Rolewise.",
  ],
  KNOWLEDGE_WATCH: [
    z.enum(["0", "1"]),
    "is neither 0 nor 1",
    "Use 1 to reload changed files while the bot runs.",
  ],
  KEEP_MISSES: [
    z.enum(["0", "1"]),
    "is neither 0 nor 1",
    "Use 1 to keep unanswered questions, without their authors, for 30 days.",
  ],
  OPENINGS_FEED: [
    z.string().min(1),
    "is empty",
    "Name files or URLs of job feeds, separated by spaces, or leave it out.",
  ],
  POLICY_FILE: [z.string().min(1), "is empty", "Name a file, or leave it out for rolewise.yaml."],
  LOG_LEVEL: [z.enum(LOG_LEVELS), `is none of ${LOG_LEVELS.join(", ")}`, "Use info."],
  HEALTH_PORT: [
    z.string().refine((text) => parseHealth(text) !== undefined),
    "is neither a port nor an address with a port",
    "Use a number from 1 to 65535 to serve this machine alone, or 0.0.0.0:PORT to serve others.",
  ],
} as const satisfies Record<string, readonly [z.ZodType, string, string]>;
export type Variable = keyof typeof VARIABLES;
export const VARIABLE_NAMES = Object.keys(VARIABLES) as Variable[];

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
    const [schema, message, fix] = VARIABLES[name];
    if (schema.safeParse(value).success) values[name] = value;
    else problems.push({ variable: name, message, fix });
  }
  const given = (name: Variable) => (env[name]?.trim() ?? "") !== "";
  problems.push(...missingTogether(given));
  const policy = policyFrom(values.POLICY_FILE, readText);
  if ("problems" in policy) problems.push(...policy.problems);
  if (problems.length > 0 || "problems" in policy) throw new ConfigError(problems);
  return {
    slack: slackConfig(values),
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
    health: values.HEALTH_PORT ? parseHealth(values.HEALTH_PORT) : undefined,
  };
}

/** Every value that must not be seen, such as in a log. */
export function secretsOf({ slack, discord, database }: Config): string[] {
  const ofSlack =
    slack === undefined
      ? []
      : slack.mode === "socket"
        ? [slack.botToken, slack.appToken]
        : [
            slack.signingSecret,
            ...Object.values(slack.access).filter((value) => value !== slack.access.kind),
          ];
  const password = URL.canParse(database.url) ? new URL(database.url).password : "";
  const values = [...ofSlack, discord?.token, database.secret, password, decodeURIComponent(password)];
  return [...new Set(values)].filter((value) => value !== undefined && value !== "");
}

const USUAL_POLICY_FILE = "rolewise.yaml";

/** The policy of the file, which must be there if it was named. */
function policyFrom(
  named: string | undefined,
  readText: (path: string) => string | undefined,
): { policy: Policy } | { problems: ConfigProblem[] } {
  const path = named ?? USUAL_POLICY_FILE;
  const text = readText(path);
  if (text === undefined) {
    if (named === undefined) return { policy: USUAL_POLICY };
    const fix = "Make it, or leave the variable out.";
    return { problems: [{ variable: "POLICY_FILE", message: "names a file that cannot be read", fix }] };
  }
  const read = readPolicy(text);
  if ("policy" in read) return read;
  const fix = "docs/policy.md shows every setting.";
  return {
    problems: read.problems.map(({ line, message }) => ({ variable: `${path}, line ${line}`, message, fix })),
  };
}

/** `9090` serves this machine alone; `0.0.0.0:9090` or `[::]:9090` any that can reach it. */
function parseHealth(text: string): Config["health"] {
  const [, host = "127.0.0.1", digits = ""] =
    /^(?:(\d{1,3}(?:\.\d{1,3}){3}|\[[0-9a-f:]+\]|localhost):)?(\d{1,5})$/i.exec(text) ?? [];
  const port = Number(digits);
  return port >= 1 && port <= 65_535 ? { host: host.replace(/^\[|\]$/g, ""), port } : undefined;
}

/** Variables that are of use only together. */
function missingTogether(given: (name: Variable) => boolean): ConfigProblem[] {
  const lacks = (variable: Variable, because: string): ConfigProblem => ({
    variable,
    message: `is missing: ${because}`,
    fix: VARIABLES[variable][2],
  });
  const problems: ConfigProblem[] = [];
  const oauth = (
    ["SLACK_CLIENT_ID", "SLACK_CLIENT_SECRET", "SLACK_STATE_SECRET", "SLACK_ENCRYPTION_KEY"] as const
  ).filter(given);
  const anySlack =
    given("SLACK_BOT_TOKEN") || given("SLACK_APP_TOKEN") || given("SLACK_SIGNING_SECRET") || oauth.length > 0;
  if (!anySlack) return problems;
  if (given("SLACK_APP_TOKEN") && !given("SLACK_BOT_TOKEN"))
    problems.push(lacks("SLACK_BOT_TOKEN", "Socket Mode needs both tokens"));
  if (!given("SLACK_APP_TOKEN") && !given("SLACK_SIGNING_SECRET")) {
    problems.push(
      lacks("SLACK_APP_TOKEN", "Slack needs it for Socket Mode, or SLACK_SIGNING_SECRET for HTTP mode"),
    );
  }
  if (
    !given("SLACK_APP_TOKEN") &&
    given("SLACK_SIGNING_SECRET") &&
    !given("SLACK_BOT_TOKEN") &&
    oauth.length === 0
  ) {
    problems.push(
      lacks(
        "SLACK_BOT_TOKEN",
        "HTTP mode needs it for one workspace, or the four OAuth variables for several",
      ),
    );
  }
  if (oauth.length > 0 && oauth.length < 4) {
    for (const name of [
      "SLACK_CLIENT_ID",
      "SLACK_CLIENT_SECRET",
      "SLACK_STATE_SECRET",
      "SLACK_ENCRYPTION_KEY",
    ] as const) {
      if (!given(name)) problems.push(lacks(name, "several workspaces by OAuth need all four"));
    }
  }
  return problems;
}

const DEFAULT_PORT = 3000;

function slackConfig(values: Partial<Record<Variable, string>>): SlackSettings | undefined {
  const {
    SLACK_BOT_TOKEN: botToken,
    SLACK_APP_TOKEN: appToken,
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_API_URL: apiUrl,
  } = values;
  if (appToken && botToken) return { mode: "socket", botToken, appToken, apiUrl };
  if (!signingSecret) return undefined;
  const port = values.PORT ? Number(values.PORT) : DEFAULT_PORT;
  const {
    SLACK_CLIENT_ID: clientId,
    SLACK_CLIENT_SECRET: clientSecret,
    SLACK_STATE_SECRET: stateSecret,
    SLACK_ENCRYPTION_KEY: encryptionKey,
  } = values;
  if (clientId && clientSecret && stateSecret && encryptionKey) {
    return {
      mode: "http",
      signingSecret,
      port,
      access: { kind: "oauth", clientId, clientSecret, stateSecret, encryptionKey },
      apiUrl,
    };
  }
  return botToken
    ? { mode: "http", signingSecret, port, access: { kind: "token", botToken }, apiUrl }
    : undefined;
}
