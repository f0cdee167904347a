import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { setTimeout as delay } from "node:timers/promises";
import type { SocketModeReceiver } from "@slack/bolt";
import type { Log } from "../../log.ts";
import { faultOf, REFUSED_TOKEN } from "../outbound/faults.ts";

type SocketClient = SocketModeReceiver["client"];

/** A routine refresh reconnects at once; a Slack that is down is asked every half minute. */
const WAITS_MS = [50, 500, 1_000, 2_000, 5_000, 10_000, 30_000];
const HELLO_MS = 10_000;
/** How the client's WebSocket tells of Slack's pings and pongs, which come every few seconds. No other socket of ours is undici's. */
const HEARTBEATS = ["undici:websocket:ping", "undici:websocket:pong"];

export interface SocketLinkDeps {
  log: Log;
  /** Milliseconds since the epoch. */
  now: () => number;
  /** From 0 to 1. */
  random: () => number;
  /** Slack refuses the token, and no further try is made. */
  onRefused: (error: unknown) => void;
  onReconnecting: () => void;
}

/**
 * Keeps the WebSocket up. The SDK's own reconnecting takes five seconds or more even for a refresh, and a token refused
 * then ends the process with an unhandled rejection; so it is switched off and done here.
 */
export class SocketLink {
  readonly #client: SocketClient;
  readonly #deps: SocketLinkDeps;
  #state: "down" | "connecting" | "up" | "stopped" = "down";
  #heardAt: number | undefined;
  readonly #abort = new AbortController();

  constructor(client: SocketClient, deps: SocketLinkDeps) {
    this.#client = client;
    this.#deps = deps;
    client.on("ws_message", this.#heard);
    for (const heartbeat of HEARTBEATS) subscribe(heartbeat, this.#heard);
    client.on("disconnected", () => {
      if (this.#state !== "up") return;
      this.#state = "down";
      deps.log.info({}, "the Slack socket closed, reconnecting");
      deps.onReconnecting();
      void this.#reconnect();
    });
  }

  readonly #heard = (): void => {
    this.#heardAt = this.#deps.now();
  };

  get connected(): boolean {
    return this.#state === "up";
  }

  /** The last sign of life, in milliseconds since the epoch. */
  get heardAt(): number | undefined {
    return this.#heardAt;
  }

  /** Rejects where the first connection fails. */
  async start(): Promise<void> {
    await this.#connect();
  }

  async stop(): Promise<void> {
    const was = this.#state;
    this.#state = "stopped";
    this.#abort.abort();
    for (const heartbeat of HEARTBEATS) unsubscribe(heartbeat, this.#heard);
    if (was === "up") await this.#client.disconnect();
  }

  async #connect(): Promise<void> {
    this.#state = "connecting";
    const hello = AbortSignal.any([this.#abort.signal, AbortSignal.timeout(HELLO_MS)]);
    const late = new Promise<never>((_, reject) => {
      hello.addEventListener("abort", () => reject(new Error("no hello from Slack")), { once: true });
    });
    late.catch(() => undefined);
    try {
      await Promise.race([this.#client.start(), late]);
      if (this.#abort.signal.aborted) await this.#client.disconnect();
      else this.#state = "up";
    } catch (error) {
      if (!this.#abort.signal.aborted) this.#state = "down";
      throw error ?? new Error("the socket closed before Slack said hello");
    }
  }

  async #reconnect(): Promise<void> {
    for (let tries = 0; !this.#abort.signal.aborted; tries++) {
      const wait = WAITS_MS[Math.min(tries, WAITS_MS.length - 1)] ?? 0;
      // Half of it is left to chance, so that many bots do not come back at the same moment.
      await delay(wait * (0.5 + this.#deps.random() / 2), undefined, { signal: this.#abort.signal }).catch(
        () => undefined,
      );
      if (this.#abort.signal.aborted) return;
      try {
        await this.#connect();
        this.#deps.log.info({ tries: tries + 1 }, "the Slack socket is up again");
        return;
      } catch (error) {
        const fault = faultOf(error);
        if (fault.kind === "refused" && REFUSED_TOKEN.has(fault.error)) return this.#deps.onRefused(error);
        this.#deps.log.warn({ fault, tries: tries + 1 }, "could not reconnect to Slack");
      }
    }
  }
}
