import { describe, expect, it, test } from "vitest";
import type { Answer } from "../../src/answers/answer.ts";
import { answerQuestion } from "../../src/answers/answer-question.ts";
import { keepMissed, withoutTraces } from "../../src/conversations/missed.ts";
import { openMemoryStorage } from "../../src/storage/in-memory/open.ts";
import { plainQuestion } from "../../src/understanding/question.ts";
import { realKnowledge } from "../support/brain.ts";

const HOUR_MS = 60 * 60_000;
const knowledge = await realKnowledge();
const ANN = { platform: "slack", workspaceId: "T1", channelId: "C1", userId: "U1" } as const;
const BEN = { ...ANN, userId: "U2" };
const PAY = plainQuestion("lookup", ["data-engineer"], ["salary"]);
const pay = answerQuestion(PAY, knowledge);
const as = (outcome: Answer["outcome"], over: Partial<Answer> = {}): Answer => ({ ...pay, outcome, ...over });

function keeping() {
  const clock = { now: Date.parse("2026-11-24T12:00:00Z") };
  const storage = openMemoryStorage({ now: () => clock.now });
  const faults: unknown[] = [];
  const missed = keepMissed({
    storage,
    knowledge: () => knowledge,
    now: () => clock.now,
    onFault: (error) => void faults.push(error),
  });
  const kept = async () => (await storage.misses.since(0)).map(({ text, kinds }) => ({ text, ...kinds }));
  return { clock, storage, faults, missed, kept };
}

test("what was declined or left open is kept, and what was answered is not", async () => {
  const { missed, kept } = keeping();
  await missed.answered(ANN, "what do they eat", PAY, as("declined"));
  await missed.answered(ANN, "What do they eat?", PAY, as("clarify"));
  await missed.answered(ANN, "what do data engineers earn", PAY, pay);
  expect(await kept()).toEqual([{ text: "what do they eat", declined: 1, unclear: 1, disliked: 0 }]);
});

test.each([
  ["what is about a person", "am I ready", as("clarify", { audience: "private" }), PAY],
  ["what is about privacy", "forget me", as("declined"), plainQuestion("privacy")],
  ["what holds no words", "??? 42", as("clarify"), PAY],
  ["whole documents", "word ".repeat(900), as("declined"), PAY],
])("nothing is kept of %s", async (_, text, answer, question) => {
  const { missed, kept } = keeping();
  await missed.answered(ANN, text, question, answer);
  expect(await kept()).toEqual([]);
});

describe("an answer that is rated down", () => {
  it("keeps the words that it answered, whoever rates it", async () => {
    const { missed, kept } = keeping();
    await missed.answered(ANN, "what do data engineers earn", PAY, pay);
    await missed.ratedDown(BEN, PAY);
    expect(await kept()).toEqual([
      { text: "what do data engineers earn", declined: 0, unclear: 0, disliked: 1 },
    ]);
  });

  it("keeps what its button said where nobody here knows the words: another channel, an hour later, another instance", async () => {
    const { clock, missed, kept } = keeping();
    await missed.answered(ANN, "what do data engineers earn", PAY, pay);
    await missed.ratedDown({ ...ANN, channelId: "C2" }, PAY);
    clock.now += HOUR_MS;
    await missed.ratedDown(ANN, PAY);
    expect(await kept()).toEqual([{ text: "Data engineer: Pay", declined: 0, unclear: 0, disliked: 2 }]);
  });
});

test("a storage that fails is told, and the answer goes out all the same", async () => {
  const faults: unknown[] = [];
  const add = () => Promise.reject(new Error("the database does not answer"));
  const missed = keepMissed({
    storage: { misses: { add, since: async () => [] } },
    knowledge: () => knowledge,
    now: () => 0,
    onFault: (error) => void faults.push(error),
  });
  await missed.answered(ANN, "what do they eat", PAY, as("declined"));
  await missed.ratedDown(ANN, PAY);
  expect(faults).toHaveLength(2);
});

test.each([
  ["mail me at ann.o'neil@mail.example.org, thanks", "mail me at [address], thanks"],
  ["see https://example.org/cv?ann and www.ann.example", "see [link] and [link]"],
  ["<@U123> or <!channel> or <https://x.example|x> said so", "[link] or [link] or [link] said so"],
  ["ask @ann.b about (@ben) pay", "ask [name] about ([name]) pay"],
  ["call +49 (30) 1234-5678 now", "call [number] now"],
  ["100k with 5 years since 2019, C++ and 3.5 GPA", "100k with 5 years since 2019, C++ and 3.5 GPA"],
])("no trace of people: %s", (text, kept) => {
  expect(withoutTraces(text)).toBe(kept);
});
