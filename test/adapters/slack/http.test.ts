import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { HttpDelivery } from "../../support/slack-server/http-delivery.ts";
import { ANN, type Bench, CHANNEL, quiet, startBench, until } from "./harness.ts";

describe("HTTP mode", () => {
  let bench: Bench;
  let http: HttpDelivery;
  beforeEach(async () => {
    bench = await startBench("http");
    http = bench.slack.postTo(`http://127.0.0.1:${bench.bot.port}/slack/events`);
  });
  afterEach(() => bench.close());
  const get = (path: string) => fetch(`http://127.0.0.1:${bench.bot.port}${path}`);

  const mention = () => {
    const [workspace] = bench.slack.world.workspaces;
    if (workspace === undefined) throw new Error("no workspace");
    const said = { channel: CHANNEL, user: ANN, text: `<@${workspace.botUserId}> hello` };
    const { ts } = bench.slack.world.say({ ...said, teamId: workspace.teamId });
    return JSON.stringify(
      bench.slack.people.eventPayload(workspace, { type: "app_mention", ts, event_ts: ts, ...said }),
    );
  };
  const old = () => ({ "x-slack-request-timestamp": String(Math.floor(Date.now() / 1000) - 6 * 60) });

  it.each([
    ["a signature of another secret", () => ({ "x-slack-signature": `v0=${"0".repeat(64)}` })],
    ["a signature in an unknown form", () => ({ "x-slack-signature": "v1=abc" })],
    ["a time more than five minutes ago", old],
  ])("refuses %s with 401", async (_, headers) => {
    const answer = await http.post(mention(), "application/json", headers());
    expect(answer.status).toBe(401);
    await quiet();
    expect(bench.conversations.received).toEqual([]);
  });

  it("refuses a body that was changed after signing", async () => {
    const timestamp = String(Math.floor(Date.now() / 1000));
    const answer = await fetch(`http://127.0.0.1:${bench.bot.port}/slack/events`, {
      method: "POST",
      body: mention().replace("hello", "goodbye"),
      headers: {
        "content-type": "application/json",
        "x-slack-request-timestamp": timestamp,
        "x-slack-signature": `v0=${"a".repeat(64)}`,
      },
    });
    expect(answer.status).toBe(401);
  });

  it("answers once what Slack sends again", async () => {
    const body = mention();
    const retried = { "x-slack-retry-num": "1", "x-slack-retry-reason": "http_timeout" };
    await http.post(body, "application/json");
    await http.post(body, "application/json", retried);
    await until("the answer", () => bench.slack.world.posts.length === 1);
    await quiet();
    expect(bench.slack.world.posts).toHaveLength(1);
  });

  it("answers Slack's check of the address", async () => {
    const body = JSON.stringify({ type: "url_verification", challenge: "abc" });
    const answer = await http.post(body, "application/json");
    expect(await answer.json()).toEqual({ challenge: "abc" });
  });

  it("says on the same port that it lives and is ready", async () => {
    for (const path of ["/healthz", "/readyz"]) {
      const answer = await get(path);
      expect(answer.status).toBe(200);
      expect(await answer.json()).toEqual({ ok: true });
    }
    expect((await get("/wp-login.php")).status).toBe(404);
  });
});
