import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { SetupError } from "../adapters/adapter.ts";
import type { HealthRoutes } from "./health-routes.ts";

export interface HealthServer {
  readonly port: number;
  close(): Promise<void>;
}

/** Where HEALTH_PORT listens. */
export interface HealthAddress {
  host: string;
  /** 0 takes any free port. */
  port: number;
}

/** Serves the routes. Rejects with a `SetupError` where the port cannot be listened on. */
export async function serveHealth(
  { host, port }: HealthAddress,
  routes: HealthRoutes,
): Promise<HealthServer> {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const reads = request.method === "GET" || request.method === "HEAD";
    const answer = reads ? await routes(pathname).catch(() => FAULT) : NOT_ALLOWED;
    const { status, type, body } = answer ?? NOT_FOUND;
    response.writeHead(status, { "content-type": type, "cache-control": "no-store" });
    response.end(request.method === "HEAD" ? undefined : body);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(
        new SetupError(
          `HEALTH_PORT ${host}:${port} cannot be listened on (${error.code}): choose a free one.`,
        ),
      ),
    );
    server.listen(port, host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

const plain = (status: number, body: string) => ({ status, type: "text/plain; charset=utf-8", body });
const NOT_FOUND = plain(404, "There are /healthz, /readyz and /metrics.\n");
const NOT_ALLOWED = plain(405, "Only GET.\n");
const FAULT = plain(500, "The state could not be read.\n");
