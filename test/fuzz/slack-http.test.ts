import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ANN, type Bench, CHANNEL, quiet, startBench, until } from "../adapters/slack/harness.ts";
import type { HttpDelivery } from "../support/slack-server/http-delivery.ts";
import { crashWatch } from "./crashes.ts";
import { CANARY, type Json, Mutator, NO_PAYLOADS } from "./mutator.ts";
import { goodPayloads, type Wire } from "./slack-payloads.ts";

/** How many broken ones of each kind of payload; what breaks is told by its seed and number. */
const ROUNDS = 40;
/** What nobody listens to is refused after three seconds, so that one by one would take long. */
const AT_ONCE = 140;
const JSON_TYPE = "application/json";
const FORM_TYPE = "application/x-www-form-urlencoded";

const watch = crashWatch();
let bench: Bench;
let http: HttpDelivery;
let url: string;
beforeEach(async () => {
  bench = await startBench("http");
  url = `http://127.0.0.1:${bench.bot.port}/slack/events`;
  http = bench.slack.postTo(url);
});
afterEach(() => bench.close());

/** Taken and ignored, or refused. A 500 would have Slack send an event again that never gets better. */
const REFUSED = [200, 400, 401, 404, 413];
const statusOf = ({ status }: Response) => status;

/** The body that carries a payload, as Slack writes it. */
function bodyOf(wire: Wire, payload: Json): { body: string; type: string } {
  if (wire === "event") return { body: JSON.stringify(payload), type: JSON_TYPE };
  const fields: [string, string][] =
    wire === "interactive"
      ? [["payload", JSON.stringify(payload)]]
      : Object.entries(payload as object).map(([key, value]) => [
          key,
          typeof value === "string" ? value : JSON.stringify(value),
        ]);
  return { body: new URLSearchParams(fields).toString(), type: FORM_TYPE };
}

/** The bot lives, nothing nearly ended it, and nothing that was typed is in its log. */
async function survived(): Promise<void> {
  const before = bench.slack.world.posts.length;
  await bench.slack.people.mention(CHANNEL, ANN, "hello");
  await until("an answer after all that", () => bench.slack.world.posts.length > before);
  expect((await fetch(new URL("/healthz", url))).status).toBe(200);
  expect(watch.crashes).toEqual([]);
  expect(bench.log.lines.filter((line) => JSON.stringify(line).includes(CANARY))).toEqual([]);
}

describe("signed requests", () => {
  it("with a body that is no payload are refused or ignored", async () => {
    const types = [JSON_TYPE, FORM_TYPE, "text/plain", "multipart/form-data; boundary=x", ""];
    const requests = NO_PAYLOADS.flatMap((body, n) =>
      types.map((type) => ({ n, type, status: http.post(body, type).then(statusOf) })),
    );
    const answers = await Promise.all(requests.map(async (each) => ({ ...each, status: await each.status })));
    expect(answers.filter(({ status }) => !REFUSED.includes(status))).toEqual([]);
    expect(bench.conversations.received).toEqual([]);
    await survived();
  });

  it("with broken payloads of every kind are refused or ignored", async () => {
    const broken = goodPayloads(bench.slack).flatMap(({ wire, payload }, kind) => {
      const mutator = new Mutator(1_000 + kind);
      return Array.from({ length: ROUNDS }, (_, n) => ({
        kind,
        n,
        ...bodyOf(wire, mutator.broken(payload)),
      }));
    });
    const answers: { kind: number; n: number; status: number }[] = [];
    for (let at = 0; at < broken.length; at += AT_ONCE) {
      const requests = broken.slice(at, at + AT_ONCE).map(async ({ kind, n, body, type }) => {
        answers.push({ kind, n, status: statusOf(await http.post(body, type)) });
      });
      await Promise.all(requests);
    }
    expect(answers.filter(({ status }) => !REFUSED.includes(status))).toEqual([]);
    await survived();
  }, 60_000);

  const breaks: [string, (event: { [key: string]: Json }) => Json][] = [
    ["an event that is null", (event) => ({ ...event, event: null })],
    ["an event that is a word", (event) => ({ ...event, event: CANARY })],
    ["an authorization that is null", (event) => ({ ...event, authorizations: [null] })],
    ["a payload that is null", () => null],
  ];
  it.each(breaks)("that Bolt cannot take apart are refused once and for all: %s", async (_, breakIt) => {
    const good = goodPayloads(bench.slack)[0]!.payload as { [key: string]: Json };
    const { body, type } = bodyOf("event", breakIt(good));
    const response = await http.post(body, type);
    expect([response.status, response.headers.get("x-slack-no-retry")]).toEqual([400, "1"]);
    expect(bench.log.lines.filter(({ level }) => level === "error")).toEqual([]);
    await survived();
  });

  it("of unknown types are taken and change nothing", async () => {
    const [event] = goodPayloads(bench.slack);
    const types = [
      "",
      "message.deleted",
      "emoji_changed",
      "agent_session_started",
      CANARY,
      "constructor",
      "__proto__",
    ];
    const statuses = await Promise.all(
      types.flatMap((type) => {
        const inner = { type, channel: CHANNEL, user: ANN, text: "hello", ts: "1.1" };
        const form = { payload: JSON.stringify({ type, team: { id: "T1" }, user: { id: ANN } }) };
        return [
          http
            .post(JSON.stringify({ ...(event!.payload as object), event: inner }), JSON_TYPE)
            .then(statusOf),
          http.post(new URLSearchParams(form).toString(), FORM_TYPE).then(statusOf),
        ];
      }),
    );
    expect(statuses.filter((status) => !REFUSED.includes(status))).toEqual([]);
    await quiet();
    expect(bench.conversations.received).toEqual([]);
    await survived();
  });
});

