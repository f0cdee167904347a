import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ANN, type Bench, CHANNEL, quiet, startBench, until } from "../adapters/slack/harness.ts";
import { crashWatch } from "./crashes.ts";
import { CANARY, type Json, Mutator, NO_PAYLOADS } from "./mutator.ts";
import { goodPayloads, type Wire } from "./slack-payloads.ts";

const ROUNDS = 80;
const TYPES: Record<Wire, string> = {
  event: "events_api",
  command: "slash_commands",
  interactive: "interactive",
};

const watch = crashWatch();
let bench: Bench;
beforeEach(async () => {
  bench = await startBench("socket");
});
afterEach(() => bench.close());

let count = 0;
function envelopeOf(wire: Wire, payload: Json): { [key: string]: Json } {
  count += 1;
  return {
    envelope_id: `fuzz-${count}`,
    type: TYPES[wire],
    payload,
    accepts_response_payload: wire !== "event",
  };
}

async function survived(): Promise<void> {
  const { socket, world, people } = bench.slack;
  await until("a connection", () => socket.connections > 0, 10_000);
  const before = world.posts.length;
  await people.mention(CHANNEL, ANN, "hello");
  await until("an answer after all that", () => world.posts.length > before, 10_000);
  expect(watch.crashes).toEqual([]);
  expect(bench.log.lines.filter((line) => JSON.stringify(line).includes(CANARY))).toEqual([]);
}

it("frames that are no envelope are ignored", async () => {
  for (const body of NO_PAYLOADS) bench.slack.socket.raw(body);
  for (const bytes of [[], [0], [255, 254, 253], [0x1f, 0x8b, 8, 0]])
    bench.slack.socket.raw(Buffer.from(bytes));
  await quiet();
  expect(bench.conversations.received).toEqual([]);
  await survived();
});

it("envelopes that are broken outside are ignored", async () => {
  const mutator = new Mutator(7);
  for (const { wire, payload } of goodPayloads(bench.slack))
    for (let n = 0; n < ROUNDS / 4; n++) {
      const { payload: inside, ...outside } = envelopeOf(wire, payload);
      const broken = mutator.broken(outside) as object;
      bench.slack.socket.raw(
        JSON.stringify({ ...broken, ...(mutator.random() < 0.5 ? { payload: inside } : {}) }),
      );
    }
  await survived();
});

it("envelopes with broken payloads of every kind are ignored", async () => {
  for (const [kind, { wire, payload }] of goodPayloads(bench.slack).entries()) {
    const mutator = new Mutator(2_000 + kind);
    for (let n = 0; n < ROUNDS; n++)
      bench.slack.socket.raw(JSON.stringify(envelopeOf(wire, mutator.broken(payload))));
  }
  await survived();
});

describe("an envelope of type", () => {
  it.each([
    "",
    "error",
    "connected",
    "disconnected",
    "connecting",
    "ws_message",
    "ws_close",
    "close",
    "slack_event",
    "outgoing_message",
    "app_mention",
    "__proto__",
    CANARY,
  ])("%s is ignored, though the SDK has events of its own by such names", async (type) => {
    bench.slack.socket.raw(
      JSON.stringify({ ...envelopeOf("event", goodPayloads(bench.slack)[0]!.payload), type }),
    );
    await quiet();
    expect(bench.conversations.received).toEqual([]);
    expect(bench.slack.socket.opened).toBe(1);
    await survived();
  });
});

it("an event of an unknown type is acknowledged and changes nothing", async () => {
  const [workspace] = bench.slack.world.workspaces;
  for (const type of ["emoji_changed", "hello", "disconnect", "constructor", CANARY])
    await bench.slack.people.event(workspace!, {
      type,
      channel: CHANNEL,
      user: ANN,
      text: "hello",
      ts: "1.1",
    });
  await quiet();
  expect(bench.conversations.received).toEqual([]);
  await survived();
});

it("the same envelope many times, and the same event under many envelopes, is answered once", async () => {
  const [workspace] = bench.slack.world.workspaces;
  const said = { channel: CHANNEL, user: ANN, text: `<@${workspace!.botUserId}> hello` };
  const { ts } = bench.slack.world.say({ ...said, teamId: workspace!.teamId });
  const payload = bench.slack.people.eventPayload(workspace!, {
    type: "app_mention",
    ts,
    event_ts: ts,
    ...said,
  }) as Json;
  const envelope = JSON.stringify(envelopeOf("event", payload));
  for (let n = 0; n < 20; n++) {
    bench.slack.socket.raw(envelope);
    bench.slack.socket.raw(JSON.stringify(envelopeOf("event", payload)));
  }
  await until("the answer", () => bench.slack.world.posts.length > 0);
  await quiet(300);
  expect(bench.slack.world.posts).toHaveLength(1);
  await survived();
});
