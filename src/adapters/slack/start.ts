import { randomUUID } from "node:crypto";
import type { AddressInfo } from "node:net";
import { App, type HTTPReceiver, type SocketModeReceiver } from "@slack/bolt";
import type { Answer } from "../../answers/answer.ts";
import type { Conversations } from "../../conversations/conversations.ts";
import { type Mentors, offeringMentors } from "../../conversations/mentors.ts";
import { type RunningAdapter, SetupError } from "../adapter.ts";
import type { Log } from "../log.ts";
import { NO_SIGNALS, type Signals } from "../signals.ts";
import { boltLogger } from "./connection/bolt-log.ts";
import { clientOf } from "./connection/client-of.ts";
import { clientOptions } from "./connection/client-options.ts";
import { identify, setupError } from "./connection/identity.ts";
import { registerListeners } from "./connection/listeners.ts";
import { type HealthRoutes, httpReceiver, socketReceiver } from "./connection/receivers.ts";
import { SocketLink } from "./connection/socket-link.ts";
import { AnsweredMessages } from "./inbound/answered.ts";
import { InHand } from "./inbound/in-hand.ts";
import { urlResponder } from "./inbound/respond.ts";
import { FirstTimes, type Runtime } from "./inbound/runtime.ts";
import { Talks } from "./inbound/talks.ts";
import { type Installations, memoryInstallations } from "./installations/installations.ts";
import { readKey } from "./installations/seal.ts";
import { installationStore, nameOf } from "./installations/store.ts";
import { Outbox } from "./outbound/outbox.ts";
import { Poster } from "./outbound/post.ts";
import { remind } from "./outbound/remind.ts";
import { renderAnswer } from "./render/render.ts";
import type { HttpSettings, SlackSettings, SocketSettings } from "./settings.ts";

export interface SlackDeps {
  settings: SlackSettings;
  conversations: Conversations;
  /** People who are offered where the bot has no answer. */
  mentors?: Mentors | undefined;
  log: Log;
  /** Milliseconds since the epoch. */
  now: () => number;
  /** Ids that a button's question may name; by default the roles and skills that `conversations` suggests. */
  knownIds?: () => Iterable<string>;
  /** Where OAuth installations are kept; by default in memory, until the process ends. */
  installations?: Installations;
  /** A workspace removed the app: whatever else is kept about it is to be erased. */
  forgetWorkspace?: (teamId: string) => Promise<void>;
  /** Slack refuses the token while running: nothing more will come, and the process should end with exit code 1. */
  onFatal?: (error: SetupError) => void;
  signals?: Signals;
  /** What HTTP mode answers at `/healthz` and `/readyz`, beside Slack's own address. */
  health?: HealthRoutes;
}

export interface RunningSlack extends RunningAdapter {
  /** The port of HTTP mode. */
  readonly port: number | undefined;
}

/** Connects to Slack and answers from then on. Rejects with a `SetupError` of one line where the set-up is wrong. */
export async function startSlack(given: SlackDeps): Promise<RunningSlack> {
  const deps = { ...given, installations: given.installations ?? memoryInstallations() };
  const inHand = new InHand();
  let lastEventAt: number | undefined;
  const runtime = runtimeOf(deps);
  const wire = (app: App) => {
    app.use(async ({ next }) => {
      lastEventAt = deps.now();
      await next();
    });
    app.error(async (error) => deps.log.error({ error: error.code }, "Bolt could not handle an event"));
    registerListeners(app, runtime, inHand, urlResponder);
  };
  const connection =
    deps.settings.mode === "socket"
      ? await overSocket(deps.settings, deps, wire)
      : await overHttp(deps.settings, deps, wire);
  return {
    name: "slack",
    port: connection.port,
    health: () => ({ connected: connection.connected(), lastEventAt, heardAt: connection.heardAt() }),
    remind: ({ workspaceId, userId }, reply) =>
      inHand.track(
        clientOf(deps.settings, deps.installations, workspaceId, deps.log).then((client) =>
          remind(runtime.poster, client, workspaceId, userId, reply),
        ),
      ),
    announce: (channelId, answer) => inHand.track(announce(deps, runtime.poster, channelId, answer)),
    stop: async (graceMs) => {
      const patience = AbortSignal.timeout(graceMs);
      const spent = new Promise<void>((resolve) => patience.addEventListener("abort", () => resolve()));
      const closed = connection.close().catch((error: unknown) => {
        deps.log.warn({ error: String(error) }, "the Slack connection did not close cleanly");
      });
      await Promise.race([Promise.all([closed, inHand.settled()]), spent]);
      if (inHand.size > 0) deps.log.warn({ left: inHand.size }, "stopped before everything was answered");
    },
  };
}

