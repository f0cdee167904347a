import type { Logger } from "@slack/bolt";
import { WebClient } from "@slack/web-api";
import { SetupError } from "../../adapter.ts";
import type { Log } from "../../log.ts";
import { faultOf, REFUSED_TOKEN } from "../outbound/faults.ts";
import { SCOPES } from "../surface.ts";
import { clientOptions } from "./client-options.ts";

export interface Identity {
  teamId: string;
  botUserId: string;
  botId: string;
}

/** Asks Slack who the bot token belongs to. Rejects with one line that says what to fix. */
export async function identify(
  botToken: string,
  apiUrl: string | undefined,
  logger: Logger,
  log: Log,
): Promise<Identity> {
  if (!botToken.startsWith("xoxb-"))
    throw new SetupError(
      "SLACK_BOT_TOKEN is no bot token: it starts with xoxb- and stands under OAuth & Permissions of your app.",
    );
  try {
    const who = await new WebClient(botToken, clientOptions(apiUrl, logger)).auth.test();
    if (who.user_id === undefined || who.bot_id === undefined || who.team_id === undefined)
      throw new SetupError(
        "SLACK_BOT_TOKEN belongs to no bot user: install the app from the manifest and copy its token.",
      );
    const granted = who.response_metadata?.scopes;
    const missing =
      granted === undefined ? [] : Object.keys(SCOPES).filter((scope) => !granted.includes(scope));
    if (missing.length > 0) log.warn({ missing }, "the Slack app lacks scopes of the manifest: reinstall it");
    return { teamId: who.team_id, botUserId: who.user_id, botId: who.bot_id };
  } catch (error) {
    throw error instanceof SetupError ? error : setupError(error, "SLACK_BOT_TOKEN", "OAuth & Permissions");
  }
}

/** A failed start as one line for whoever set it up. */
export function setupError(error: unknown, variable: string, page: string): SetupError {
  const fault = faultOf(error);
  switch (fault.kind) {
    case "refused":
      if (REFUSED_TOKEN.has(fault.error))
        return new SetupError(
          `Slack refuses ${variable} (${fault.error}): copy the token again from ${page} of your app at api.slack.com/apps.`,
        );
      if (fault.error === "missing_scope")
        return new SetupError(
          `${variable} lacks a scope: create it again from ${page} with the scopes of the manifest.`,
        );
      return new SetupError(
        `Slack refuses ${variable} (${fault.error}): see ${page} of your app at api.slack.com/apps.`,
      );
    case "rate-limited":
      return new SetupError(
        "Slack limits the rate of connections just now: start again in a minute.",
        PASSING,
      );
    case "unreachable":
    case "unknown-outcome":
    case "other":
      return new SetupError(
        `Slack cannot be reached (${fault.message}): check the network and SLACK_API_URL.`,
        PASSING,
      );
  }
}

const PASSING = { passing: true };
