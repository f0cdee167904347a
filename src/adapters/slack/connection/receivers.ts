import {
  type CustomRoute,
  HTTPReceiver,
  type InstallationStore,
  type Logger,
  SocketModeReceiver,
} from "@slack/bolt";
import type { HttpSettings, SocketSettings } from "../settings.ts";
import { SCOPES } from "../surface.ts";
import { clientOptions } from "./client-options.ts";
import { onlyKnownEnvelopes } from "./known-envelopes.ts";
import { refuseBroken } from "./refuse-broken.ts";
import { refuseNull } from "./refuse-null.ts";

/** Pongs may be late under load; Slack closes a dead connection itself well before this. */
const CLIENT_PING_TIMEOUT_MS = 15_000;
const SERVER_PING_TIMEOUT_MS = 60_000;

export function socketReceiver(settings: SocketSettings, logger: Logger): SocketModeReceiver {
  const receiver = new SocketModeReceiver({
    appToken: settings.appToken,
    logger,
    clientPingTimeout: CLIENT_PING_TIMEOUT_MS,
    serverPingTimeout: SERVER_PING_TIMEOUT_MS,
    // See socket-link.ts.
    autoReconnectEnabled: false,
    installerOptions: { clientOptions: clientOptions(settings.apiUrl, logger) },
  });
  onlyKnownEnvelopes(receiver.client, logger);
  return receiver;
}

/** Answers a GET of one path; undefined where there is nothing at it. */
export type HealthRoutes = (
  path: string,
) => Promise<{ status: number; type: string; body: string } | undefined>;

/** `/healthz` and `/readyz`, on the port that Slack posts to. */
const HEALTH_PATHS = ["/healthz", "/readyz"];

function healthRoute(path: string, routes: HealthRoutes): CustomRoute {
  return {
    path,
    method: "GET",
    handler: async (_, response) => {
      const answer = await routes(path).catch(() => undefined);
      response.writeHead(answer?.status ?? 503, { "content-type": answer?.type ?? "text/plain" });
      response.end(answer?.body);
    },
  };
}

export function httpReceiver(
  settings: HttpSettings,
  logger: Logger,
  health: HealthRoutes,
  store: InstallationStore | undefined,
): HTTPReceiver {
  const access = settings.access;
  const oauth =
    access.kind === "oauth" && store !== undefined
      ? {
          clientId: access.clientId,
          clientSecret: access.clientSecret,
          stateSecret: access.stateSecret,
          installationStore: store,
          scopes: Object.keys(SCOPES),
        }
      : {};
  const receiver = new HTTPReceiver({
    signingSecret: settings.signingSecret,
    port: settings.port,
    logger,
    customRoutes: HEALTH_PATHS.map((path) => healthRoute(path, health)),
    // Without it an unknown path would be logged as an error for every scanner that comes by.
    dispatchErrorHandler: ({ response }) => {
      response.writeHead(404);
      response.end();
    },
    processEventErrorHandler: refuseBroken,
    ...oauth,
    installerOptions: {
      directInstall: true,
      clientOptions: clientOptions(settings.apiUrl, logger),
      ...(settings.apiUrl === undefined
        ? {}
        : { authorizationUrl: new URL("/oauth/v2/authorize", settings.apiUrl).href }),
    },
  });
  return refuseNull(receiver);
}
