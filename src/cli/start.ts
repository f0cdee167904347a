import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import type { RunningAdapter, SetupError } from "../adapters/adapter.ts";
import type { Log } from "../adapters/log.ts";
import { currentRequest } from "../adapters/request.ts";
import type { Config } from "../config.ts";
import type { Brain } from "../conversations/brain.ts";
import type { Conversations } from "../conversations/conversations.ts";
import { createConversations } from "../conversations/create-conversations.ts";
import type { Platform } from "../conversations/message.ts";
import { startReminders } from "../conversations/reminders.ts";
import type { Storage } from "../storage/storage.ts";
import { slackInstallations } from "./slack-installations.ts";

/** How long a stop may take to finish what is in hand. */
export const GRACE_MS = 4500;

export interface Running {
  stop(): Promise<void>;
}

export interface StartOptions {
  config: Config;
  brain: () => Brain;
  storage: Storage;
  log: Log;
  /** A platform refuses the token while running: the process should end. */
  onFatal(error: SetupError): void;
}

/** Starts whatever the configuration names. One platform that cannot start does not hold up the other, unless it is the only one. */
export async function startAdapters({
  config,
  brain,
  storage,
  log,
  onFatal,
}: StartOptions): Promise<Running> {
  const conversations = conversationsOver(brain, storage, log, { keepMisses: config.keepMisses });
  const forget = (platform: Platform) => async (workspaceId: string) => {
    await storage.eraseWorkspace({ platform, workspaceId });
  };
  const knownIds = () => {
    const { knowledge } = brain();
    return [
      ...knowledge.roles.keys(),
      ...knowledge.skills.keys(),
      ...knowledge.degrees.keys(),
      ...knowledge.fields.keys(),
      ...knowledge.industries.keys(),
    ];
  };
  const now = () => Date.now();
  const starts: Promise<RunningAdapter>[] = [];
  const { slack, discord } = config;
  if (slack)
    starts.push(
      import("../adapters/slack/start.ts").then(({ startSlack }) =>
        startSlack({
          settings: slack,
          conversations,
          log,
          now,
          knownIds,
          installations: slackInstallations(storage),
          forgetWorkspace: forget("slack"),
          onFatal,
        }),
      ),
    );
  if (discord)
    starts.push(
      import("../adapters/discord/start.ts").then(({ startDiscord }) =>
        startDiscord({
          settings: discord,
          conversations,
          log,
          now,
          knownIds,
          forgetWorkspace: forget("discord"),
        }),
      ),
    );
  const results = await Promise.allSettled(starts);
  const running = results.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
  const faults = results.flatMap((result) => (result.status === "rejected" ? [result.reason] : []));
  if (running.length === 0 && faults.length > 0) throw faults[0];
  for (const fault of faults)
    log.error(
      { reason: fault instanceof Error ? fault.message : String(fault) },
      "a platform could not be started; the other one runs",
    );
  log.info(
    { platforms: running.map((adapter) => adapter.name), roles: brain().knowledge.roles.size },
    "Rolewise is running",
  );
  const reminders = startReminders({
    conversations,
    senders: new Map(
      running.map((adapter) => [adapter.name, (person, reply) => adapter.remind(person, reply)]),
    ),
    onFault: (error, platform) =>
      log.warn({ platform, ...faultFields(error) }, "a reminder could not be sent yet"),
    random: Math.random,
  });
  return {
    async stop() {
      const patience = delay(GRACE_MS, undefined, { ref: false });
      const quiet = Promise.race([reminders.stop(), patience]);
      await Promise.allSettled([quiet, ...running.map((adapter) => adapter.stop(GRACE_MS))]);
    },
  };
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
  { keepMisses = false }: { keepMisses?: boolean } = {},
): Conversations {
  return createConversations({
    brain,
    storage,
    keepMisses,
    // Somebody who names the id of a fault leads to every line about it.
    newId: () => currentRequest() ?? randomUUID().slice(0, 8),
    now: Date.now,
    onFault: (error, fields) => log.error({ ...fields, ...faultFields(error) }, "a message met a fault"),
  });
}
