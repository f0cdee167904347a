import type { SetupError } from "../adapters/adapter.ts";
import type { Log } from "../adapters/log.ts";
import { NO_SIGNALS } from "../adapters/signals.ts";
import type { Config } from "../config/read-config.ts";
import type { Conversations } from "../conversations/conversations.ts";
import { createMentors, type Mentors } from "../conversations/mentors.ts";
import type { HealthRoutes } from "../operations/health-routes.ts";
import { Keeper } from "../operations/keeper.ts";
import type { Metrics } from "../operations/metrics.ts";
import type { Storage } from "../storage/storage.ts";
import { slackInstallations } from "./slack-installations.ts";

export interface PlatformsOptions {
  config: Config;
  conversations: Conversations;
  /** Ids that a button's question may name. */
  knownIds(): Iterable<string>;
  storage: Storage;
  log: Log;
  metrics: Metrics | undefined;
  /** For Slack's HTTP mode, which answers for its health on its own port. */
  slackHealth: HealthRoutes;
  onFatal(platform: Keeper, error: SetupError): void;
}

/** A keeper for each platform that is configured; nothing is connected yet. */
export function platformsOf(options: PlatformsOptions): Keeper[] {
  const { config, conversations, knownIds, storage, log, metrics } = options;
  const common = { conversations, log, now: Date.now, knownIds };
  const { slack, discord } = config;
  const keepers: Keeper[] = [];
  const keep = (name: Keeper["name"], start: ConstructorParameters<typeof Keeper>[0]["start"]) => {
    const keeper: Keeper = new Keeper({
      name,
      start,
      log,
      now: Date.now,
      random: Math.random,
      onRestart: () => metrics?.restarted(name),
      onFatal: (error) => options.onFatal(keeper, error),
    });
    keepers.push(keeper);
  };
  const of = (name: Keeper["name"]) => ({
    ...common,
    mentors: mentorsOn(config, name),
    signals: metrics?.signalsOf(name) ?? NO_SIGNALS,
    forgetWorkspace: async (workspaceId: string) =>
      void (await storage.eraseWorkspace({ platform: name, workspaceId })),
  });
  if (slack) {
    const deps = { ...of("slack"), installations: slackInstallations(storage), health: options.slackHealth };
    keep("slack", async (onFatal) => {
      const { startSlack } = await import("../adapters/slack/start.ts");
      return startSlack({ ...deps, settings: slack, onFatal });
    });
  }
  if (discord) {
    const deps = of("discord");
    keep("discord", async (onFatal) => {
      const { startDiscord } = await import("../adapters/discord/start.ts");
      return startDiscord({ ...deps, settings: discord, onFatal });
    });
  }
  return keepers;
}

/** Made once for a platform, so that a connection built anew does not forget who asked. */
function mentorsOn({ policy }: Config, platform: Keeper["name"]): Mentors | undefined {
  const channelId = policy.mentors[platform];
  return channelId === undefined ? undefined : createMentors(channelId, Date.now);
}
