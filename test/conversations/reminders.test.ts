import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { plainText } from "../../src/answers/plain-text.ts";
import type { Reminder } from "../../src/conversations/conversations.ts";
import type { Reply } from "../../src/conversations/message.ts";
import { startReminders } from "../../src/conversations/reminders.ts";
import { openStorage } from "../../src/storage/open.ts";
import type { Person, Storage } from "../../src/storage/storage.ts";
import { temporaryFolder } from "../storage/support/folder.ts";
import { recordingLog } from "../storage/support/log.ts";
import { createSchema, describePostgres } from "../storage/support/postgres.ts";
import { SECRET } from "../storage/support/subject.ts";
import { INTRODUCTION, startConversations } from "./support/people.ts";

const ADA: Person = { platform: "slack", workspaceId: "T1", userId: "UADA" };
const MINUTE = 60_000;

describe("the schedule", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  /** Reminders that wait, and what became of them. */
  function setUp(platforms: readonly string[], write = async (): Promise<boolean> => true) {
    const waiting: string[] = platforms.map((platform, n) => `${platform}${n}`);
    const events: string[] = [];
    const faults: unknown[] = [];
    const reminder = (id: string): Reminder => ({
      person: { ...ADA, platform: id.replace(/\d+$/, ""), userId: id },
      reply: {} as Reply,
      sent: async () => void events.push(`sent ${id}`),
      handBack: async () => void events.push(`back ${id}`),
    });
    const conversations = {
      takeDueReminders: async (limit: number) => {
        events.push(`look`);
        return waiting.splice(0, limit).map(reminder);
      },
    };
    const start = () =>
      startReminders({
        conversations,
        senders: new Map([
          [
            "slack",
            async ({ userId }: Person) => {
              events.push(`write ${userId}`);
              return write();
            },
          ],
        ]),
        onFault: (error) => void faults.push(error),
        random: () => 0.5,
      });
    return { events, faults, waiting, start };
  }

  it("looks soon after the start, then about once a minute, and no more once it is stopped", async () => {
    const { events, start } = setUp([]);
    const reminders = start();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(events).toEqual(["look"]);
    await vi.advanceTimersByTimeAsync(3 * MINUTE);
    expect(events).toHaveLength(4);
    await reminders.stop();
    await vi.advanceTimersByTimeAsync(10 * MINUTE);
    expect(events).toHaveLength(4);
  });

  it("sends what is due and then says that it was sent", async () => {
    const { events, start } = setUp(["slack", "slack"]);
    const reminders = start();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(events).toEqual(["look", "write slack0", "sent slack0", "write slack1", "sent slack1"]);
    await reminders.stop();
  });

  it("hands back what another instance has to send", async () => {
    const { events, start } = setUp(["discord", "slack"]);
    const reminders = start();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(events).toEqual(["look", "back discord0", "write slack1", "sent slack1"]);
    await reminders.stop();
  });

  it("goes on at once while as many are due as it takes, and ends when it can send none of them", async () => {
    const many = setUp(Array.from({ length: 45 }, () => "slack"));
    const reminders = many.start();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(many.events.filter((event) => event.startsWith("sent"))).toHaveLength(45);
    await reminders.stop();
    const foreign = setUp(Array.from({ length: 45 }, () => "discord"));
    const others = foreign.start();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(foreign.events.filter((event) => event === "look")).toHaveLength(1);
    await others.stop();
  });

  it("leaves what could not be sent for later, and goes on with the next", async () => {
    let tries = 0;
    const { events, faults, start } = setUp(["slack", "slack"], async () => {
      tries += 1;
      if (tries === 1) throw new Error("HTTP 503");
      return true;
    });
    const reminders = start();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(events).toEqual(["look", "write slack0", "write slack1", "sent slack1"]);
    expect(faults).toHaveLength(1);
    await reminders.stop();
  });

  it("does not try again before the next is due where somebody cannot be reached", async () => {
    const { events, start } = setUp(["slack"], async () => false);
    const reminders = start();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(events).toContain("sent slack0");
    await reminders.stop();
  });

  it("waits at a stop for what is being sent, and begins nothing more", async () => {
    let release: (reached: boolean) => void = () => {};
    const { events, start } = setUp(["slack", "slack"], () => new Promise((resolve) => (release = resolve)));
    const reminders = start();
    await vi.advanceTimersByTimeAsync(5_000);
    const stopped = reminders.stop();
    release(true);
    await stopped;
    expect(events).toEqual(["look", "write slack0", "sent slack0"]);
  });
});

/** Monday, nine in the morning in Berlin, where she lives. */
const DUE = Date.parse("2026-11-30T08:00:30Z");

/** One reminder on a database that outlives the instances. */
function acrossRestarts(
  open: () => Promise<{ start(now: () => number): Promise<Storage>; end(): Promise<void> }>,
): void {
  it("each goes out once, whoever was running when it fell due and whoever ends in between", async () => {
    const database = await open();
    let time = Date.parse("2026-11-24T10:00:00Z");
    const instance = async () => {
      const storage = await database.start(() => time);
      return { storage, ...(await startConversations(storage, () => time)) };
    };
    const first = await instance();
    const ada = first.person(ADA.userId);
    await ada.say(INTRODUCTION);
    await ada.press({ do: "consent", keep: true });
    await ada.press({ do: "plan" });
    expect(plainText((await ada.press({ do: "nudges", on: true })).answer)).toContain(
      "every Monday at 09:00 (Europe/Berlin)",
    );
    await first.storage.close();

    // Nobody runs when it falls due; the next to start takes it, and ends before it is sent.
    time = DUE;
    const second = await instance();
    const [lost] = await second.conversations.takeDueReminders(10);
    expect(plainText(lost!.reply.answer)).toContain("Your next step is");
    await second.storage.close();

    const third = await instance();
    expect(await third.conversations.takeDueReminders(10)).toEqual([]);
    time += 6 * MINUTE;
    const [due] = await third.conversations.takeDueReminders(10);
    expect(due?.person).toMatchObject({ userId: ADA.userId });
    await due?.sent();
    await third.storage.close();

    const fourth = await instance();
    expect(await fourth.conversations.takeDueReminders(10)).toEqual([]);
    time += 7 * 24 * 60 * MINUTE;
    expect(await fourth.conversations.takeDueReminders(10)).toHaveLength(1);
    await fourth.person(ADA.userId).press({ do: "nudges", on: false });
    time += 30 * 24 * 60 * MINUTE;
    expect(await fourth.conversations.takeDueReminders(10)).toEqual([]);
    await fourth.storage.close();
    await database.end();
  });
}

describe("reminders over restarts (SQLite)", () =>
  acrossRestarts(async () => {
    const url = join(await temporaryFolder(), "rolewise.db");
    return {
      start: (now) => openStorage({ url, now, log: recordingLog() }),
      end: async () => {},
    };
  }));
describePostgres("reminders over restarts", () =>
  acrossRestarts(async () => {
    const schema = await createSchema();
    return {
      start: (now) => openStorage({ url: schema.url, secret: SECRET, now, log: recordingLog() }),
      end: () => schema.drop(),
    };
  }),
);