describe("requests that Slack did not sign", () => {
  const forgeries: [string, (good: Headers) => Record<string, string | undefined>][] = [
    ["without a signature", () => ({ "x-slack-signature": undefined })],
    ["without a time", () => ({ "x-slack-request-timestamp": undefined })],
    ["with an empty signature", () => ({ "x-slack-signature": "" })],
    ["with a signature of the right length", () => ({ "x-slack-signature": `v0=${"a".repeat(64)}` })],
    ["with a signature of another length", () => ({ "x-slack-signature": `v0=${"a".repeat(63)}` })],
    ["with a signature of letters beyond ASCII", () => ({ "x-slack-signature": `v0=${"é".repeat(32)}` })],
    ["with a time that is none", () => ({ "x-slack-request-timestamp": "yesterday" })],
    ["with an endless time", () => ({ "x-slack-request-timestamp": "9".repeat(400) })],
    [
      "six minutes old",
      (good) => ({
        "x-slack-request-timestamp": String(Number(good.get("x-slack-request-timestamp")) - 360),
      }),
    ],
    [
      "six minutes ahead",
      (good) => ({
        "x-slack-request-timestamp": String(Number(good.get("x-slack-request-timestamp")) + 360),
      }),
    ],
  ];

  it.each(forgeries)("%s are refused with 401, whatever they carry", async (_, forge) => {
    for (const { wire, payload } of goodPayloads(bench.slack)) {
      const { body, type } = bodyOf(wire, payload);
      const headers = http.headersFor(body, type);
      for (const [name, value] of Object.entries(forge(headers))) {
        if (value === undefined) headers.delete(name);
        else headers.set(name, value);
      }
      const { status } = await fetch(url, { method: "POST", body, headers });
      expect(status).toBe(401);
    }
    await quiet();
    const { received, presses, feedback, explained } = bench.conversations;
    expect([received, presses, feedback, explained]).toEqual([[], [], [], []]);
    await survived();
  });
});

it("a request that is sent again is answered once, and refused once its time is over", async () => {
  const [workspace] = bench.slack.world.workspaces;
  const said = { channel: CHANNEL, user: ANN, text: `<@${workspace!.botUserId}> hello` };
  const { ts } = bench.slack.world.say({ ...said, teamId: workspace!.teamId });
  const mention = { type: "app_mention", ts, event_ts: ts, ...said };
  const { body, type } = bodyOf("event", bench.slack.people.eventPayload(workspace!, mention) as Json);
  const headers = http.headersFor(body, type);
  const send = () => fetch(url, { method: "POST", body, headers });
  const statuses = await Promise.all(Array.from({ length: 20 }, async () => (await send()).status));
  expect(new Set(statuses)).toEqual(new Set([200]));
  await until("the answer", () => bench.slack.world.posts.length === 1);
  await quiet();
  expect(bench.slack.world.posts).toHaveLength(1);
  const old = String(Math.floor(Date.now() / 1000) - 6 * 60);
  const late = http.headersFor(body, type, old);
  expect((await fetch(url, { method: "POST", body, headers: late })).status).toBe(401);
});

it("a check of the line is answered unsigned, and nothing that comes along with it is read", async () => {
  const { payload } = goodPayloads(bench.slack)[0]!;
  for (const body of [
    "ssl_check=1",
    new URLSearchParams({ ssl_check: "1", payload: JSON.stringify(payload) }).toString(),
    new URLSearchParams({ ssl_check: "1", command: "/compare", text: CANARY }).toString(),
  ])
    expect(statusOf(await fetch(url, { method: "POST", body, headers: { "content-type": FORM_TYPE } }))).toBe(
      200,
    );
  await quiet();
  expect(bench.conversations.received).toEqual([]);
  await survived();
});

it("other methods and paths are turned away", async () => {
  for (const method of ["GET", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD"])
    expect((await fetch(url, { method })).status, method).toBe(404);
  for (const path of [
    "/",
    "/slack",
    "/slack/events/",
    "/slack/events/..",
    "/%00",
    "/slack/install",
    `/${CANARY.repeat(200)}`,
  ])
    expect((await fetch(new URL(path, url), { method: "POST", body: "{}" })).status, path).toBe(404);
  await survived();
});
