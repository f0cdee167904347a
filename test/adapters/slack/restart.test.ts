import { expect, it } from "vitest";
import { startSlack } from "../../../src/adapters/slack/start.ts";
import { bound } from "../../support/bound.ts";
import { APP_TOKEN } from "../../support/slack-server/server.ts";
import { FakeConversations } from "./fake-conversations.ts";
import { ANN, CHANNEL, recordingLog, startBench, TEAM, until } from "./harness.ts";

it("a button of an answer still works after a restart, for a bot that remembers nothing of it", async () => {
  const before = await startBench();
  const { slack } = before;
  await slack.people.mention(CHANNEL, ANN, "data engineer");
  const post = await until("the answer", () => slack.world.posts[0]);
  await before.bot.stop(2_000);

  const conversations = new FakeConversations();
  const settings = {
    mode: "socket" as const,
    botToken: `xoxb-${TEAM}-bot`,
    appToken: APP_TOKEN,
    apiUrl: slack.apiUrl,
  };
  const deps = { settings, conversations: bound(conversations), log: recordingLog(), now: Date.now };
  const after = await startSlack(deps);
  await slack.people.press(post, ANN, "Pay");
  await until("the edit", () => post.edits === 1);
  expect(conversations.presses).toMatchObject([
    { question: { intent: "lookup", roles: ["data-engineer"], topics: ["salary"] } },
  ]);
  await after.stop(2_000);
  await slack.close();
});
