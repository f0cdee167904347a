import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type RunningSlack, startSlack } from "../../../src/adapters/slack/start.ts";
import { bound } from "../../support/bound.ts";
import { APP_TOKEN } from "../../support/slack-server/server.ts";
import { FakeConversations } from "./fake-conversations.ts";
import { ANN, type Bench, CHANNEL, quiet, recordingLog, startBench, TEAM, until } from "./harness.ts";

/** Longer than a twin looks for the other's post, before and after its own. */
const LOOKED_MS = 2_500;

describe("a message that reaches two instances while the database is down", () => {
  let bench: Bench;
  let other: RunningSlack;
  beforeEach(async () => {
    bench = await startBench();
    const conversations = new FakeConversations();
    for (const each of [bench.conversations, conversations]) each.more = { unclaimed: true };
    other = await startSlack({
      conversations: bound(conversations),
      log: recordingLog(),
      now: Date.now,
      settings: {
        mode: "socket",
        botToken: `xoxb-${TEAM}-bot`,
        appToken: APP_TOKEN,
        apiUrl: bench.slack.apiUrl,
      },
    });
    bench.slack.people.doubled = true;
  });
  afterEach(async () => {
    await other.stop(2_000);
    await bench.close();
  });
  const posted = () => bench.slack.callsOf("chat.postMessage").filter(({ error }) => error === undefined);

  it.each([
    ["a mention", () => bench.slack.people.mention(CHANNEL, ANN, "data engineer")],
    ["a direct message", () => bench.slack.people.direct(TEAM, ANN, "data engineer")],
  ])("at once is answered once where it is %s", async (_, ask) => {
    await ask();
    await until("an answer", () => posted().length > 0);
    await quiet(LOOKED_MS);
    expect(bench.slack.world.posts).toHaveLength(1);
  });

  it("is answered once though Slack breaks down after it took an answer", async () => {
    for (let post = 0; post < 2; post++)
      bench.slack.faults.plan("chat.postMessage", { kind: "server-error", done: true });
    await bench.slack.people.mention(CHANNEL, ANN, "data engineer");
    await until("an answer", () => posted().length > 0);
    await quiet(LOOKED_MS + 500);
    expect(bench.slack.world.posts).toHaveLength(1);
  });

  it("leaves the answer of the one that had claimed it", async () => {
    bench.conversations.more = {};
    await bench.slack.people.mention(CHANNEL, ANN, "data engineer");
    await until("an answer", () => posted().length > 0);
    await quiet(LOOKED_MS);
    expect(bench.slack.world.posts).toMatchObject([{ metadata: { event_payload: { claimed: true } } }]);
  });

  it("and late at one of them is not posted again", async () => {
    bench.conversations.delayMs = 1_500;
    await bench.slack.people.mention(CHANNEL, ANN, "data engineer");
    await until("the late one to be asked", () => bench.conversations.received.length === 1);
    await quiet(1_500 + LOOKED_MS);
    expect(bench.slack.world.posts).toHaveLength(1);
    expect(posted()).toHaveLength(1);
  });
});
