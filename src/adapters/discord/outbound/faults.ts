import { DiscordAPIError, HTTPError, RateLimitError } from "discord.js";

/** JSON error codes of Discord that the adapter acts on. Source: docs.discord.com, topics/opcodes-and-status-codes. */
export const CODES = {
  unknownMessage: 10_008,
  unknownInteraction: 10_062,
  alreadyAcknowledged: 40_060,
  missingAccess: 50_001,
  cannotMessageUser: 50_007,
  unknownRecipient: 50_033,
  missingPermissions: 50_013,
  invalidForm: 50_035,
  threadExists: 160_004,
} as const;

export function hasCode(error: unknown, ...codes: number[]): boolean {
  return error instanceof DiscordAPIError && codes.includes(Number(error.code));
}

/** What may be logged of a fault. Neither address nor body: the one holds an interaction's token, the other words of people. */
export function faultFields(error: unknown): object {
  if (error instanceof DiscordAPIError) {
    return { code: error.code, status: error.status, method: error.method, reason: error.message };
  }
  if (error instanceof HTTPError) return { status: error.status, method: error.method };
  if (error instanceof RateLimitError) return { route: error.route, retryAfterMs: error.retryAfter };
  return error instanceof Error ? { error: error.name, reason: error.message } : { error: String(error) };
}
