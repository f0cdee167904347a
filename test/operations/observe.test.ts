import { describe, expect, it } from "vitest";
import type { Conversations } from "../../src/conversations/conversations.ts";
import { createMetrics } from "../../src/operations/metrics.ts";
import { observed } from "../../src/operations/observe.ts";
import { plainQuestion } from "../../src/understanding/question.ts";
import { FakeConversations } from "../adapters/slack/fake-conversations.ts";
import { bound } from "../support/bound.ts";

const PLACE = { platform: "slack", workspaceId: "T1", channelId: "C1", userId: "U1" } as const;
const MESSAGE = {
  ...PLACE,
  messageId: "1",
  text: "what does a data engineer do",
  addressed: "mention",
  audience: "public",
} as const;

function counted() {
  const metrics = createMetrics(async () => ({
    platforms: {},
    database: "ok",
    knowledge: { version: "1", roles: 1 },
  }));
  let at = 0;
  const fake = new FakeConversations();
  const conversations: Conversations = bound(fake);
  const watch = (those: Conversations) =>
    observed(those, metrics, () => {
      at += 7;
      return at;
    });
  const watched = watch(conversations);
  const samples = async (name: string) =>
    (await metrics.expose()).body.split("\n").filter((line) => line.startsWith(name));
  return { watch, watched, samples, conversations };
}

describe("observed conversations", () => {
  it("answer as the ones below, counted and timed", async () => {
    const { watched, samples, conversations } = counted();
    expect(await watched.receive(MESSAGE)).toEqual(await conversations.reconsider(MESSAGE));
    expect(await samples("rolewise_answers_total")).toEqual([
      expect.stringMatching(/platform="slack",intent="[a-z-]+",outcome="answered"\} 1$/),
    ]);
    expect(await samples("rolewise_answer_seconds_sum")).toEqual([
      'rolewise_answer_seconds_sum{platform="slack"} 0.007',
    ]);
  });

  it("count a verdict against an answer as a miss, one for it not", async () => {
    const { watched, samples } = counted();
    await watched.takeFeedback(PLACE, plainQuestion("help"), "helpful");
    expect(await samples("rolewise_misses_total")).toEqual([]);
    await watched.takeFeedback(PLACE, plainQuestion("help"), "outdated");
    expect(await samples("rolewise_misses_total")).toEqual([
      'rolewise_misses_total{platform="slack",how="not-helpful"} 1',
    ]);
  });

  it.each(["notice", "fault"] as const)("count a %s as that, and as no miss", async (aside) => {
    const { watch, samples, conversations } = counted();
    const reply = await conversations.reconsider(MESSAGE);
    const answer = { ...reply.answer, outcome: "declined" as const };
    await watch({ ...conversations, receive: async () => ({ ...reply, answer, aside }) }).receive(MESSAGE);
    expect(await samples("rolewise_answers_total")).toEqual([expect.stringContaining(`outcome="${aside}"`)]);
    expect(await samples("rolewise_misses_total")).toEqual([]);
  });

  it("leave everything else as it is", () => {
    const { watched, conversations } = counted();
    expect(watched.suggestRoles("", 3)).toEqual(conversations.suggestRoles("", 3));
  });
});
