import { describe, expect, it } from "vitest";
import { createConversations } from "../../src/conversations/create-conversations.ts";
import type { IncomingMessage } from "../../src/conversations/message.ts";
import { openMemoryStorage } from "../../src/storage/in-memory/open.ts";
import { realBrain } from "../support/brain.ts";

const brain = await realBrain();
const PLACE = { platform: "slack", workspaceId: "T1", channelId: "C1", userId: "UANN" } as const;

function talk(keepMisses: boolean) {
  const now = () => Date.parse("2026-11-24T12:00:00Z");
  const storage = openMemoryStorage({ now });
  let messages = 0;
  const conversations = createConversations({
    brain: () => brain,
    storage,
    keepMisses,
    newId: () => "id",
    now,
    onFault(error) {
      throw error;
    },
  });
  const say = (text: string, over: Partial<IncomingMessage> = {}) => {
    messages += 1;
    const message = {
      ...PLACE,
      messageId: String(messages),
      text,
      addressed: "mention",
      audience: "public",
    } as const;
    return conversations.receive({ ...message, ...over });
  };
  const kept = async () => (await storage.misses.since(0)).map(({ text, kinds }) => ({ text, ...kinds }));
  return { conversations, say, kept };
}

describe("with KEEP_MISSES", () => {
  it("keeps what was declined, what was asked back, and what was rated down, each in its own words", async () => {
    const { conversations, say, kept } = talk(true);
    await say("what is the weather in Rome, asks ann@mail.example");
    await say("how much do they earn?", { userId: "UBEN" });
    const reply = await say("what does a data engineer earn", { userId: "UCARL" });
    await conversations.takeFeedback(PLACE, reply!.question, "wrong-topic");
    expect(await kept()).toEqual([
      { text: "how much do they earn?", declined: 0, unclear: 1, disliked: 0 },
      { text: "what does a data engineer earn", declined: 0, unclear: 0, disliked: 1 },
      { text: "what is the weather in Rome, asks [address]", declined: 1, unclear: 0, disliked: 0 },
    ]);
  });

  it("keeps nothing that went well, nothing about a person, and nothing that was found helpful", async () => {
    const { conversations, say, kept } = talk(true);
    const reply = await say("what does a data engineer earn");
    await conversations.takeFeedback(PLACE, reply!.question, "helpful");
    await say("am I ready to be a data engineer?", { audience: "private", addressed: "direct" });
    await say("forget me");
    expect(await kept()).toEqual([]);
  });
});

describe("without", () => {
  it("keeps nothing", async () => {
    const { conversations, say, kept } = talk(false);
    await say("what is the weather in Rome");
    const reply = await say("what does a data engineer earn");
    await conversations.takeFeedback(PLACE, reply!.question, "outdated");
    expect(await kept()).toEqual([]);
  });
});
