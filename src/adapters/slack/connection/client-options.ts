import type { Logger } from "@slack/bolt";
import type { WebClientOptions } from "@slack/web-api";

/** Longer than Slack ever takes, shorter than a person waits. */
const TIMEOUT_MS = 10_000;

/**
 * Options for every client of ours. Retries and rate limits are ours to handle (see outbound/): the SDK would retry a post
 * whose confirmation was lost, and would hold back every channel for one that is limited.
 * A new object each time, since Socket Mode writes into the one it is given.
 */
export function clientOptions(apiUrl: string | undefined, logger: Logger): WebClientOptions {
  return {
    logger,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: TIMEOUT_MS,
    ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }),
  };
}
