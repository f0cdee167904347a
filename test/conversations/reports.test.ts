import { describe, expect, it } from "vitest";
import type { Answer } from "../../src/answers/answer.ts";
import type { Conversations } from "../../src/conversations/conversations.ts";
import type { IncomingMessage } from "../../src/conversations/message.ts";
import { reportingTo } from "../../src/conversations/reports.ts";
import { answerOf, FakeConversations } from "../adapters/slack/fake-conversations.ts";
import { bound } from "../support/bound.ts";

const REPORT = answerOf({ title: "Questions without an answer" });
const message = (text: string, userId = "UANN"): IncomingMessage => ({
  platform: "slack",
  workspaceId: "T1",
  channelId: "C1",
  userId,
  messageId: text + userId,
  text,
  addressed: "mention",
  audience: "public",
});

function conversations(make: () => Promise<Answer> = async () => REPORT): Conversations {
  const mayRead = ({ userId }: { userId: string }) => userId === "UANN";
  return reportingTo(bound(new FakeConversations()), { mayRead, make });
}

describe("the report of what was not answered", () => {
  it.each(["report", "show me the report", "Misses", "/report", "unanswered questions?"])(
    "is given to whoever may see it and writes %j, alone",
    async (text) => {
      expect(await conversations().receive(message(text))).toMatchObject({
        answer: { title: REPORT.title, audience: "private" },
        aside: "notice",
      });
    },
  );

  it("is a question like any to everybody else, and so is every other text", async () => {
    const others = await conversations().receive(message("report", "UBEN"));
    expect(others?.answer.title).toBe("About report");
    const text = "how do I report to my boss?";
    expect((await conversations().receive(message(text)))?.answer.title).toBe(`About ${text}`);
  });

  it("is given once for a message that comes twice", async () => {
    const both = conversations();
    await both.receive(message("report"));
    expect(await both.receive(message("report"))).toBeUndefined();
  });

  it("gives way to the help where it cannot be made just now", async () => {
    const broken = conversations(() => Promise.reject(new Error("the database is down")));
    expect((await broken.receive(message("report")))?.answer.title).toBe("About help");
  });
});
