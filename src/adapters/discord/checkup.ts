import {
  type APIApplication,
  type APIGatewayBotInfo,
  ApplicationFlags,
  DiscordAPIError,
  type REST,
  Routes,
} from "discord.js";
import { SetupError } from "../adapter.ts";
import { type Checkup, type Finding, type NeededChannel, note, ok, wrong, wrongSetup } from "../finding.ts";
import { reach, reachSocket } from "../reach.ts";
import { createRest } from "./client.ts";
import { commandDefinitions } from "./commands/definitions.ts";
import { deployCommands } from "./deploy.ts";
import { faultFields } from "./outbound/faults.ts";
import { INVITE_PERMISSIONS } from "./permissions.ts";
import { type DiscordSettings, restBase } from "./settings.ts";
import { setupFault } from "./setup-fault.ts";

const API_URL = "https://discord.com/api";
const PORTAL = "https://discord.com/developers/applications, your application";

/** Asks Discord whether it would take the settings, and changes nothing. `now` gives milliseconds since the epoch. */
export async function checkDiscord(
  settings: DiscordSettings,
  channels: readonly NeededChannel[],
  now: () => number,
): Promise<Checkup> {
  const base = restBase(settings.apiUrl ?? API_URL);
  const reached = await reach(`${base}/v10/gateway`, now);
  if ("reason" in reached) {
    const fix = `Let this machine reach ${new URL(base).host} over HTTPS, or mend DISCORD_API_URL.`;
    return {
      findings: [wrong(`Discord cannot be reached (${reached.reason})`, fix)],
      clockAheadMs: undefined,
    };
  }
  const findings: Finding[] = [ok(`Discord answers at ${new URL(base).host}`)];
  const rest = createRest(settings);
  try {
    const application = (await rest.get(Routes.currentApplication())) as APIApplication;
    findings.push(ok(`DISCORD_TOKEN is accepted, for the bot ${application.name}`));
    findings.push(...checkApplication(settings, application));
    findings.push(...(await checkGateway(settings, rest)));
    findings.push(...(await checkServers(settings, application.id, rest)));
    findings.push(await checkCommands({ ...settings, applicationId: application.id }));
    for (const channel of channels) findings.push(await checkChannel(rest, channel));
  } catch (error) {
    findings.push(fromFault(error));
  }
  return { findings, clockAheadMs: reached.clockAheadMs };
}

const PRIVILEGED: [name: string, bits: number][] = [
  ["Presence", ApplicationFlags.GatewayPresence | ApplicationFlags.GatewayPresenceLimited],
  ["Server Members", ApplicationFlags.GatewayGuildMembers | ApplicationFlags.GatewayGuildMembersLimited],
  ["Message Content", ApplicationFlags.GatewayMessageContent | ApplicationFlags.GatewayMessageContentLimited],
];

function checkApplication(settings: DiscordSettings, { id, flags }: APIApplication): Finding[] {
  const mismatch =
    settings.applicationId !== undefined && settings.applicationId !== id
      ? [wrong("DISCORD_APPLICATION_ID is not the one of DISCORD_TOKEN", `Set it to ${id}, or leave it out.`)]
      : [];
  const on = PRIVILEGED.flatMap(([name, bits]) => ((Number(flags ?? 0) & bits) !== 0 ? [name] : []));
  const intents =
    on.length === 0
      ? ok("Discord intents: none privileged, as it should be")
      : note(
          `Discord: the privileged intents ${on.join(", ")} are on, and Rolewise needs none: switch them off under Bot`,
        );
  return [...mismatch, intents];
}

/** Below this many sign-ins left of a day, a bot that restarts in a loop would have its token reset. */
const FEW_STARTS = 20;

async function checkGateway({ shards }: DiscordSettings, rest: REST): Promise<Finding[]> {
  const {
    url,
    shards: wanted,
    session_start_limit: starts,
  } = (await rest.get(Routes.gatewayBot())) as APIGatewayBotInfo;
  const reason = await reachSocket(url);
  if (reason !== undefined) {
    const fix = "Let this machine open WebSockets to gateway.discord.gg.";
    return [wrong(`Discord's gateway cannot be reached (${reason})`, fix)];
  }
  const findings = [ok("Discord's gateway can be reached")];
  if (starts.remaining < FEW_STARTS) {
    const hours = Math.ceil(starts.reset_after / 3_600_000);
    const fix = `Stop the bot, look in its log for why it ends, and start it once that is mended: Discord resets the token of a bot that uses up all its starts. The count begins anew in ${hours} h.`;
    findings.push(
      wrong(
        `Discord: only ${starts.remaining} starts are left today: the bot has been restarted far too often`,
        fix,
      ),
    );
  }
  if (shards === undefined && wanted > 1)
    findings.push(
      note(`Discord recommends ${wanted} shards: set DISCORD_SHARDS=auto, see docs/sharded-discord.md`),
    );
  return findings;
}

async function checkServers(settings: DiscordSettings, id: string, rest: REST): Promise<Finding[]> {
  const invite = `https://discord.com/oauth2/authorize?client_id=${id}&scope=bot+applications.commands&permissions=${INVITE_PERMISSIONS}`;
  const guilds = (await rest.get(Routes.userGuilds())) as { id: string }[];
  if (settings.guildId !== undefined && !guilds.some((guild) => guild.id === settings.guildId))
    return [wrong("the bot is not in the server of DISCORD_GUILD_ID", `Open ${invite}, or correct the id.`)];
  return guilds.length > 0
    ? [ok(`Discord servers: ${guilds.length === 200 ? "200 or more" : guilds.length}`)]
    : [note(`Discord: the bot is in no server yet; open ${invite}`)];
}

async function checkCommands(settings: DiscordSettings): Promise<Finding> {
  const report = await deployCommands({ settings, dryRun: true });
  const differing = [...report.added, ...report.changed, ...report.removed];
  const deploy = `Run: rolewise discord deploy${settings.guildId === undefined ? "" : ` --guild ${settings.guildId}`}`;
  if (report.cleared.length > 0)
    return wrong(
      `Discord commands appear twice: they are registered for ${report.cleared.map(inWords).join(" and ")} too`,
      deploy,
    );
  if (differing.length === 0) return ok("Discord commands are registered as this version has them");
  if (report.added.length === commandDefinitions().length)
    return note("Discord: no commands are registered yet; the first start does it");
  return wrong(`Discord commands differ from this version's: ${differing.join(", ")}`, deploy);
}

function inWords(scope: string): string {
  return scope === "global" ? "all servers" : scope;
}

async function checkChannel(rest: REST, { id, use }: NeededChannel): Promise<Finding> {
  try {
    await rest.get(Routes.channel(id));
    return ok(`the bot sees the Discord channel ${id} ${use}`);
  } catch (error) {
    if (!(error instanceof DiscordAPIError)) throw error;
    const fix =
      "Let the bot's role view that channel and send messages there, or correct its id in the policy file.";
    return wrong(`the bot cannot see the Discord channel ${id} ${use} (${error.message})`, fix);
  }
}

function fromFault(error: unknown): Finding {
  const fault = setupFault(error);
  if (!(fault instanceof SetupError))
    return wrong(
      `Discord did not answer as expected (${JSON.stringify(faultFields(error))})`,
      `See ${PORTAL}.`,
    );
  return wrongSetup(fault);
}
