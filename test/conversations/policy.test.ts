import { describe, expect, it } from "vitest";
import { createConversations } from "../../src/conversations/create-conversations.ts";
import type { IncomingMessage } from "../../src/conversations/message.ts";
import { noticeAnswer } from "../../src/conversations/notice-answer.ts";
import { createGate, type Notice } from "../../src/policy/gate.ts";
import { type Policy, USUAL_POLICY } from "../../src/policy/policy.ts";
import { openMemoryStorage } from "../../src/storage/in-memory/open.ts";
import { plainQuestion } from "../../src/understanding/question.ts";
import { realBrain } from "../support/brain.ts";

const brain = await realBrain();
let ids = 0;

function setUp(policy: Partial<Policy>) {
  const now = () => 1_000_000;
  return createConversations({
    brain: () => brain,
    storage: openMemoryStorage({ now }),
    gate: createGate({ ...USUAL_POLICY, ...policy }, now),
    onFault: (error) => {
      throw error;
    },
    newId: () => "id",
    now,
  });
}

function mention(text: string, over: Partial<IncomingMessage> = {}): IncomingMessage {
  ids += 1;
  return {
    platform: "slack",
    workspaceId: "T1",
    channelId: "C1",
    userId: "UANN",
    messageId: String(ids),
    text,
    addressed: "mention",
    audience: "public",
    ...over,
  };
}

const PAY = plainQuestion("lookup", ["data-engineer"], ["salary"]);
const OFF = { channels: { answer: "off", listed: [] } } as const;

describe("conversations under a policy", () => {
  it("tell somebody once, alone, why they are not answered, and remember nothing of what they asked", async () => {
    const conversations = setUp(OFF);
    const told = await conversations.receive(mention("data engineer pay"));
    expect(told).toMatchObject({ aside: "notice", answer: { audience: "private", outcome: "declined" } });
    expect(told?.answer.title).toBe("Not in this channel");
    expect(await conversations.receive(mention("data engineer pay"))).toBeUndefined();
    const why = await conversations.explainLast(mention(""));
    expect(JSON.stringify(why.answer)).not.toContain("data-engineer");
  });

  it("count a message once that is delivered twice", async () => {
    const conversations = setUp({ cooldown: { user: { questions: 2, seconds: 60 } } });
    const first = mention("data engineer pay");
    expect(await conversations.receive(first)).toMatchObject({ answer: { outcome: "answered" } });
    expect(await conversations.receive(first)).toBeUndefined();
    expect(await conversations.receive(mention("data analyst pay"))).toMatchObject({
      answer: { outcome: "answered" },
    });
    expect(await conversations.receive(mention("data scientist pay"))).toMatchObject({
      aside: "notice",
      answer: { title: "Please ask again in 60 seconds" },
    });
  });

  it("say of an answer in the open that its asker alone should see it", async () => {
    const conversations = setUp({ ephemeral: true });
    expect(await conversations.receive(mention("data engineer pay"))).toMatchObject({
      discretion: "asker-may-share",
      answer: { audience: "public", outcome: "answered" },
    });
    expect(await conversations.reconsider(mention("data engineer skills"))).toMatchObject({
      discretion: "asker-may-share",
    });
    expect(await conversations.press({ ...mention(""), question: PAY })).toMatchObject({
      discretion: "asker-may-share",
    });
    const direct = mention("data engineer pay", {
      channelId: "D1",
      addressed: "direct",
      audience: "private",
    });
    expect(await conversations.receive(direct)).not.toHaveProperty("discretion");
  });

  it("go on from what was said to one person alone, for them and for nobody who reads the channel", async () => {
    const conversations = setUp({ ephemeral: true });
    await conversations.receive(mention("data engineer skills", { threadId: "1" }));
    const followUp = await conversations.receive(mention("and the salary?", { threadId: "1" }));
    expect(followUp?.question).toEqual(PAY);
  });
});

describe("a notice", () => {
  it.each<[Notice, RegExp]>([
    [{ kind: "not-in-this-channel" }, /other channels.*direct message.*\/role/],
    [{ kind: "commands-only" }, /commands alone, such as \/role.*direct message/],
    [{ kind: "wait", who: "user", seconds: 1 }, /in 1 second\./],
    [{ kind: "wait", who: "user", seconds: 89 }, /in 89 seconds\./],
    [{ kind: "wait", who: "channel", seconds: 90 }, /in 2 minutes, or in a direct message right away/],
    [{ kind: "wait", who: "channel", seconds: 89 * 60 }, /in 89 minutes/],
    [{ kind: "wait", who: "user", seconds: 90 * 60 }, /in 2 hours/],
  ])("%j says what to do next, without exclamation marks", (notice, words) => {
    const { summary, title, audience } = noticeAnswer(notice);
    expect(summary).toMatch(words);
    expect(title + summary).not.toContain("!");
    expect(audience).toBe("private");
  });
});
