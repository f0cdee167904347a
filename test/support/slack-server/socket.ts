import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import { z } from "zod";
import { ACK_MS, type AckLog, type Delivery, type Envelope } from "./delivery.ts";

interface Pending {
  id: string;
  envelope: Envelope;
  sentAt: number;
  attempt: number;
  resolve: (payload: unknown) => void;
  reject: (error: Error) => void;
}

const ackSchema = z.object({ envelope_id: z.string(), payload: z.unknown().optional() });

/** Socket Mode: an envelope goes to one connection. An event that was not acknowledged when it ended goes out again; commands and interactions do not. */
export class SocketDelivery implements Delivery {
  readonly #server = new WebSocketServer({ noServer: true });
  readonly #sockets = new Set<WebSocket>();
  readonly #pending = new Map<string, Pending>();
  readonly #acks: AckLog;
  #counter = 0;
  /** How often a connection was opened. */
  opened = 0;
  /** How often an event that nobody acknowledges goes out again before it is given up. */
  retries = 0;

  constructor(acks: AckLog) {
    this.#acks = acks;
  }

  get connections(): number {
    return this.#sockets.size;
  }

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    this.#server.handleUpgrade(request, socket, head, (ws) => {
      this.opened += 1;
      this.#sockets.add(ws);
      ws.on("message", (data) => this.#onMessage(String(data)));
      ws.on("close", () => {
        this.#sockets.delete(ws);
        this.#resendAll();
      });
      ws.send(JSON.stringify({ type: "hello", num_connections: this.#sockets.size }));
      this.#resendAll();
    });
  }

  deliver(envelope: Envelope): Promise<unknown> {
    this.#counter += 1;
    const id = `env-${this.#counter}`;
    return new Promise((resolve, reject) => {
      const pending = { id, envelope, sentAt: 0, attempt: 0, resolve, reject };
      this.#pending.set(id, pending);
      this.#send(pending);
    });
  }

  /** Sends something as it is, envelope or not. */
  raw(data: string | Buffer): void {
    for (const ws of this.#sockets) ws.send(data);
  }

  /** What Slack does every few hours: asks the bot to connect anew. */
  refresh(): void {
    for (const ws of this.#sockets)
      ws.send(JSON.stringify({ type: "disconnect", reason: "refresh_requested", debug_info: {} }));
  }

  /** The heartbeat of a connection on which nothing happens. */
  ping(): void {
    for (const ws of this.#sockets) ws.ping();
  }

  /** The connection breaks without a word. */
  drop(): void {
    for (const ws of [...this.#sockets]) {
      this.#sockets.delete(ws);
      ws.terminate();
    }
  }

  async close(): Promise<void> {
    this.drop();
    for (const { reject } of this.#pending.values()) reject(new Error("the server closed"));
    this.#pending.clear();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  #send(pending: Pending): void {
    const open = [...this.#sockets].filter((ws) => ws.readyState === ws.OPEN);
    const ws = open[this.#counter % Math.max(open.length, 1)];
    if (ws === undefined) return;
    pending.sentAt = performance.now();
    const { envelope, attempt } = pending;
    const retry = envelope.retry ?? (attempt > 0 ? { attempt, reason: "timeout" } : undefined);
    ws.send(
      JSON.stringify({
        envelope_id: pending.id,
        type: envelope.type,
        payload: envelope.payload,
        accepts_response_payload: envelope.type !== "events_api",
        ...(retry === undefined ? {} : { retry_attempt: retry.attempt, retry_reason: retry.reason }),
      }),
    );
    pending.attempt += 1;
    setTimeout(() => this.#overdue(pending), ACK_MS + 200).unref();
  }

  #overdue(pending: Pending): void {
    const waited = performance.now() - pending.sentAt;
    if (!this.#pending.has(pending.id) || waited < ACK_MS) return;
    if (isEvent(pending)) {
      if (this.#sockets.size === 0) return;
      if (pending.attempt <= this.retries) {
        this.#send(pending);
        return;
      }
    }
    this.#pending.delete(pending.id);
    this.#acks.violations.push(`${pending.envelope.type} was never acknowledged`);
    pending.reject(new Error("no acknowledgement within 3 s"));
  }

  #resendAll(): void {
    for (const pending of this.#pending.values())
      if (isEvent(pending) || pending.attempt === 0) this.#send(pending);
  }

  #onMessage(data: string): void {
    const ack = ackSchema.safeParse(JSON.parse(data)).data;
    // Something sent raw may have had no id to be acknowledged by.
    if (ack === undefined) return;
    const pending = this.#pending.get(ack.envelope_id);
    // A second acknowledgement, or one for an envelope that went out again.
    if (pending === undefined) return;
    this.#pending.delete(ack.envelope_id);
    this.#acks.acked(performance.now() - pending.sentAt, pending.envelope.type);
    pending.resolve(ack.payload);
  }
}

function isEvent({ envelope }: Pending): boolean {
  return envelope.type === "events_api";
}
