import { randomUUID } from "node:crypto";
import type { Server } from "node:http";
import { type WebSocket, WebSocketServer } from "ws";
import { applicationPayload, guildCreate } from "./payloads.ts";
import type { World } from "./world.ts";

/** Gateway v10: HELLO, IDENTIFY, READY, heartbeats, RESUME with replay, and the faults a test asks for. */

const OP = {
  dispatch: 0,
  heartbeat: 1,
  identify: 2,
  resume: 6,
  reconnect: 7,
  invalid: 9,
  hello: 10,
  ack: 11,
} as const;
/** Members, presences and message content need a switch in the developer portal. */
const PRIVILEGED = (1 << 1) | (1 << 8) | (1 << 15);
const MESSAGE_CONTENT = 1 << 15;
const SENDS_PER_MINUTE = 120;
const PAYLOAD_BYTES = 4096;

interface Session {
  id: string;
  shard: number;
  shards: number;
  intents: number;
  seq: number;
  events: { op: 0; s: number; t: string; d: unknown }[];
  socket: WebSocket | undefined;
}

export interface GatewayOptions {
  token: string;
  allowedIntents: number;
  heartbeatMs: number;
  shards: number;
}

export class Gateway {
  readonly sessions = new Map<string, Session>();
  /** IDENTIFY payloads in order of arrival. */
  readonly identifies: { shard: [number, number]; intents: number }[] = [];
  readonly resumes: { sessionId: string; seq: number; accepted: boolean }[] = [];
  /** While true, heartbeats get no answer. */
  deaf = false;
  /** A close code that every IDENTIFY meets. */
  refuseWith: number | undefined;
  readonly #world: World;
  readonly #options: GatewayOptions;
  readonly #sockets: WebSocketServer;
  #url = "";

  constructor(http: Server, world: World, options: GatewayOptions) {
    this.#world = world;
    this.#options = options;
    this.#sockets = new WebSocketServer({ server: http, path: "/gateway/" });
    this.#sockets.on("connection", (socket) => this.#connected(socket));
  }

  listenAt(url: string): void {
    this.#url = url;
  }

  /** Sends an event to the shard that serves the guild; DMs go to shard 0. It waits in the session while nobody listens. */
  dispatch(event: string, data: unknown, guildId?: string): void {
    for (const session of this.sessions.values()) {
      const shard = guildId ? Number((BigInt(guildId) >> 22n) % BigInt(session.shards)) : 0;
      if (session.shard === shard) this.#emit(session, event, data);
    }
  }

  /** Sends something as it is, whether or not it is a payload. */
  raw(data: string | Buffer): void {
    for (const { socket } of this.sessions.values()) socket?.send(data);
  }

  /** Whether a session asked to see the text of messages that do not concern it. */
  seesContent(): boolean {
    return [...this.sessions.values()].some(({ intents }) => (intents & MESSAGE_CONTENT) !== 0);
  }

  /** Asks every shard to reconnect and resume (op 7). */
  askToReconnect(): void {
    for (const { socket } of this.sessions.values()) send(socket, { op: OP.reconnect, d: null });
  }

  /** Tells every shard that its session is gone (op 9); `resumable` says whether it may resume. */
  invalidate(resumable: boolean): void {
    for (const session of [...this.sessions.values()]) {
      if (!resumable) this.sessions.delete(session.id);
      send(session.socket, { op: OP.invalid, d: resumable });
    }
  }

  /** Ends every connection with a close code; 0 cuts the line without one. */
  close(code: number): void {
    for (const { socket } of this.sessions.values()) {
      if (code === 0) socket?.terminate();
      else socket?.close(code, "asked for by a test");
    }
  }

  /** Stops sending on the present connections without closing them, as when a line is dead. */
  forgetConnections(): void {
    for (const session of this.sessions.values()) session.socket = undefined;
  }

  /** Whether every session has a connection to send on. */
  connected(): boolean {
    const sessions = [...this.sessions.values()];
    return sessions.length > 0 && sessions.every(({ socket }) => socket?.readyState === 1);
  }

