import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import type { SetupError } from "../adapters/adapter.ts";
import type { Log } from "../adapters/log.ts";
import { currentRequest } from "../adapters/request.ts";
import type { Config } from "../config/read-config.ts";
import type { Brain } from "../conversations/brain.ts";
import type { Conversations } from "../conversations/conversations.ts";
import { createConversations } from "../conversations/create-conversations.ts";
import { startReminders } from "../conversations/reminders.ts";
import { reportingTo } from "../conversations/reports.ts";
import { healthRoutes } from "../operations/health-routes.ts";
import { isHopeless, type Keeper } from "../operations/keeper.ts";
import { readinessOf } from "../operations/readiness.ts";
import { createGate, type Gate } from "../policy/gate.ts";
import type { Storage } from "../storage/storage.ts";
import type { ReadMiss } from "../understanding/misses/read-miss.ts";
import { platformsOf } from "./platforms.ts";
import { reportsOnRequest, reportWeekly } from "./reports.ts";

/** How long a stop may take to finish what is in hand; the database and the ports are let go after it. */
const GRACE_MS = 3_500;

export interface Running {
  stop(): Promise<void>;
}

export interface StartOptions {
  config: Config;
  brain: () => Brain;
  /** Reads unanswered questions for a report. */
  reader: () => ReadMiss;
  storage: Storage;
  log: Log;
  /** Nothing is left that could serve, until somebody mends the set-up: the process should end. */
  onFatal(error: SetupError): void;
}

/**
 * Starts whatever the configuration names, with its health and its reports. One platform that cannot start does not hold
 * up the other, unless it is the only one.
 */
export async function startBot(options: StartOptions): Promise<Running> {
  const { config, brain, storage, log } = options;
  const keepers: Keeper[] = [];
  const readiness = () =>
    readinessOf({
      platforms: () => keepers.map((keeper) => [keeper.name, keeper.health()]),
      checkDatabase: () => storage.check(),
      knowledge: () => brain().knowledge,
      now: Date.now,
    });
  const metrics = config.health
    ? (await import("../operations/metrics.ts")).createMetrics(readiness)
    : undefined;
  const { observed } = await import("../operations/observe.ts");
  const reporting = { storage, knowledge: () => brain().knowledge, reader: options.reader, log };
  const reports = reportsOnRequest(config, reporting);
  const answering = conversationsOver(brain, storage, log, {
    keepMisses: config.keepMisses,
    gate: createGate(config.policy, Date.now),
  });
  const counted = metrics ? observed(answering, metrics, () => performance.now()) : answering;
  const conversations = reports ? reportingTo(counted, reports) : counted;
  keepers.push(
    ...platformsOf({
      config,
      conversations,
      knownIds: () => idsOf(brain()),
      storage,
      log,
      metrics,
      slackHealth: healthRoutes(readiness, { only: "slack" }),
      onFatal: (failed, error) => {
        if (keepers.every(({ hasGivenUp }) => hasGivenUp)) options.onFatal(error);
        else log.error({ platform: failed.name }, `${error.message} The other platform goes on.`);
      },
    }),
  );
  const health = config.health
    ? await (await import("../operations/health-server.ts")).serveHealth(
        config.health,
        healthRoutes(readiness, { metrics }),
      )
    : undefined;
  try {
    await begin(keepers, log);
  } catch (error) {
    await health?.close();
    throw error;
  }
  log.info(
    {
      platforms: keepers.filter((keeper) => keeper.health().connected).map(({ name }) => name),
      roles: brain().knowledge.roles.size,
    },
    "Rolewise is running",
  );
  const reminders = startReminders({
    conversations,
    senders: new Map(
      keepers.map((keeper) => [
        keeper.name,
        (person, reply) => keeper.connected((adapter) => adapter.remind(person, reply)),
      ]),
    ),
    onFault: (error, platform) =>
      log.warn({ platform, ...faultFields(error) }, "a reminder could not be sent yet"),
    random: Math.random,
  });
  const weekly = reportWeekly(config, reporting, keepers);
  return {
    async stop() {
      weekly.stop();
      const patience = delay(GRACE_MS, undefined, { ref: false });
      const quiet = Promise.race([reminders.stop(), patience]);
      await Promise.allSettled([quiet, ...keepers.map((keeper) => keeper.stop(GRACE_MS))]);
      await health?.close();
    },
  };
}

/** Connects them all. What cannot be reached now is tried again, as long as something runs. */
async function begin(keepers: readonly Keeper[], log: Log): Promise<void> {
  const begun = await Promise.allSettled(keepers.map((keeper) => keeper.begin()));
  const faults = begun.flatMap((result) => (result.status === "rejected" ? [result.reason] : []));
  if (faults.length === keepers.length) throw faults[0];
  for (const [at, result] of begun.entries()) {
    const keeper = keepers[at];
    if (result.status === "fulfilled" || keeper === undefined) continue;
    const { reason } = result;
    const why = { platform: keeper.name, reason: reason instanceof Error ? reason.message : String(reason) };
    if (isHopeless(reason)) log.error(why, "a platform could not be started; the other one runs");
    else {
      log.warn(why, "a platform could not be started and is tried again; the other one runs");
      keeper.keepTrying();
    }
  }
}

function idsOf({ knowledge }: Brain): string[] {
  const { roles, skills, degrees, fields, industries } = knowledge;
  return [roles, skills, degrees, fields, industries].flatMap((map) => [...map.keys()]);
}

/** What may be logged of a fault: where it arose, not what it says, which may quote somebody. */
function faultFields(error: unknown): object {
  if (!(error instanceof Error)) return { fault: "unknown" };
  return { fault: error.name, stack: error.stack?.split("\n").slice(1, 6) };
}

export function conversationsOver(
  brain: () => Brain,
  storage: Storage,
  log: Log,
  { keepMisses = false, gate }: { keepMisses?: boolean; gate?: Gate } = {},
): Conversations {
  return createConversations({
    brain,
    storage,
    keepMisses,
    ...(gate ? { gate } : {}),
    // Somebody who names the id of a fault leads to every line about it.
    newId: () => currentRequest() ?? randomUUID().slice(0, 8),
    now: Date.now,
    onFault: (error, fields) => log.error({ ...fields, ...faultFields(error) }, "a message met a fault"),
  });
}
