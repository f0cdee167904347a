import { setTimeout as delay } from "node:timers/promises";
import { type RespondArguments, RespondError, type RespondFn } from "@slack/bolt";
import type { SlackMessage } from "../render/render.ts";

/** Bolt's `respond`, whose result is not typed: the HTTP answer of the response URL. */
export type Respond = RespondFn;

export type Responded = { kind: "done" } | { kind: "failed"; reason: string };

const TRIES = 3;

/**
 * Answers over a `response_url`: works where the bot is no member, five times within 30 minutes.
 * Never throws: an address that is used up or expired is a normal end, and the caller has another way.
 */
export async function respondTo(
  respond: Respond | undefined,
  message: SlackMessage | { text: string; blocks?: SlackMessage["blocks"] },
  how: Pick<RespondArguments, "replace_original" | "delete_original" | "response_type"> = {},
): Promise<Responded> {
  if (respond === undefined) return { kind: "failed", reason: "no response_url" };
  for (let tries = 1; ; tries++) {
    try {
      const answer: unknown = await respond({ response_type: "ephemeral", ...message, ...how });
      const refused = await refusal(answer);
      return refused === undefined ? { kind: "done" } : { kind: "failed", reason: refused };
    } catch (error) {
      const status = statusOf(error);
      if (status !== 429 || tries === TRIES)
        return { kind: "failed", reason: status === undefined ? "unreachable" : `HTTP ${status}` };
      await delay(1_000 * tries);
    }
  }
}

/** Removes the message the button stood in. */
export function deleteOriginal(respond: Respond | undefined): Promise<Responded> {
  return respondTo(respond, { text: "" }, { delete_original: true });
}

function statusOf(error: unknown): number | undefined {
  return error instanceof Error && "statusCode" in error && typeof error.statusCode === "number"
    ? error.statusCode
    : undefined;
}

/** Slack may say 200 and yet refuse, in a JSON body. */
async function refusal(answer: unknown): Promise<string | undefined> {
  if (!(answer instanceof Response)) return undefined;
  const body = await answer.text().catch(() => "");
  if (!body.includes('"ok":false')) return undefined;
  return body.match(/"error":"([a-z_]+)"/)?.[1] ?? "refused";
}

const RESPOND_TIMEOUT_MS = 10_000;

/** A responder for an address that was kept, as in a modal's metadata. */
export function urlResponder(url: string): Respond {
  return async (message) => {
    const body = typeof message === "string" ? { text: message } : message;
    const answer = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(RESPOND_TIMEOUT_MS),
    });
    if (!answer.ok) throw new RespondError("the response URL was refused", answer.status);
    return answer;
  };
}