  async stop(): Promise<void> {
    for (const socket of this.#sockets.clients) socket.terminate();
    await new Promise((resolve) => this.#sockets.close(resolve));
  }

  #connected(socket: WebSocket): void {
    let session: Session | undefined;
    let sends = 0;
    send(socket, { op: OP.hello, d: { heartbeat_interval: this.#options.heartbeatMs } });
    socket.on("message", (raw) => {
      sends += 1;
      const text = raw.toString();
      if (sends > SENDS_PER_MINUTE) return socket.close(4008, "Rate limited.");
      if (Buffer.byteLength(text) > PAYLOAD_BYTES) return socket.close(4002, "Decode error.");
      const { op, d } = JSON.parse(text) as { op: number; d: never };
      if (op === OP.heartbeat) {
        if (!this.deaf) send(socket, { op: OP.ack });
      } else if (op === OP.identify) {
        if (session) return socket.close(4005, "Already authenticated.");
        session = this.#identify(socket, d);
      } else if (op === OP.resume) {
        session = this.#resume(socket, d);
      } else if (!session) socket.close(4003, "Not authenticated.");
    });
    socket.on("close", () => {
      if (session?.socket === socket) session.socket = undefined;
    });
    // Opens the next minute of the send limit; a test's connection seldom lives that long.
    const minute = setInterval(() => {
      sends = 0;
    }, 60_000);
    socket.on("close", () => clearInterval(minute));
  }

  #identify(
    socket: WebSocket,
    d: { token: string; intents: number; shard?: [number, number] },
  ): Session | undefined {
    const [shard, shards] = d.shard ?? [0, 1];
    this.identifies.push({ shard: [shard, shards], intents: d.intents });
    if (this.refuseWith !== undefined) socket.close(this.refuseWith, "asked for by a test");
    else if (d.token !== this.#options.token) socket.close(4004, "Authentication failed.");
    else if (shard >= shards) socket.close(4010, "Invalid shard.");
    else if ((d.intents & PRIVILEGED & ~this.#options.allowedIntents) !== 0) {
      socket.close(4014, "Disallowed intent(s).");
    } else {
      const session: Session = {
        id: randomUUID().replaceAll("-", ""),
        shard,
        shards,
        intents: d.intents,
        seq: 0,
        events: [],
        socket,
      };
      this.sessions.set(session.id, session);
      this.#greet(session);
      return session;
    }
    return undefined;
  }

  #greet(session: Session): void {
    const guilds = [...this.#world.guilds.values()].filter(
      ({ id }) => Number((BigInt(id) >> 22n) % BigInt(session.shards)) === session.shard,
    );
    this.#emit(session, "READY", {
      v: 10,
      user: { ...this.#world.bot, verified: true, mfa_enabled: false, email: null, flags: 0 },
      guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
      session_id: session.id,
      resume_gateway_url: this.#url,
      shard: [session.shard, session.shards],
      application: applicationPayload(this.#world),
      private_channels: [],
    });
    for (const guild of guilds) this.#emit(session, "GUILD_CREATE", guildCreate(this.#world, guild));
  }

  #resume(socket: WebSocket, d: { token: string; session_id: string; seq: number }): Session | undefined {
    const session = this.sessions.get(d.session_id);
    const accepted = session !== undefined && d.token === this.#options.token && d.seq <= session.seq;
    this.resumes.push({ sessionId: d.session_id, seq: d.seq, accepted });
    if (!accepted) {
      send(socket, { op: OP.invalid, d: false });
      return undefined;
    }
    session.socket = socket;
    for (const event of session.events.filter(({ s }) => s > d.seq)) send(socket, event);
    this.#emit(session, "RESUMED", {});
    return session;
  }

  #emit(session: Session, t: string, d: unknown): void {
    session.seq += 1;
    const event = { op: OP.dispatch, s: session.seq, t, d };
    session.events.push(event);
    send(session.socket, event);
  }
}

function send(socket: WebSocket | undefined, payload: object): void {
  if (socket?.readyState === 1) socket.send(JSON.stringify(payload));
}
