import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from "@slack/web-api";

/** What a failed call to Slack means for us, whatever the SDK threw. */
export type Fault =
  /** Not done; may be tried again after so many milliseconds. */
  | { kind: "rate-limited"; retryAfterMs: number }
  /** Slack never got it: safe to try again. */
  | { kind: "unreachable"; message: string }
  /** It may have been done: the answer was lost on the way, or Slack failed after taking it. */
  | { kind: "unknown-outcome"; message: string }
  /** Slack says no. `details` are its own hints, such as the block it refuses. */
  | { kind: "refused"; error: string; details: string[] }
  | { kind: "other"; message: string };

const NEVER_SENT = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH"]);

export function faultOf(error: unknown): Fault {
  if (error instanceof WebAPIRateLimitedError)
    return { kind: "rate-limited", retryAfterMs: error.retryAfter * 1000 };
  if (error instanceof WebAPIPlatformError) {
    const code = error.data.error;
    if (code === "ratelimited") return { kind: "rate-limited", retryAfterMs: retryAfterMs(error) };
    // Slack names these two when it broke down half way.
    if (code === "internal_error" || code === "fatal_error")
      return { kind: "unknown-outcome", message: code };
    return { kind: "refused", error: code, details: error.data.response_metadata?.messages ?? [] };
  }
  if (error instanceof WebAPIHTTPError)
    return { kind: "unknown-outcome", message: `HTTP ${error.statusCode}` };
  if (error instanceof WebAPIRequestError) {
    const code = causeCode(error.original);
    const message = code ?? error.original.name;
    return NEVER_SENT.has(code ?? "")
      ? { kind: "unreachable", message }
      : { kind: "unknown-outcome", message };
  }
  return { kind: "other", message: error instanceof Error ? error.message : String(error) };
}

/** Tokens that Slack will never take again without somebody's help. */
export const REFUSED_TOKEN = new Set([
  "invalid_auth",
  "not_authed",
  "account_inactive",
  "token_revoked",
  "token_expired",
  "user_removed_from_team",
  "team_disabled",
  "not_allowed_token_type",
]);

function retryAfterMs(error: WebAPIPlatformError): number {
  return (error.data.response_metadata?.retryAfter ?? 1) * 1000;
}

/** undici puts the system error one or two causes deep. */
function causeCode(error: unknown): string | undefined {
  for (let at = error, depth = 0; at instanceof Error && depth < 4; at = at.cause, depth++) {
    if ("code" in at && typeof at.code === "string" && at.code !== "") return at.code;
  }
  return undefined;
}
