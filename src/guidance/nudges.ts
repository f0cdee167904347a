import { z } from "zod";
import { isTimeZone } from "./profile.ts";

/** When somebody wants to be reminded of their plan, in their own time. */
export const nudgeSettingsSchema = z.strictObject({
  weekday: z.int().min(0).max(6).describe("0 is Sunday"),
  hour: z.int().min(0).max(23),
  /** Nothing is sent from the first hour up to the second; equal hours: no quiet hours. They may span midnight. */
  quietFrom: z.int().min(0).max(23),
  quietTo: z.int().min(0).max(23),
  timeZone: z.string().refine(isTimeZone),
});
export type NudgeSettings = z.infer<typeof nudgeSettingsSchema>;

export const NUDGE_DEFAULTS = { weekday: 1, hour: 9, quietFrom: 20, quietTo: 8, timeZone: "UTC" } as const;

const HOUR_MS = 3_600_000;

/**
 * The next moment after `after` (milliseconds since the epoch) that is due: the weekday's hour in the person's zone, moved
 * to the end of the quiet hours where it falls into them. Changes of the clock are followed; an hour that a change leaves
 * out gives the hour after it.
 */
export function nextNudgeAt(settings: NudgeSettings, after: number): number {
  const hour = isQuiet(settings.hour, settings) ? settings.quietTo : settings.hour;
  const moved = hour < settings.hour ? 1 : 0;
  const weekday = (settings.weekday + moved) % 7;
  const today = localDay(after, settings.timeZone);
  for (let ahead = 0; ahead <= 8; ahead++) {
    const day = today + ahead;
    // Day 0 of the epoch was a Thursday.
    if ((day + 4) % 7 !== weekday) continue;
    const at = localToEpoch(day, hour, settings.timeZone);
    if (at > after) return at;
  }
  throw new RangeError("a week has a day that was not found");
}

export function isQuiet(hour: number, { quietFrom, quietTo }: NudgeSettings): boolean {
  if (quietFrom === quietTo) return false;
  return quietFrom < quietTo ? hour >= quietFrom && hour < quietTo : hour >= quietFrom || hour < quietTo;
}

/** Whether a nudge that is due now must wait, and until when: its sender may have been down over night. */
export function quietUntil(settings: NudgeSettings, now: number): number | undefined {
  let at = now;
  for (let hours = 0; hours <= 24; hours++) {
    if (!isQuiet(localHour(at, settings.timeZone), settings)) return at === now ? undefined : at;
    at = Math.floor(at / HOUR_MS) * HOUR_MS + HOUR_MS;
  }
  return undefined;
}

/** Days since the epoch on the calendar of a zone. */
function localDay(at: number, zone: string): number {
  return Math.floor((at + offset(at, zone)) / (24 * HOUR_MS));
}

function localHour(at: number, zone: string): number {
  return Math.floor((at + offset(at, zone)) / HOUR_MS) % 24;
}

function localToEpoch(day: number, hour: number, zone: string): number {
  const local = (day * 24 + hour) * HOUR_MS;
  const first = local - offset(local, zone);
  return local - offset(first, zone);
}

/** Building one takes a hundred times as long as using it. */
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known) return known;
  const clock = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  clocks.set(zone, clock);
  return clock;
}

/** How far a zone's clock is ahead of UTC, in milliseconds. */
function offset(at: number, zone: string): number {
  const parts = clockOf(zone).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((each) => each.type === type)?.value ?? 0);
  const clock = Date.UTC(
    part("year"),
    part("month") - 1,
    part("day"),
    part("hour"),
    part("minute"),
    part("second"),
  );
  return clock - Math.floor(at / 1000) * 1000;
}
