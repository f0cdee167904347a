import { describe, expect, it } from "vitest";
import { createConversations } from "../../src/conversations/create-conversations.ts";
import { LastEvidence } from "../../src/conversations/last-evidence.ts";
import type { IncomingMessage, Place } from "../../src/conversations/message.ts";
import { openMemoryStorage } from "../../src/storage/in-memory/open.ts";
import { NO_EVIDENCE } from "../../src/understanding/evidence.ts";
import { FOCUS_LASTS_MS } from "../../src/understanding/focus.ts";
import { plainQuestion } from "../../src/understanding/question.ts";
import { realBrain } from "../support/brain.ts";

const brain = await realBrain();
const place: Place = { platform: "slack", workspaceId: "T1", channelId: "D1", userId: "UANN" };
const elsewhere: Place = { ...place, channelId: "C1" };
const others: Place = { ...place, userId: "UBEN" };

function start() {
  const storage = openMemoryStorage({ now: () => 0 });
  const conversations = createConversations({
    brain: () => brain,
    storage,
    onFault: (error) => {
      throw error;
    },
    newId: () => "id",
    now: () => 0,
  });
  let last = 0;
  const say = (text: string, audience: IncomingMessage["audience"] = "private") =>
    conversations.receive({ ...place, messageId: `${++last}`, text, addressed: "direct", audience });
  return { storage, conversations, say };
}

describe("what a talk is about", () => {
  it("is as good as unknown where another version wrote it", async () => {
    const { storage, say } = start();
    await say("data engineer");
    const [known] = (await storage.people.export(place)).memory;
    expect(known?.focus).toMatchObject({ listed: ["data-engineer"] });
    await storage.memory.put("slack:T1:D1:@UANN:alone", { roles: ["data-engineer"], version: 0 }, place);
    expect((await say("and the salary?"))?.question.roles).toEqual([]);
  });

  it("is kept as ids, never in the words of anybody", async () => {
    const { storage, say } = start();
    await say("so what on earth does a data enginer really earn, my dear bot?");
    expect(JSON.stringify(await storage.people.export(place))).not.toMatch(/earth|dear|enginer/);
  });

  it("is not carried from what was said to one person alone to where others read", async () => {
    const { say } = start();
    await say("what does a data engineer do?", "private");
    expect((await say("and the salary?", "public"))?.question.roles).toEqual([]);
    expect((await say("and the salary?", "private"))?.question.roles).toEqual(["data-engineer"]);
  });

  it("is the goal, once somebody was told of their own way to it", async () => {
    const { say } = start();
    await say("BI analyst, 3 years, SQL and Tableau, want to become a data engineer");
    const reply = await say("what does it pay?");
    expect(reply?.question).toEqual(plainQuestion("lookup", ["data-engineer"], ["salary"]));
  });
});

it("feedback is kept by question and verdict", async () => {
  const { storage, conversations } = start();
  await conversations.takeFeedback(place, plainQuestion("lookup", ["data-engineer"], ["salary"]), "outdated");
  expect(await storage.feedback.since(0)).toEqual([
    { question: "lookup:data-engineer:salary", verdict: "outdated", count: 1 },
  ]);
});

describe("the last evidence", () => {
  const evidence = { ...NO_EVIDENCE, decision: "So." };

  it("is that of its own talk, for as long as a talk is remembered", () => {
    let time = 5_000;
    const last = new LastEvidence(() => time);
    last.keep(place, evidence);
    time += 1_000;
    last.keep(others, { ...evidence, decision: "Other." });
    time += FOCUS_LASTS_MS - 1_001;
    expect(last.of(place)).toEqual(evidence);
    time += 1;
    expect(last.of(place)).toBeUndefined();
    expect(last.of(others)?.decision).toBe("Other.");
  });

  it("is kept of so many talks and no more", () => {
    const last = new LastEvidence(() => 0);
    for (let n = 0; n < 2_001; n++) last.keep({ ...place, channelId: `D${n}` }, evidence);
    expect(last.of({ ...place, channelId: "D0" })).toBeUndefined();
    expect(last.of({ ...place, channelId: "D1" })).toEqual(evidence);
  });

  it("goes with the person that it quotes, wherever they spoke, and stays of others", () => {
    const last = new LastEvidence(() => 0);
    for (const each of [place, elsewhere, others]) last.keep(each, evidence);
    last.forget(place);
    expect([place, elsewhere, others].map((each) => last.of(each))).toEqual([undefined, undefined, evidence]);
  });
});
