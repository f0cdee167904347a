import { DiscordAPIError, DiscordjsError, DiscordjsErrorCodes } from "discord.js";
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
  if (error instanceof Error) {
    const known = GATEWAY_FAULTS.find(([said]) => error.message.includes(said));
    if (known) return new SetupError(known[1]);
  }
  return error;
}

/** The same for a connection that Discord ends while the bot runs, by its close code. */
export function closeFault(code: number): string | undefined {
  const said = { 4004: 0, 4014: 1, 4011: 2, 4010: 3 }[code];
  return said === undefined ? undefined : GATEWAY_FAULTS[said]?.[1];
}
