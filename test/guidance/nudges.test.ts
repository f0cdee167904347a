import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  isQuiet,
  NUDGE_DEFAULTS,
  type NudgeSettings,
  nextNudgeAt,
  nudgeSettingsSchema,
  quietUntil,
} from "../../src/guidance/nudges.ts";

const at = (text: string) => Date.parse(text);
const monday = (over: Partial<NudgeSettings>): NudgeSettings =>
  nudgeSettingsSchema.parse({ ...NUDGE_DEFAULTS, ...over });

describe("the next reminder", () => {
  test("falls on the weekday and hour of the person's own zone", () => {
    const settings = monday({ timeZone: "America/New_York" });
    // 9 in New York is 14 in UTC in winter.
    expect(nextNudgeAt(settings, at("2026-01-07T12:00:00Z"))).toBe(at("2026-01-12T14:00:00Z"));
  });

  test("follows the change of the clock", () => {
    const settings = monday({ timeZone: "Europe/Berlin" });
    expect(nextNudgeAt(settings, at("2026-03-23T08:00:00Z"))).toBe(at("2026-03-30T07:00:00Z"));
  });

  test("is a week later when this week's has just passed", () => {
    const settings = monday({});
    expect(nextNudgeAt(settings, at("2026-01-05T09:00:00Z"))).toBe(at("2026-01-12T09:00:00Z"));
    expect(nextNudgeAt(settings, at("2026-01-05T08:59:59Z"))).toBe(at("2026-01-05T09:00:00Z"));
  });

  test("moves to the end of the quiet hours, to the next day where they span midnight", () => {
    const settings = monday({ hour: 23 });
    expect(nextNudgeAt(settings, at("2026-01-05T00:00:00Z"))).toBe(at("2026-01-06T08:00:00Z"));
    expect(nextNudgeAt(monday({ hour: 6 }), at("2026-01-04T00:00:00Z"))).toBe(at("2026-01-05T08:00:00Z"));
  });

  test("is always ahead, within eight days, and never in quiet hours", () => {
    const hour = fc.integer({ min: 0, max: 23 });
    fc.assert(
      fc.property(
        fc.record({
          weekday: fc.integer({ min: 0, max: 6 }),
          hour,
          quietFrom: hour,
          quietTo: hour,
          timeZone: fc.constantFrom(
            "UTC",
            "Europe/Berlin",
            "America/New_York",
            "Asia/Kolkata",
            "Australia/Lord_Howe",
            "Pacific/Auckland",
            "Pacific/Apia",
          ),
        }),
        fc.integer({ min: at("2025-01-01T00:00:00Z"), max: at("2028-01-01T00:00:00Z") }),
        (settings, now) => {
          const due = nextNudgeAt(settings, now);
          expect(due).toBeGreaterThan(now);
          expect(due - now).toBeLessThanOrEqual(8 * 86_400_000 + 2 * 3_600_000);
          const local = Number(
            new Intl.DateTimeFormat("en", {
              timeZone: settings.timeZone,
              hour: "numeric",
              hourCycle: "h23",
            }).format(due),
          );
          // Where the clock leaves an hour out, the next one is as good.
          expect(isQuiet(local, settings) && isQuiet((local + 23) % 24, settings)).toBe(false);
        },
      ),
      { numRuns: 500, seed: 3 },
    );
  });
});

test("a reminder that is late waits for the morning", () => {
  const settings = monday({ timeZone: "Europe/Berlin" });
  expect(quietUntil(settings, at("2026-01-05T22:30:00Z"))).toBe(at("2026-01-06T07:00:00Z"));
  expect(quietUntil(settings, at("2026-01-05T12:30:00Z"))).toBeUndefined();
});
