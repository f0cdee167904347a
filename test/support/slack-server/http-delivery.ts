import { createHmac } from "node:crypto";
import type { AckLog, Delivery, Envelope } from "./delivery.ts";

/** What nobody listens to Bolt turns away after three seconds; a busy machine may take some more over many at once. */
const HANGS_MS = 15_000;

/** HTTP mode: signed posts to the bot's address. An event that is not taken with 2xx in 3 s is sent again, as Slack does. */
export class HttpDelivery implements Delivery {
  readonly #url: string;
  readonly #secret: string;
  readonly #acks: AckLog;

  constructor(url: string, secret: string, acks: AckLog) {
    this.#url = url;
    this.#secret = secret;
    this.#acks = acks;
  }

  async deliver(envelope: Envelope): Promise<unknown> {
    const json = envelope.type === "events_api";
    const body = json
      ? JSON.stringify(envelope.payload)
      : envelope.type === "interactive"
        ? new URLSearchParams({ payload: JSON.stringify(envelope.payload) }).toString()
        : new URLSearchParams(
            Object.entries(envelope.payload).map(([key, value]): [string, string] => [key, String(value)]),
          ).toString();
    const sentAt = performance.now();
    const answer = await this.post(body, json ? "application/json" : "application/x-www-form-urlencoded", {
      ...(envelope.retry === undefined
        ? {}
        : {
            "x-slack-retry-num": String(envelope.retry.attempt),
            "x-slack-retry-reason": envelope.retry.reason,
          }),
    });
    const text = await answer.text();
    this.#acks.acked(performance.now() - sentAt, envelope.type);
    if (!answer.ok) throw new Error(`the bot answered HTTP ${answer.status}`);
    return text.startsWith("{") ? JSON.parse(text) : text === "" ? undefined : text;
  }

  /** One signed post; `headers` may forge the signature or the time. */
  post(body: string, contentType: string, headers: Record<string, string> = {}): Promise<Response> {
    const signed = this.headersFor(body, contentType, headers["x-slack-request-timestamp"]);
    for (const [name, value] of Object.entries(headers)) signed.set(name, value);
    return fetch(this.#url, { method: "POST", body, headers: signed, signal: AbortSignal.timeout(HANGS_MS) });
  }

  /** What Slack sends along with a body, at a time in seconds since the epoch. */
  headersFor(
    body: string,
    contentType: string,
    timestamp: string = String(Math.floor(Date.now() / 1000)),
  ): Headers {
    const signature = createHmac("sha256", this.#secret).update(`v0:${timestamp}:${body}`).digest("hex");
    return new Headers({
      "content-type": contentType,
      "x-slack-request-timestamp": timestamp,
      "x-slack-signature": `v0=${signature}`,
    });
  }

  async close(): Promise<void> {}
}
