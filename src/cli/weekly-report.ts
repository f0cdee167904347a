import type { Answer } from "../answers/answer.ts";
import { weeklyReport } from "../answers/misses-report.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import type { Storage } from "../storage/storage.ts";
import { groupMisses } from "../understanding/misses/group-misses.ts";
import type { ReadMiss } from "../understanding/misses/read-miss.ts";

/** A channel that wants the report, and how something is posted there. */
export interface ReportChannel {
  platform: "slack" | "discord";
  channelId: string;
  post(answer: Answer): Promise<void>;
}

/** What a report is made from. */
export interface ReportSources {
  storage: Pick<Storage, "misses">;
  knowledge(): Knowledge;
  /** Made when the first report is due. */
  reader(): ReadMiss;
}

export interface WeeklyReports extends ReportSources {
  channels: readonly ReportChannel[];
  storage: Pick<Storage, "claim" | "misses">;
  /** Milliseconds since the epoch. */
  now(): number;
  log: {
    info(fields: object, message: string): void;
    warn(fields: object, message: string): void;
  };
}

/** Late by no more than this. */
const LOOK_EVERY_MS = 10 * 60_000;
const HOUR_MS = 60 * 60_000;
const WEEK_MS = 7 * 24 * HOUR_MS;
/** Mondays from nine on, UTC: 1970-01-05 was one. */
const FIRST_REPORT_MS = 4 * 24 * HOUR_MS + 9 * HOUR_MS;
/** A bot that was down on Monday morning reports when it is back, on the same day. */
const LATEST_MS = 15 * HOUR_MS;
/** Grouping takes time by the number of wordings; the commonest are what a report shows. */
const MOST_GROUPED = 500;

/** Looks every ten minutes whether a report is due. */
export function startWeeklyReports(reports: WeeklyReports): { stop(): void } {
  const timer = setInterval(() => void postWeeklyReports(reports), LOOK_EVERY_MS).unref();
  return { stop: () => clearInterval(timer) };
}

/**
 * Posts the week's report where it is due: once for all instances, in each channel.
 * Never rejects: a post that fails is logged and not tried again, so that nobody gets it twice.
 */
export async function postWeeklyReports(reports: WeeklyReports): Promise<void> {
  const { channels, storage, now, log } = reports;
  const due = dueReport(now());
  if (due === undefined) return;
  for (const { platform, channelId, post } of channels) {
    try {
      if (!(await storage.claim(`weekly-report:${platform}:${channelId}:${due}`, WEEK_MS))) continue;
      await post(await reportUntil(due, reports));
      log.info({ platform }, "the weekly report was posted");
    } catch (error) {
      log.warn(
        { platform, fault: error instanceof Error ? error.name : "unknown" },
        "the weekly report could not be posted; rolewise misses shows the same",
      );
    }
  }
}

/** What was not answered in the week before `to`, in milliseconds since the epoch. Rejects where the storage is down. */
export async function reportUntil(
  to: number,
  { storage, knowledge, reader }: ReportSources,
): Promise<Answer> {
  const from = to - WEEK_MS;
  const misses = await storage.misses.since(from);
  return weeklyReport(groupMisses(misses.slice(0, MOST_GROUPED), reader()), { from, to }, knowledge());
}

/** The Monday, 09:00 UTC, whose report is due now; undefined on other days. */
function dueReport(now: number): number | undefined {
  const monday = Math.floor((now - FIRST_REPORT_MS) / WEEK_MS) * WEEK_MS + FIRST_REPORT_MS;
  return now - monday < LATEST_MS ? monday : undefined;
}