/** With several workspaces nobody can say whose channel it is. */
async function announce(
  { settings, installations, log }: Complete,
  poster: Poster,
  channel: string,
  answer: Answer,
): Promise<void> {
  if (settings.mode === "http" && settings.access.kind === "oauth")
    throw new Error("nothing is announced where several workspaces are served");
  const client = await clientOf(settings, installations, "", log);
  for (const part of renderAnswer(answer)) await poster.post(client, { teamId: "", channel }, part);
}

type Complete = SlackDeps & { installations: Installations };

interface Connection {
  port: number | undefined;
  connected: () => boolean;
  heardAt: () => number | undefined;
  close: () => Promise<void>;
}

async function overSocket(
  settings: SocketSettings,
  { log, now, signals = NO_SIGNALS, onFatal = (error) => log.error({}, error.message) }: SlackDeps,
  wire: (app: App) => void,
): Promise<Connection> {
  const logger = boltLogger(log);
  if (!settings.appToken.startsWith("xapp-"))
    throw new SetupError(
      "SLACK_APP_TOKEN is no app-level token: it starts with xapp- and stands under Basic Information of your app.",
    );
  const identity = await identify(settings.botToken, settings.apiUrl, logger, log);
  const receiver = socketReceiver(settings, logger);
  wire(tokenApp(settings.botToken, identity, receiver, settings.apiUrl, log));
  const link = new SocketLink(receiver.client, {
    log,
    now,
    random: Math.random,
    onReconnecting: signals.reconnecting,
    onRefused: (error) => onFatal(setupError(error, "SLACK_APP_TOKEN", "Basic Information")),
  });
  try {
    await link.start();
  } catch (error) {
    await link.stop();
    throw setupError(error, "SLACK_APP_TOKEN", "Basic Information");
  }
  return {
    port: undefined,
    connected: () => link.connected,
    heardAt: () => link.heardAt,
    close: () => link.stop(),
  };
}

async function overHttp(
  settings: HttpSettings,
  deps: Complete,
  wire: (app: App) => void,
): Promise<Connection> {
  const logger = boltLogger(deps.log);
  let listening = false;
  const health = deps.health ?? (async () => listeningAnswer(listening));
  const { access } = settings;
  let receiver: HTTPReceiver;
  if (access.kind === "oauth") {
    const store = installationStore(deps.installations, readKey(access.encryptionKey));
    receiver = httpReceiver(settings, logger, health, store);
    wire(
      new App({ receiver, logger, clientOptions: clientOptions(settings.apiUrl, logger), convoStore: false }),
    );
  } else {
    const identity = await identify(access.botToken, settings.apiUrl, logger, deps.log);
    receiver = httpReceiver(settings, logger, health, undefined);
    wire(tokenApp(access.botToken, identity, receiver, settings.apiUrl, deps.log));
  }
  const server = await receiver.start(settings.port).catch((error: unknown) => {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown";
    throw new SetupError(`PORT ${settings.port} cannot be listened on (${code}): choose a free one.`);
  });
  listening = true;
  return {
    port: (server.address() as AddressInfo | null)?.port,
    connected: () => listening,
    heardAt: () => undefined,
    close: async () => {
      listening = false;
      await receiver.stop();
    },
  };
}

function listeningAnswer(ok: boolean) {
  return { status: ok ? 200 : 503, type: "application/json", body: JSON.stringify({ ok }) };
}

function tokenApp(
  token: string,
  identity: { botId: string; botUserId: string },
  receiver: HTTPReceiver | SocketModeReceiver,
  apiUrl: string | undefined,
  log: Log,
): App {
  const logger = boltLogger(log);
  const { botId, botUserId } = identity;
  const options = clientOptions(apiUrl, logger);
  return new App({ token, botId, botUserId, receiver, logger, clientOptions: options, convoStore: false });
}

function runtimeOf(deps: Complete): Runtime {
  const { mentors, log, now } = deps;
  const conversations = mentors ? offeringMentors(deps.conversations, () => true) : deps.conversations;
  const everything = Number.MAX_SAFE_INTEGER;
  return {
    conversations,
    mentors,
    poster: new Poster({ outbox: new Outbox(log, deps.signals), log, nonce: randomUUID, now }),
    talks: new Talks(now),
    answered: new AnsweredMessages(now),
    reading: new Map(),
    agents: new Set(),
    firstTime: new FirstTimes(),
    log,
    now,
    knownIds:
      deps.knownIds ??
      (() =>
        [...conversations.suggestRoles("", everything), ...conversations.suggestSkills("", everything)].map(
          ({ id }) => id,
        )),
    forgetWorkspace: async (teamId) => {
      if (deps.settings.mode === "http" && deps.settings.access.kind === "oauth")
        await deps.installations.erase(nameOf(false, teamId, undefined));
      await deps.forgetWorkspace?.(teamId);
    },
  };
}
