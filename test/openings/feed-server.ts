import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach } from "vitest";

export interface FeedServer {
  url: string;
  /** Requests in order. */
  requests: IncomingMessage[];
  /** What the next requests meet; replaced at will. */
  answer: (request: IncomingMessage, response: ServerResponse) => void;
}

const running: (() => Promise<void>)[] = [];

/** A web server on this machine that stands for a job board. */
export async function startFeedServer(answer: FeedServer["answer"]): Promise<FeedServer> {
  const http = createServer((request, response) => {
    server.requests.push(request);
    server.answer(request, response);
  });
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  const { port } = http.address() as AddressInfo;
  const server: FeedServer = { url: `http://127.0.0.1:${port}/jobs?key=secret`, requests: [], answer };
  running.push(async () => {
    http.closeAllConnections();
    await new Promise((resolve) => http.close(resolve));
  });
  return server;
}

afterEach(async () => {
  for (const stop of running.splice(0)) await stop();
});
