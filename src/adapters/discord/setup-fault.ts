import { DiscordAPIError, DiscordjsError, DiscordjsErrorCodes, HTTPError } from "discord.js";
import { SetupError } from "../adapter.ts";

const PORTAL = "https://discord.com/developers/applications";
const WRONG_TOKEN = `DISCORD_TOKEN is not accepted by Discord: copy it anew from ${PORTAL} > your application > Bot > Reset Token`;

/** What `@discordjs/ws` says when Discord closes the gateway for good (close codes 4004, 4010, 4011, 4014). */
const GATEWAY_FAULTS: [said: string, line: string][] = [
  ["Authentication failed", WRONG_TOKEN],
  [
    "Used disallowed intents",
    `Discord disallows the intents of this application: check Privileged Gateway Intents at ${PORTAL} > your application > Bot`,
  ],
  ["Sharding is required", "The bot is in too many servers for one shard: set DISCORD_SHARDS=auto"],
  ["Invalid shard", "DISCORD_SHARDS names a shard that does not exist: ids run from 0 to the total less one"],
];

/** The fault as one line that says what to fix, or the error itself where it is no fault of the set-up. */
export function setupFault(error: unknown): unknown {
  if (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid) {
    return new SetupError(WRONG_TOKEN);
  }
  if (error instanceof DiscordAPIError && error.status === 401) return new SetupError(WRONG_TOKEN);
  const network = networkCode(error);
  if (network !== undefined)
    return new SetupError(`Discord cannot be reached (${network}): check the network and DISCORD_API_URL.`, {
      passing: true,
    });
  if (error instanceof Error) {
    const known = GATEWAY_FAULTS.find(([said]) => error.message.includes(said));
    if (known) return new SetupError(known[1]);
  }
  return error;
}

/** The same for a connection that Discord ends while the bot runs, by its close code. */
export function closeFault(code: number): SetupError | undefined {
  const line = { 4004: 0, 4014: 1, 4011: 2, 4010: 3 }[code];
  const fault = line === undefined ? undefined : GATEWAY_FAULTS[line];
  return fault && new SetupError(fault[1]);
}

/** What went wrong on the way to Discord; undefined where it answered. undici puts the system error one cause deep. */
function networkCode(error: unknown): string | undefined {
  if (error instanceof HTTPError) return `HTTP ${error.status}`;
  if (!(error instanceof Error)) return undefined;
  if (error.name === "AbortError" || error.name === "TimeoutError") return "no answer in time";
  if ("code" in error && /^(?:E(?!RR_)[A-Z_]+|UND_ERR_\w+)$/.test(String(error.code)))
    return String(error.code);
  return networkCode(error.cause);
}
