import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { AckLog, type Delivery } from "./delivery.ts";
import { Faults } from "./faults.ts";
import { HttpDelivery } from "./http-delivery.ts";
import { OAuth } from "./oauth.ts";
import { People } from "./people.ts";
import { respond } from "./respond.ts";
import { SocketDelivery } from "./socket.ts";
import { ResponseUrls, Triggers } from "./triggers.ts";
import { METHODS, type Result } from "./web-api.ts";
import { World } from "./world.ts";

export const SIGNING_SECRET = "signing-secret-of-the-tests";
export const APP_TOKEN = "xapp-1-test";

/** Every call of the Web API, in order. */
export interface Call {
  method: string;
  args: Readonly<Record<string, string>>;
  error: string | undefined;
  at: number;
}

/**
 * A Slack on this machine: Web API over HTTP, Socket Mode over WebSocket, or events over signed HTTP, as strict as the
 * documentation of the real one. `people` act; `world` holds what became of it; `acks.violations` lists what Slack would
 * hold against the bot.
 */
export class SlackServer {
  readonly world = new World();
  readonly faults = new Faults();
  readonly acks = new AckLog();
  readonly triggers = new Triggers();
  readonly responseUrls = new ResponseUrls();
  readonly socket = new SocketDelivery(this.acks);
  readonly oauth = new OAuth(this.world);
  readonly calls: Call[] = [];
  /** How far this Slack's clock is ahead of the machine's. */
  clockAheadMs = 0;
  readonly people: People;
  readonly #server: Server;
  #delivery: Delivery = this.socket;

  private constructor() {
    this.#server = createServer((request, response) => {
      this.#route(request, response).catch(() => response.destroy());
    });
    this.#server.on("upgrade", (request, socket, head) => this.socket.upgrade(request, socket, head));
    this.people = new People(this);
  }

  static async start(): Promise<SlackServer> {
    const slack = new SlackServer();
    slack.world.appTokens.add(APP_TOKEN);
    await new Promise<void>((resolve) => slack.#server.listen(0, "127.0.0.1", resolve));
    return slack;
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  get apiUrl(): string {
    return `${this.url}/api/`;
  }

  get delivery(): Delivery {
    return this.#delivery;
  }

  /** From now on everything is posted to the bot's own address. */
  postTo(url: string): HttpDelivery {
    const http = new HttpDelivery(url, SIGNING_SECRET, this.acks);
    this.#delivery = http;
    return http;
  }

  callsOf(method: string): Call[] {
    return this.calls.filter((call) => call.method === method);
  }

  async close(): Promise<void> {
    await this.socket.close();
    this.#server.closeAllConnections();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  async #route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.setHeader("date", new Date(Date.now() + this.clockAheadMs).toUTCString());
    const { pathname } = new URL(request.url ?? "/", this.url);
    const body = await read(request);
    if (pathname.startsWith("/api/")) return this.#api(pathname.slice(5), request, body, response);
    if (pathname.startsWith("/respond/")) return respond(this, pathname.slice(9), body, response);
    if (pathname === "/oauth/v2/authorize")
      return this.oauth.authorize(new URL(request.url ?? "", this.url), response);
    response.writeHead(404).end();
  }

  async #api(
    method: string,
    request: IncomingMessage,
    body: string,
    response: ServerResponse,
  ): Promise<void> {
    const args = Object.fromEntries(new URLSearchParams(body));
    const token = args.token ?? request.headers.authorization?.replace(/^Bearer /, "") ?? "";
    const fault = this.faults.take(method, args.channel);
    if (fault?.kind === "rate-limited") {
      this.#note(method, args, "ratelimited");
      response.writeHead(429, { "retry-after": String(fault.retryAfter) }).end();
      return;
    }
    if (fault?.kind === "server-error" && !fault.done) {
      this.#note(method, args, "HTTP 500");
      response.writeHead(500).end();
      return;
    }
    const [result, scopes] =
      fault?.kind === "refuse"
        ? [{ ok: false as const, error: fault.error }, undefined]
        : this.#run(method, token, args, request);
    this.#note(method, args, result.ok ? undefined : result.error);
    if (fault?.kind === "lost-answer") {
      response.destroy();
      return;
    }
    if (fault?.kind === "server-error") {
      response.writeHead(500).end();
      return;
    }
    if (fault?.kind === "slow") await delay(fault.ms);
    response.writeHead(200, {
      "content-type": "application/json",
      ...(scopes === undefined ? {} : { "x-oauth-scopes": scopes.join(",") }),
    });
    response.end(JSON.stringify(result));
  }

  #run(
    name: string,
    token: string,
    args: Record<string, string>,
    request: IncomingMessage,
  ): [Result, string[] | undefined] {
    if (name === "apps.connections.open") return [this.#openConnection(token), undefined];
    if (name === "oauth.v2.access") return [this.oauth.access(args, request), undefined];
    const workspace = this.world.workspaces.find(({ botToken }) => botToken === token);
    if (workspace === undefined) return [{ ok: false, error: "invalid_auth" }, undefined];
    const method = METHODS[name];
    if (method === undefined) {
      this.acks.violations.push(`${name} is not known here`);
      return [{ ok: false, error: "unknown_method" }, undefined];
    }
    if (method.scope !== undefined && !workspace.scopes.includes(method.scope))
      return [{ ok: false, error: "missing_scope" }, workspace.scopes];
    const { team_id: teamId } = args;
    if (teamId !== undefined && teamId !== workspace.teamId)
      return [{ ok: false, error: "team_access_not_granted" }, undefined];
    return [method.run(args, { world: this.world, triggers: this.triggers, workspace }), workspace.scopes];
  }

  #openConnection(token: string): Result {
    if (!this.world.appTokens.has(token)) return { ok: false, error: "invalid_auth" };
    return { ok: true, url: `${this.url.replace("http", "ws")}/link` };
  }

  #note(method: string, args: Record<string, string>, error: string | undefined): void {
    this.calls.push({ method, args, error, at: performance.now() });
  }
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString("utf8");
}
