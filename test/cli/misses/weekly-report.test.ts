import { describe, expect, it, test } from "vitest";
import type { Answer } from "../../../src/answers/answer.ts";
import { weeklyReport } from "../../../src/answers/misses-report.ts";
import { plainText } from "../../../src/answers/plain-text.ts";
import { postWeeklyReports, type WeeklyReports } from "../../../src/cli/weekly-report.ts";
import { openMemoryStorage } from "../../../src/storage/in-memory/open.ts";
import type { MissGroup } from "../../../src/understanding/misses/group-misses.ts";
import { missReader } from "../../../src/understanding/misses/read-miss.ts";
import { loadLexicon } from "../../../src/understanding/text/lexicon.ts";
import { realKnowledge } from "../../support/brain.ts";
import { builtModels } from "../../understanding/understander.ts";

const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;
const MONDAY = Date.parse("2026-11-23T09:00:00Z");
const knowledge = await realKnowledge();
const read = missReader(knowledge, await builtModels(), loadLexicon());
const slack = { platform: "slack", workspaceId: "T1" };

/** Two instances of the bot over one storage, at a time that the test sets. */
function bots(refusing?: string) {
  const clock = { now: MONDAY - 3 * DAY_MS };
  const storage = openMemoryStorage({ now: () => clock.now });
  const posted: { channelId: string; answer: Answer }[] = [];
  const logged: { level: string; fields: object }[] = [];
  const channel = (platform: "slack" | "discord", channelId: string) => ({
    platform,
    channelId,
    async post(answer: Answer) {
      if (channelId === refusing) throw new TypeError("no rights to post snacks");
      posted.push({ channelId, answer });
    },
  });
  const reports: WeeklyReports = {
    channels: [channel("slack", "C1"), channel("discord", "22")],
    storage,
    knowledge: () => knowledge,
    reader: () => read,
    now: () => clock.now,
    log: {
      info: (fields) => void logged.push({ level: "info", fields }),
      warn: (fields) => void logged.push({ level: "warn", fields }),
    },
  };
  const check = () => Promise.all([postWeeklyReports(reports), postWeeklyReports(reports)]);
  return { clock, storage, posted, logged, check };
}

describe("the weekly report is posted", () => {
  it("on Monday from nine on, to each channel once, however many instances there are", async () => {
    const { clock, storage, posted, check } = bots();
    await storage.misses.add(slack, "what snacks do statisticians eat", "declined");
    await check();
    clock.now = MONDAY - 1;
    await check();
    expect(posted).toEqual([]);
    clock.now = MONDAY;
    await check();
    expect(posted.map(({ channelId }) => channelId).toSorted()).toEqual(["22", "C1"]);
    clock.now = MONDAY + 14 * HOUR_MS;
    await check();
    expect(posted).toHaveLength(2);
    clock.now = MONDAY + 7 * DAY_MS;
    await check();
    expect(posted).toHaveLength(4);
    expect(posted[3]?.answer.summary).toContain("there was none");
  });

  it("later the same day where the bot was down, and not on another day", async () => {
    const { clock, posted, check } = bots();
    clock.now = MONDAY + 15 * HOUR_MS;
    await check();
    expect(posted).toEqual([]);
    clock.now -= 1;
    await check();
    expect(posted).toHaveLength(2);
  });

  it("to one channel though the other refuses it, which is logged without a word of anybody", async () => {
    const { clock, storage, posted, logged, check } = bots("C1");
    await storage.misses.add(slack, "what snacks do statisticians eat", "declined");
    clock.now = MONDAY;
    await check();
    expect(posted.map(({ channelId }) => channelId)).toEqual(["22"]);
    expect(logged.map(({ level }) => level).toSorted()).toEqual(["info", "warn"]);
    expect(JSON.stringify(logged)).not.toContain("snacks");
  });
});

const group = (text: string, count: number, over: Partial<MissGroup> = {}): MissGroup => ({
  count,
  kinds: { declined: count, unclear: 0, disliked: 0 },
  lastDay: "2026-11-20",
  misses: [{ text, count, kinds: { declined: count, unclear: 0, disliked: 0 }, lastDay: "2026-11-20" }],
  role: "statistician",
  topic: { topic: "working-conditions", probability: 0.4 },
  intent: "lookup",
  ...over,
});
const PERIOD = { from: MONDAY - 7 * DAY_MS, to: MONDAY };

test("it says how much was missed, how, and what is nearest", () => {
  const answer = weeklyReport(
    [
      group("what snacks do statisticians eat", 4, { kinds: { declined: 1, unclear: 2, disliked: 1 } }),
      group("<!channel> unions?", 1, { role: undefined, topic: undefined }),
    ],
    PERIOD,
    knowledge,
  );
  expect(answer.summary).toContain(
    "From 16 November to 23 November 5 questions were not answered, or not well: 2 declined, 2 asked which was meant and 1 rated down.",
  );
  expect(answer.tables[0]?.rows).toEqual([
    [
      "“what snacks do statisticians eat”",
      "4",
      "1 declined, 2 asked which was meant and 1 rated down",
      "Statistician, Working conditions",
    ],
    ["“<!channel> unions?”", "1", "1 declined", "no role"],
  ]);
});

test("it shows the ten most frequent, and long questions shortened", () => {
  const groups = Array.from({ length: 14 }, (_, n) => group(`${n} ${"word ".repeat(60)}`, 20 - n));
  const answer = weeklyReport(groups, PERIOD, knowledge);
  expect(answer.tables[0]?.rows).toHaveLength(10);
  expect(answer.tables[0]?.caption).toBe("The 10 most frequent of 14");
  expect(
    plainText(answer, { width: 80 })
      .split("\n")
      .every((line) => line.length <= 120),
  ).toBe(true);
});
