import { afterEach, describe, expect, it } from "vitest";
import { type RunningAdapter, SetupError } from "../../src/adapters/adapter.ts";
import { Keeper } from "../../src/operations/keeper.ts";
import { SILENT_MS } from "../../src/operations/watchdog.ts";
import { recordingLog, until } from "../adapters/slack/harness.ts";

interface Fake extends RunningAdapter {
  connected: boolean;
  heardAt: number;
  stopped: boolean;
}

/** A platform that the test moves; `outcomes` are what the next starts come to. */
function platform() {
  const made: Fake[] = [];
  const outcomes: (Error | undefined)[] = [];
  const fatal: SetupError[] = [];
  const log = recordingLog();
  let now = 1_000_000;
  let restarts = 0;
  let end: (error: SetupError) => void = () => undefined;
  const keeper = new Keeper({
    name: "slack",
    async start(onFatal) {
      const fault = outcomes.shift();
      if (fault) throw fault;
      end = onFatal;
      const adapter: Fake = {
        name: "slack",
        connected: true,
        heardAt: now,
        stopped: false,
        health: () => ({ connected: adapter.connected, lastEventAt: undefined, heardAt: adapter.heardAt }),
        remind: async () => true,
        announce: async () => undefined,
        stop: async () => {
          adapter.stopped = true;
        },
      };
      made.push(adapter);
      return adapter;
    },
    log,
    now: () => now,
    random: () => 0.5,
    onRestart: () => {
      restarts += 1;
    },
    onFatal: (error) => void fatal.push(error),
    everyMs: 2,
    waitsMs: [1],
  });
  stops.push(() => keeper.stop(100));
  const pass = (ms: number) => {
    now += ms;
  };
  return {
    keeper,
    made,
    outcomes,
    fatal,
    log,
    pass,
    restarts: () => restarts,
    end: (error: SetupError) => end(error),
  };
}

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});
const quiet = () => new Promise((resolve) => setTimeout(resolve, 30));

describe("a keeper", () => {
  it("starts once, tells the connection's health, and stops it", async () => {
    const { keeper, made, restarts } = platform();
    expect(keeper.health()).toEqual({ connected: false, lastEventAt: undefined, heardAt: undefined });
    await keeper.begin();
    await quiet();
    expect(keeper.health()).toMatchObject({ connected: true });
    await keeper.stop(100);
    expect(made.map(({ stopped }) => stopped)).toEqual([true]);
    expect(restarts()).toBe(0);
  });

  it("passes on that a first start failed", async () => {
    const { keeper, outcomes } = platform();
    outcomes.push(new SetupError("the token is wrong"));
    await expect(keeper.begin()).rejects.toThrow("the token is wrong");
  });

  it("restarts a silent connection, stopping the old one first", async () => {
    const { keeper, made, pass, restarts, log } = platform();
    await keeper.begin();
    pass(SILENT_MS);
    await until("a new connection", () => made.length === 2);
    expect(made.map(({ stopped }) => stopped)).toEqual([true, false]);
    await quiet();
    expect({ restarts: restarts(), made: made.length }).toEqual({ restarts: 1, made: 2 });
    expect(log.lines).toContainEqual({
      level: "warn",
      fields: { platform: "slack", ailment: "silent" },
      message: "the connection is built anew",
    });
  });

  it("restarts a connection that stays down, trying until it succeeds", async () => {
    const { keeper, made, outcomes, pass, log, fatal } = platform();
    await keeper.begin();
    outcomes.push(
      new Error("a fault of the network"),
      new SetupError("cannot be reached", { passing: true }),
    );
    (made[0] as Fake).connected = false;
    await quiet();
    expect(made).toHaveLength(1);
    pass(10 * 60_000);
    await until("a new connection", () => made.length === 2);
    expect(log.lines.filter(({ message }) => message === "could not connect")).toHaveLength(2);
    expect(keeper.health().connected).toBe(true);
    expect(fatal).toEqual([]);
  });

  it("has given up where the set-up is wrong from the start, and not where a platform is only out of reach", async () => {
    const wrong = platform();
    wrong.outcomes.push(new SetupError("the token is wrong"));
    await expect(wrong.keeper.begin()).rejects.toThrow("the token is wrong");
    expect(wrong.keeper.hasGivenUp).toBe(true);
    expect(wrong.fatal).toEqual([]);
    const away = platform();
    away.outcomes.push(new SetupError("cannot be reached", { passing: true }));
    await expect(away.keeper.begin()).rejects.toThrow("cannot be reached");
    expect(away.keeper.hasGivenUp).toBe(false);
  });

  it("says once that the set-up is wrong, and tries no more", async () => {
    const { keeper, made, outcomes, pass, fatal } = platform();
    await keeper.begin();
    outcomes.push(new SetupError("the token is wrong"));
    pass(SILENT_MS);
    await until("the fatal error", () => fatal.length > 0);
    await quiet();
    expect(fatal).toHaveLength(1);
    expect(made).toHaveLength(1);
    expect(keeper.health().connected).toBe(false);
  });

  it("tries no more after a running connection said that the set-up is wrong", async () => {
    const { keeper, made, fatal, pass, end } = platform();
    await keeper.begin();
    end(new SetupError("the token was reset"));
    end(new SetupError("the token was reset"));
    (made[0] as Fake).connected = false;
    pass(10 * 60_000);
    await quiet();
    expect(fatal.map(({ message }) => message)).toEqual(["the token was reset"]);
    expect(keeper.hasGivenUp).toBe(true);
    expect(made).toHaveLength(1);
  });

  it("lends the connection of the moment, and says where there is none", async () => {
    const { keeper, made } = platform();
    await expect(keeper.connected(async () => 1)).rejects.toThrow("slack is not connected");
    await keeper.begin();
    expect(await keeper.connected(async (adapter) => adapter)).toBe(made[0]);
  });

  it("can begin in the background", async () => {
    const { keeper, made, outcomes } = platform();
    outcomes.push(new Error("not yet"), new Error("not yet"));
    await expect(keeper.begin()).rejects.toThrow("not yet");
    keeper.keepTrying();
    await until("a connection", () => made.length === 1);
    expect(keeper.health().connected).toBe(true);
  });

  it("makes no new connection once it is stopped", async () => {
    const { keeper, made, pass } = platform();
    await keeper.begin();
    await keeper.stop(100);
    pass(SILENT_MS);
    await quiet();
    expect(made).toHaveLength(1);
  });
});
