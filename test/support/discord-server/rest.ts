import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import type { Faults } from "./faults.ts";
import { Refusal } from "./validate/form-error.ts";

/** REST v10: finds the route, checks the token, meets the faults, keeps a record of every call. */

export interface Call {
  method: string;
  /** Without `/api/v10` and the query. */
  path: string;
  query: URLSearchParams;
  body: unknown;
  at: number;
  status: number;
  /** What was refused, with its paths. */
  refusal?: Refusal;
}

/** The named parts of a path, in order of their appearance. */
export type Handler = (call: Call, ...parts: string[]) => unknown;
export interface Route {
  method: string;
  path: RegExp;
  /** Interaction endpoints are authorised by the token in their path. */
  open?: boolean;
  handle: Handler;
}

/** `/channels/:channel/messages` as an expression that yields its parts. */
export function route(method: string, pattern: string, handle: Handler, open = false): Route {
  const path = new RegExp(`^${pattern.replaceAll(/:[a-z]+/g, "([^/]+)")}$`);
  return { method, path, handle, open };
}

export class Rest {
  readonly calls: Call[] = [];
  readonly #routes: readonly Route[];
  readonly #faults: Faults;
  readonly #token: string;

  constructor(routes: readonly Route[], faults: Faults, token: string) {
    this.#routes = routes;
    this.#faults = faults;
    this.#token = token;
  }

  async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", "http://localhost");
    const call: Call = {
      method: request.method ?? "GET",
      path: url.pathname.replace(/^\/api\/v10/, ""),
      query: url.searchParams,
      body: await readBody(request),
      at: Date.now(),
      status: 0,
    };
    this.calls.push(call);
    try {
      const { result, late } = this.#run(call, request.headers.authorization);
      call.status = result === undefined ? 204 : 200;
      if (late === "lost") return void response.destroy();
      if (late > 0) await delay(late);
      respond(response, call.status, result);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      call.status = error.status;
      call.refusal = error;
      respond(response, error.status, error.body, error.headers);
    }
  }

  #run(call: Call, authorization: string | undefined): { result: unknown; late: "lost" | number } {
    const found = this.#routes.find(({ method, path }) => method === call.method && path.test(call.path));
    if (!found) throw new Refusal(404, { code: 0, message: "404: Not Found" });
    if (!found.open && authorization !== `Bot ${this.#token}`) {
      throw new Refusal(401, { code: 0, message: "401: Unauthorized" });
    }
    const late = this.#faults.meet(call.method, call.path);
    const parts = (found.path.exec(call.path) ?? []).slice(1).map(decodeURIComponent);
    return { result: found.handle(call, ...parts), late };
  }
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  const type = request.headers["content-type"] ?? "";
  if (type.startsWith("multipart/form-data")) return readForm(bytes, type);
  return bytes.length === 0 ? undefined : JSON.parse(bytes.toString());
}

/** A body with files beside it: each attachment that the body names gets the text that was sent for it. */
async function readForm(bytes: Buffer, type: string): Promise<unknown> {
  const form = await new Response(new Uint8Array(bytes), { headers: { "content-type": type } }).formData();
  const body = JSON.parse(String(form.get("payload_json")));
  const named: Record<string, unknown>[] = (body.data ?? body).attachments ?? [];
  for (const attachment of named) {
    const file = form.get(`files[${attachment.id}]`);
    if (file instanceof File) Object.assign(attachment, { text: await file.text(), content_type: file.type });
  }
  return body;
}

function respond(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  // An empty answer has no type; discord.js would try to read it as JSON.
  const type = body === undefined ? {} : { "content-type": "application/json" };
  response.writeHead(status, { ...type, ...headers });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}
