import { describe, expect, it } from "vitest";
import { Cooldown } from "../../src/policy/cooldown.ts";
import { type Asked, createGate } from "../../src/policy/gate.ts";
import { createMentorDesk } from "../../src/policy/mentor-desk.ts";
import { type Policy, USUAL_POLICY } from "../../src/policy/policy.ts";
import { mayReadReports } from "../../src/policy/reports.ts";

const MINUTE = 60_000;

function gateOf(policy: Partial<Policy>) {
  let at = 1_000_000;
  const gate = createGate({ ...USUAL_POLICY, ...policy }, () => at);
  const pass = (ms: number) => {
    at += ms;
  };
  return { gate, pass };
}

const mention: Asked = {
  platform: "slack",
  workspaceId: "T1",
  channelId: "C1",
  userId: "U1",
  addressed: "mention",
  audience: "public",
};
const followUp: Asked = { ...mention, addressed: "thread" };
const direct: Asked = { ...mention, channelId: "D1", addressed: "direct", audience: "private" };
const command: Asked = { ...mention, addressed: "command", audience: "private" };
const openCommand: Asked = { ...mention, platform: "discord", addressed: "command" };
const ANSWERED = { kind: "answer", discretion: undefined };

describe("the usual policy", () => {
  it("answers everyone everywhere in the open, as often as they ask", () => {
    const { gate } = gateOf({});
    for (let times = 0; times < 200; times++)
      for (const asked of [mention, followUp, direct, command, openCommand])
        expect(gate.admit(asked)).toEqual(ANSWERED);
  });
});

describe("channels", () => {
  const listed = { channels: { answer: "listed", listed: ["C1"] } } as const;

  it("listed are answered, others not, and the asker is told once an hour", () => {
    const { gate, pass } = gateOf(listed);
    const elsewhere = { ...mention, channelId: "C2" };
    expect(gate.admit(mention)).toEqual(ANSWERED);
    expect(gate.admit(elsewhere)).toEqual({ kind: "notice", notice: { kind: "not-in-this-channel" } });
    expect(gate.admit(elsewhere)).toEqual({ kind: "silence" });
    expect(gate.admit({ ...elsewhere, userId: "U2" })).toMatchObject({ kind: "notice" });
    pass(60 * MINUTE);
    expect(gate.admit(elsewhere)).toMatchObject({ kind: "notice" });
  });

  it("that are off still leave direct messages, and commands to their sender alone", () => {
    const { gate } = gateOf({ channels: { answer: "off", listed: [] } });
    expect(gate.admit(mention)).toMatchObject({ kind: "notice" });
    expect(gate.admit(direct)).toEqual(ANSWERED);
    expect(gate.admit(command)).toEqual({ kind: "answer", discretion: "asker" });
    expect(gate.discretion(openCommand)).toBe("asker");
  });

  it.each([
    ["a direct message on Slack", { ...direct }],
    ["App Home", { ...direct, channelId: "U1" }],
    ["a direct message on Discord", { ...direct, platform: "discord", workspaceId: "@me", channelId: "1" }],
    ["the terminal", { ...direct, platform: "terminal", workspaceId: "local", channelId: "terminal" }],
  ])("do not concern %s", (_, asked) => {
    const { gate } = gateOf({ channels: { answer: "off", listed: [] }, ephemeral: true, quiet: true });
    expect(gate.admit(asked)).toEqual(ANSWERED);
  });
});

describe("ephemeral", () => {
  it("keeps answers in channels to their asker, who may share them", () => {
    const { gate } = gateOf({ ephemeral: true });
    for (const asked of [mention, followUp, command, openCommand])
      expect(gate.admit(asked)).toEqual({ kind: "answer", discretion: "asker-may-share" });
    expect(gate.admit(direct)).toEqual(ANSWERED);
  });
});

describe("quiet", () => {
  it("answers commands alone in channels, as openly as ever, and says so once", () => {
    const { gate } = gateOf({ quiet: true });
    expect(gate.admit(mention)).toEqual({ kind: "notice", notice: { kind: "commands-only" } });
    expect(gate.admit(followUp)).toEqual({ kind: "silence" });
    expect(gate.admit(openCommand)).toEqual(ANSWERED);
    expect(gate.admit(direct)).toEqual(ANSWERED);
  });
});

