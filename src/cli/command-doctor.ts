import type { Checkup, Finding, NeededChannel } from "../adapters/finding.ts";
import { type Config, readConfig } from "../config/read-config.ts";
import type { CommandContext } from "./commands.ts";
import { CONFIG_SOURCES } from "./config-sources.ts";
import { checkClock } from "./doctor/clock.ts";
import { readConfiguration } from "./doctor/configuration.ts";
import { checkDatabase } from "./doctor/database.ts";
import { checkFeeds } from "./doctor/feeds.ts";
import { checkBuild, checkKnowledge } from "./doctor/knowledge.ts";
import { checkPolicy } from "./doctor/policy.ts";
import { checkPorts } from "./doctor/ports.ts";
import { reportOf } from "./doctor/report.ts";
import { ARTIFACTS_DIR } from "./paths.ts";

/**
 * Checks all that a running bot depends on, changing nothing, also beside one that runs. Prints what was found and what
 * to fix, the most fundamental first; exit 1 where anything is wrong.
 */
export async function doctor({ io }: CommandContext): Promise<number> {
  const { findings, config } = readConfiguration(io.env, (env, { withPolicy }) =>
    readConfig(env, withPolicy ? CONFIG_SOURCES : { ...CONFIG_SOURCES, readText: () => undefined }),
  );
  const platforms = await Promise.all(checkups(config));
  const all: Finding[] = [
    ...findings,
    ...checkPolicy(config),
    ...checkClock(platforms.map(({ clockAheadMs }) => clockAheadMs)),
    ...platforms.flatMap((platform) => platform.findings),
    ...(await checkBuild(ARTIFACTS_DIR)),
    ...(await checkKnowledge(config.knowledgeDir)),
    ...(usesDatabase(config) ? [await checkDatabase(config.database)] : []),
    ...(await checkPorts(config)),
    ...(await checkFeeds(config.openingsFeed)),
  ];
  for (const line of reportOf(all)) io.stdout.write(`${line}\n`);
  return all.some(({ state }) => state === "wrong") ? 1 : 0;
}

/** A server that is named is used by the terminal too; its file is not made before something is to be kept. */
function usesDatabase({ slack, discord, database }: Config): boolean {
  return slack !== undefined || discord !== undefined || /^postgres(?:ql)?:/.test(database.url);
}

function checkups(config: Config): Promise<Checkup>[] {
  const { slack, discord } = config;
  return [
    ...(slack
      ? [
          import("../adapters/slack/checkup.ts").then(({ checkSlack }) =>
            checkSlack(slack, neededChannels(config, "slack"), Date.now),
          ),
        ]
      : []),
    ...(discord
      ? [
          import("../adapters/discord/checkup.ts").then(({ checkDiscord }) =>
            checkDiscord(discord, neededChannels(config, "discord"), Date.now),
          ),
        ]
      : []),
  ];
}

/** The channels of the policy that the bot is to post in. */
function neededChannels({ policy }: Config, platform: "slack" | "discord"): NeededChannel[] {
  const needed = [
    { id: policy.mentors[platform], use: "for mentors" },
    { id: policy.reports[platform], use: "for reports" },
  ];
  return needed.flatMap(({ id, use }) => (id === undefined ? [] : [{ id, use }]));
}
