import type { IncomingMessage, ServerResponse } from "node:http";
import type { HTTPReceiver } from "@slack/bolt";
import { NO_RETRY } from "./refuse-broken.ts";

/** Far above what Slack sends. */
const BODY_BYTES_MAX = 1024 * 1024;

/**
 * Bolt reads fields of a parsed body where nothing catches what that throws, so that a signed `null` would be an unhandled
 * rejection and end the process. Such a body is refused before Bolt sees it.
 */
export function refuseNull(receiver: HTTPReceiver): HTTPReceiver {
  const listen = receiver.requestListener;
  receiver.requestListener = (request, response) => {
    // What is no post Bolt answers without a body, and throws at once where it knows no such path.
    if (request.method !== "POST" || !/^\/slack\/events(?:\?|$)/.test(request.url ?? ""))
      return listen(request, response);
    readBody(request).then(
      (body) => {
        if (body === undefined) end(response, 413);
        else if (isNull(body.toString("utf8"))) end(response, 400);
        else listen(Object.assign(request, { rawBody: body }), response);
      },
      () => response.destroy(),
    );
  };
  return receiver;
}

/** Undefined where it is too large. */
async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > BODY_BYTES_MAX) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Alone, or as the payload of a form. */
function isNull(body: string): boolean {
  return body.trim() === "null" || new URLSearchParams(body).get("payload")?.trim() === "null";
}

function end(response: ServerResponse, status: number): void {
  response.writeHead(status, { connection: "close", ...NO_RETRY }).end();
}
