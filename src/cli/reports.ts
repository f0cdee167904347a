import type { Log } from "../adapters/log.ts";
import type { Answer } from "../answers/answer.ts";
import type { Config } from "../config/read-config.ts";
import type { Reports } from "../conversations/reports.ts";
import type { Keeper } from "../operations/keeper.ts";
import { mayReadReports } from "../policy/reports.ts";
import type { Storage } from "../storage/storage.ts";
import { type ReportSources, reportUntil, startWeeklyReports } from "./weekly-report.ts";

/** The report on request; undefined where the policy lets nobody see one, or nothing is kept to report. */
export function reportsOnRequest(
  { keepMisses, policy }: Config,
  sources: ReportSources,
): Reports | undefined {
  if (!keepMisses || policy.reports.readers.length === 0) return undefined;
  return {
    mayRead: (place) => mayReadReports(policy, place),
    make: () => reportUntil(Date.now(), sources),
  };
}

/** Posts the week's report in the channels that the policy names, until it is stopped. */
export function reportWeekly(
  { keepMisses, policy }: Config,
  sources: ReportSources & { storage: Storage; log: Log },
  keepers: readonly Keeper[],
): { stop(): void } {
  const channels = keepers.flatMap((keeper) => {
    const channelId = policy.reports[keeper.name];
    if (channelId === undefined) return [];
    const post = (answer: Answer) => keeper.connected((adapter) => adapter.announce(channelId, answer));
    return [{ platform: keeper.name, channelId, post }];
  });
  if (!keepMisses || channels.length === 0) return { stop() {} };
  return startWeeklyReports({ ...sources, channels, now: Date.now });
}
