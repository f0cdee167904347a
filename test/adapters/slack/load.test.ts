import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ANN, type Bench, quiet, startBench, TEAM, until } from "./harness.ts";

const MENTIONS = 100;
const EVERY_MS = 20;
const CHANNELS = 10;

describe("a burst of mentions at 50 a second", () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await startBench();
    for (let at = 0; at < CHANNELS; at++) bench.slack.world.addChannel({ id: `CL${at}`, teamId: TEAM });
  });
  afterEach(() => bench.close());

  it("is answered whole, each once, through a socket drop, rate limits and duplicate deliveries", async () => {
    const { people, faults, socket, world, acks } = bench.slack;
    const asked: string[] = [];
    const sent: Promise<unknown>[] = [];
    for (let at = 0; at < MENTIONS; at++) {
      if (at === 30) people.doubled = true;
      if (at === 50) socket.drop();
      if (at === 60)
        for (let n = 0; n < 3; n++) faults.plan("chat.postMessage", { kind: "rate-limited", retryAfter: 1 });
      if (at === 80) people.doubled = false;
      sent.push(people.mention(`CL${at % CHANNELS}`, ANN, `question ${at}`).then(({ ts }) => asked.push(ts)));
      await quiet(EVERY_MS);
    }
    await Promise.all(sent);
    await until("all answers", () => world.posts.length >= MENTIONS, 15_000);
    await quiet(500);
    expect(world.posts.map(({ thread }) => thread).sort()).toEqual([...asked].sort());
    expect(acks.violations).toEqual([]);
    const sorted = acks.times.toSorted((a, b) => a - b);
    expect(sorted[Math.floor(sorted.length * 0.99)]).toBeLessThan(1_000);
  }, 30_000);
});