describe("a cooldown per user", () => {
  const cooldown = { user: { questions: 2, seconds: 60 } };
  const wait = (seconds: number) => ({ kind: "notice", notice: { kind: "wait", who: "user", seconds } });

  it("lets in so many within the time, then says how long to wait, once", () => {
    const { gate, pass } = gateOf({ cooldown });
    expect(gate.admit(mention)).toEqual(ANSWERED);
    pass(20_000);
    expect(gate.admit(direct)).toEqual(ANSWERED);
    pass(500);
    expect(gate.admit(mention)).toEqual(wait(40));
    expect(gate.admit(mention)).toEqual({ kind: "silence" });
    pass(39_499);
    expect(gate.admit(mention)).toEqual({ kind: "silence" });
    pass(1);
    expect(gate.admit(mention)).toEqual(ANSWERED);
    expect(gate.admit(mention)).toEqual(wait(20));
  });

  it("is each person's own", () => {
    const { gate } = gateOf({ cooldown });
    for (const userId of ["U1", "U2", "U3"])
      for (let times = 0; times < 2; times++) expect(gate.admit({ ...mention, userId })).toEqual(ANSWERED);
    expect(gate.admit({ ...mention, workspaceId: "T2" })).toEqual(ANSWERED);
  });

  it("tells the sender of a command every time", () => {
    const { gate } = gateOf({ cooldown });
    gate.admit(command);
    gate.admit(command);
    expect(gate.admit(command)).toEqual(wait(60));
    expect(gate.admit(command)).toEqual(wait(60));
  });

  it("does not count what was refused, so that waiting always helps", () => {
    const { gate, pass } = gateOf({ cooldown: { user: { questions: 1, seconds: 10 } } });
    gate.admit(command);
    for (let second = 0; second < 9; second++) {
      pass(1_000);
      expect(gate.admit(command)).toMatchObject({ kind: "notice" });
    }
    pass(1_000);
    expect(gate.admit(command)).toMatchObject({ kind: "answer" });
  });
});

describe("a cooldown per channel", () => {
  const cooldown = { channel: { questions: 1, seconds: 30 } };

  it("holds for all who ask there, and for no other place", () => {
    const { gate, pass } = gateOf({ cooldown });
    expect(gate.admit(mention)).toEqual(ANSWERED);
    expect(gate.admit({ ...mention, userId: "U2" })).toEqual({
      kind: "notice",
      notice: { kind: "wait", who: "channel", seconds: 30 },
    });
    expect(gate.admit({ ...mention, channelId: "C2" })).toEqual(ANSWERED);
    expect(gate.admit(direct)).toEqual(ANSWERED);
    expect(gate.admit(command)).toEqual(ANSWERED);
    pass(30_000);
    expect(gate.admit(mention)).toEqual(ANSWERED);
  });

  it("answers a command to its sender alone while the channel rests", () => {
    const { gate } = gateOf({ cooldown });
    expect(gate.admit(openCommand)).toEqual(ANSWERED);
    expect(gate.admit(openCommand)).toEqual({ kind: "answer", discretion: "asker" });
  });

  it("is not used up by answers that only their asker sees", () => {
    const { gate } = gateOf({ cooldown, ephemeral: true });
    for (let times = 0; times < 5; times++)
      expect(gate.admit(mention)).toEqual({ kind: "answer", discretion: "asker-may-share" });
  });
});

it("those who came once are forgotten when their time is over", () => {
  let at = 0;
  const cooldown = new Cooldown({ questions: 3, seconds: 1 }, () => at);
  let most = 0;
  for (let person = 0; person < 10_000; person++) {
    at += 100;
    cooldown.count(`U${person}`);
    most = Math.max(most, cooldown.size);
  }
  expect(most).toBeLessThan(700);
});

describe("mentors", () => {
  it("are asked at most three times an hour by one person", () => {
    let at = 0;
    const desk = createMentorDesk(() => at);
    const ada = { platform: "slack", workspaceId: "T1", userId: "U1" };
    expect([1, 2, 3].map(() => desk(ada).wait)).toEqual([0, 0, 0]);
    expect(desk(ada).wait).toBe(3600);
    expect(desk({ ...ada, userId: "U2" }).wait).toBe(0);
    at += 60 * MINUTE;
    expect(desk(ada).wait).toBe(0);
  });
});

describe("reports", () => {
  it("are for those who are named, and for nobody where nobody is", () => {
    const reports = { readers: ["U1"] };
    expect(mayReadReports({ ...USUAL_POLICY, reports }, { userId: "U1" })).toBe(true);
    expect(mayReadReports({ ...USUAL_POLICY, reports }, { userId: "U2" })).toBe(false);
    expect(mayReadReports(USUAL_POLICY, { userId: "U1" })).toBe(false);
  });
});
