import { z } from "zod";
import { parseShards } from "../adapters/discord/settings.ts";
import { parseHealthAddress } from "./health-address.ts";
import { LOG_LEVELS } from "./log-level.ts";

/** A value itself is never repeated. */
interface VariableRules {
  /** Of a value without the spaces around it; it is used as it is written. */
  schema: z.ZodType;
  /** What is to be said of a value that the schema refuses, behind the variable's name. */
  wrong: string;
  /** Where a right value comes from. */
  fix: string;
}

const variable = (schema: z.ZodType, wrong: string, fix: string): VariableRules => ({ schema, wrong, fix });

const SLACK_APP_PAGE = "https://api.slack.com/apps, your app";
const DISCORD_APP_PAGE = "https://discord.com/developers/applications, your application";

/** Every variable that is read, in the order in which problems are told. */
export const VARIABLES = {
  SLACK_BOT_TOKEN: variable(
    z.string().regex(/^xoxb-/),
    "does not begin with xoxb-",
    `Copy the Bot User OAuth Token: ${SLACK_APP_PAGE}, OAuth & Permissions.`,
  ),
  SLACK_APP_TOKEN: variable(
    z.string().regex(/^xapp-/),
    "does not begin with xapp-",
    `Make an app-level token with connections:write: ${SLACK_APP_PAGE}, Basic Information.`,
  ),
  SLACK_SIGNING_SECRET: variable(
    z.string().min(8),
    "is too short",
    `Copy the Signing Secret: ${SLACK_APP_PAGE}, Basic Information.`,
  ),
  SLACK_CLIENT_ID: variable(
    z.string().min(1),
    "is empty",
    `Copy the Client ID: ${SLACK_APP_PAGE}, Basic Information.`,
  ),
  SLACK_CLIENT_SECRET: variable(
    z.string().min(1),
    "is empty",
    `Copy the Client Secret: ${SLACK_APP_PAGE}, Basic Information.`,
  ),
  SLACK_STATE_SECRET: variable(
    z.string().min(16),
    "is shorter than 16 characters",
    "Make one with: openssl rand -hex 32",
  ),
  SLACK_ENCRYPTION_KEY: variable(
    z.string().min(43),
    "is not 32 bytes in base64 or hex",
    "Make one with: openssl rand -base64 32",
  ),
  SLACK_API_URL: variable(z.url(), "is not a URL", "Leave it out for Slack's own."),
  PORT: variable(z.coerce.number().int().min(0).max(65535), "is not a port", "Use a number from 1 to 65535."),
  DISCORD_TOKEN: variable(
    z.string().min(20),
    "is too short for a token",
    `Copy the token: ${DISCORD_APP_PAGE}, Bot.`,
  ),
  DISCORD_APPLICATION_ID: variable(
    z.string().regex(/^\d{17,20}$/),
    "is not an id of 17 to 20 digits",
    `Copy the Application ID: ${DISCORD_APP_PAGE}, General Information.`,
  ),
  DISCORD_GUILD_ID: variable(
    z.string().regex(/^\d{17,20}$/),
    "is not an id of 17 to 20 digits",
    "Right-click your server with developer mode on, Copy Server ID.",
  ),
  DISCORD_API_URL: variable(z.url(), "is not a URL", "Leave it out for Discord's own."),
  DISCORD_SHARDS: variable(
    z.string().refine((text) => parseShards(text) !== undefined),
    "is neither auto, a number, nor ids/total like 0,1/4",
    "Use auto.",
  ),
  DATABASE_URL: variable(
    z.string().min(1),
    "is empty",
    "Use postgres://USER:PASSWORD@HOST/DATABASE or a file path, or leave it out for a file under data/.",
  ),
  STORAGE_SECRET: variable(
    z.string().min(16),
    "is shorter than 16 characters",
    "Make one with: openssl rand -base64 32",
  ),
  KNOWLEDGE_DIR: variable(
    z.string().min(1),
    "is empty",
    "Name a folder, or leave it out for the one that comes with Rolewise.",
  ),
  KNOWLEDGE_WATCH: variable(
    z.enum(["0", "1"]),
    "is neither 0 nor 1",
    "Use 1 to reload changed files while the bot runs.",
  ),
  KEEP_MISSES: variable(
    z.enum(["0", "1"]),
    "is neither 0 nor 1",
    "Use 1 to keep unanswered questions, without their authors, for 30 days.",
  ),
  OPENINGS_FEED: variable(
    z.string().min(1),
    "is empty",
    "Name files or URLs of job feeds, separated by spaces, or leave it out.",
  ),
  POLICY_FILE: variable(z.string().min(1), "is empty", "Name a file, or leave it out for rolewise.yaml."),
  LOG_LEVEL: variable(z.enum(LOG_LEVELS), `is none of ${LOG_LEVELS.join(", ")}`, "Use info."),
  HEALTH_PORT: variable(
    z.string().refine((text) => parseHealthAddress(text) !== undefined),
    "is neither a port nor an address with a port",
    "Use a number from 1 to 65535 to serve this machine alone, or 0.0.0.0:PORT to serve others.",
  ),
} as const;
export type Variable = keyof typeof VARIABLES;
export const VARIABLE_NAMES = Object.keys(VARIABLES) as Variable[];

/** Values that are as they should be; those that are missing or wrong are not there. */
export type Values = Readonly<Partial<Record<Variable, string>>>;
