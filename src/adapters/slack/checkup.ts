import { type Logger, WebClient } from "@slack/web-api";
import { type Checkup, type Finding, type NeededChannel, note, ok, wrong, wrongSetup } from "../finding.ts";
import { reach, reachSocket } from "../reach.ts";
import { boltLogger } from "./connection/bolt-log.ts";
import { clientOptions } from "./connection/client-options.ts";
import { setupError } from "./connection/identity.ts";
import { faultOf } from "./outbound/faults.ts";
import type { SlackSettings } from "./settings.ts";
import { SCOPES } from "./surface.ts";

const API_URL = "https://slack.com/api/";
const APP_PAGE = "your app at https://api.slack.com/apps";

/** Asks Slack whether it would take the settings, and changes nothing. `now` gives milliseconds since the epoch. */
export async function checkSlack(
  settings: SlackSettings,
  channels: readonly NeededChannel[],
  now: () => number,
): Promise<Checkup> {
  const { apiUrl = API_URL } = settings;
  const reached = await reach(new URL("api.test", apiUrl).href, now);
  if ("reason" in reached) {
    const fix = `Let this machine reach ${new URL(apiUrl).host} over HTTPS, or mend SLACK_API_URL.`;
    return { findings: [wrong(`Slack cannot be reached (${reached.reason})`, fix)], clockAheadMs: undefined };
  }
  const findings: Finding[] = [ok(`Slack answers at ${new URL(apiUrl).host}`)];
  const client = (token: string) => new WebClient(token, clientOptions(settings.apiUrl, QUIET));
  const botToken =
    settings.mode === "socket"
      ? settings.botToken
      : "botToken" in settings.access
        ? settings.access.botToken
        : undefined;
  if (botToken === undefined)
    findings.push(
      note("Slack: several workspaces by OAuth; the client id and secret are tried at the first install"),
    );
  else findings.push(...(await checkBot(client(botToken), channels)));
  if (settings.mode === "socket") findings.push(...(await checkSocket(client(settings.appToken))));
  else
    findings.push(
      note("Slack: whether SLACK_SIGNING_SECRET is right shows when Slack first calls /slack/events"),
    );
  return { findings, clockAheadMs: reached.clockAheadMs };
}

async function checkBot(client: WebClient, channels: readonly NeededChannel[]): Promise<Finding[]> {
  try {
    const who = await client.auth.test();
    if (who.bot_id === undefined)
      return [
        wrong(
          "SLACK_BOT_TOKEN belongs to no bot",
          `Copy the Bot User OAuth Token: ${APP_PAGE}, OAuth & Permissions.`,
        ),
      ];
    const findings = [ok(`SLACK_BOT_TOKEN is accepted, for the workspace ${who.team ?? who.team_id}`)];
    const granted = who.response_metadata?.scopes;
    const missing = granted && Object.keys(SCOPES).filter((scope) => !granted.includes(scope));
    if (missing !== undefined)
      findings.push(
        missing.length === 0 ? ok("the Slack app has every scope it needs") : scopesWrong(missing),
      );
    for (const channel of channels) findings.push(await checkChannel(client, channel));
    return findings;
  } catch (error) {
    return [wrongSetup(setupError(error, "SLACK_BOT_TOKEN", "OAuth & Permissions"))];
  }
}

function scopesWrong(missing: string[]): Finding {
  const why = missing.map((scope) => `${scope} (${Reflect.get(SCOPES, scope)})`).join(", ");
  return wrong(
    `the Slack app lacks scopes: ${why}`,
    `Print the manifest with "rolewise slack manifest", paste it under App Manifest of ${APP_PAGE}, then Reinstall to Workspace.`,
  );
}

async function checkSocket(client: WebClient): Promise<Finding[]> {
  try {
    const { url } = await client.apps.connections.open();
    const reason = url === undefined ? "no address" : await reachSocket(url);
    if (reason === undefined) return [ok("SLACK_APP_TOKEN opens Socket Mode")];
    const fix = "Let this machine open WebSockets to Slack (wss-primary.slack.com), or use HTTP mode.";
    return [wrong(`Slack's sockets cannot be reached (${reason})`, fix)];
  } catch (error) {
    return [
      wrongSetup(
        setupError(error, "SLACK_APP_TOKEN", "Basic Information, App-Level Tokens (connections:write)"),
      ),
    ];
  }
}

/** One message is read and dropped: that takes a scope the bot has, where looking a channel up would need another. */
async function checkChannel(client: WebClient, { id, use }: NeededChannel): Promise<Finding> {
  try {
    await client.conversations.history({ channel: id, limit: 1 });
    return ok(`the bot is in the Slack channel ${id} ${use}`);
  } catch (error) {
    const fault = faultOf(error);
    const reason = fault.kind === "refused" ? fault.error : fault.kind;
    const fix = `Write /invite @Rolewise in that channel, or correct its id in the policy file.`;
    return wrong(`the bot is not in the Slack channel ${id} ${use} (${reason})`, fix);
  }
}

const QUIET: Logger = boltLogger({ debug() {}, info() {}, warn() {}, error() {} });
