import { expect, it, onTestFinished } from "vitest";
import { startSlack } from "../../src/adapters/slack/start.ts";
import { Keeper } from "../../src/operations/keeper.ts";
import { SILENT_MS } from "../../src/operations/watchdog.ts";
import { FakeConversations } from "../adapters/slack/fake-conversations.ts";
import { recordingLog, until } from "../adapters/slack/harness.ts";
import { bound } from "../support/bound.ts";
import { APP_TOKEN, SlackServer } from "../support/slack-server/server.ts";

it("a real connection that gives no sign of life is built anew, and answers", async () => {
  const slack = await SlackServer.start();
  onTestFinished(() => slack.close());
  slack.world.addWorkspace("T1");
  slack.world.addChannel({ id: "C1", teamId: "T1" });
  let ahead = 0;
  let silenced = false;
  let restarts = 0;
  const conversations = bound(new FakeConversations());
  const log = recordingLog();
  const now = () => Date.now() + ahead;
  const keeper = new Keeper({
    name: "slack",
    // Its heartbeats are not seen as long as the test silences it.
    start: (onFatal) =>
      startSlack({
        settings: {
          mode: "socket",
          botToken: "xoxb-T1-bot",
          appToken: APP_TOKEN,
          apiUrl: slack.apiUrl,
        },
        conversations,
        log,
        now: () => (silenced ? Date.now() : now()),
        onFatal,
      }),
    log,
    now,
    random: () => 0,
    onRestart: () => {
      restarts += 1;
      silenced = false;
    },
    onFatal: (error) => {
      throw error;
    },
    everyMs: 20,
    waitsMs: [1],
  });
  onTestFinished(() => keeper.stop(1_000));
  await keeper.begin();
  expect(slack.socket.opened).toBe(1);
  silenced = true;
  ahead = SILENT_MS + 1;
  await until("a new connection", () => slack.socket.opened === 2 && keeper.health().connected);
  await until("the old one to be gone", () => slack.socket.connections === 1);
  await slack.people.mention("C1", "UANN", "data engineer");
  await until("an answer", () => slack.world.posts.length === 1);
  expect(restarts).toBe(1);
});
