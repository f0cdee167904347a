import { describe, expect, it } from "vitest";
import { LastEvidence } from "../../src/conversations/last-evidence.ts";
import { memoryStore } from "../../src/conversations/memory-store.ts";
import type { Place } from "../../src/conversations/message.ts";
import { storageStore } from "../../src/conversations/storage-store.ts";
import { openStorage } from "../../src/storage/open.ts";
import { FOCUS_LASTS_MS, type Focus } from "../../src/understanding/focus.ts";
import { plainQuestion } from "../../src/understanding/question.ts";
import { temporaryFolder } from "../storage/support/folder.ts";
import { recordingLog } from "../storage/support/log.ts";

const place: Place = { platform: "terminal", workspaceId: "local", channelId: "c", userId: "u" };
const focus: Focus = {
  question: plainQuestion("lookup", ["data-engineer"]),
  listed: ["data-engineer"],
  asked: false,
};

function clock() {
  let time = 5_000;
  const pass = (ms: number) => {
    time += ms;
  };
  return { now: () => time, pass };
}

async function overStorage(now: () => number) {
  const folder = await temporaryFolder();
  return openStorage({ url: `${folder}/test.db`, now, log: recordingLog() });
}

/** Both stores keep the same promises. */
describe.each([
  ["in the process", async (now: () => number) => ({ store: memoryStore(now), close: async () => {} })],
  [
    "over the storage",
    async (now: () => number) => {
      const storage = await overStorage(now);
      return { store: storageStore(storage), close: () => storage.close() };
    },
  ],
])("a store %s", (_, open) => {
  it("gives a claim to the first alone, until it ends", async () => {
    const { now, pass } = clock();
    const { store, close } = await open(now);
    const taken = await Promise.all([
      store.claim("m", 1_000),
      store.claim("m", 1_000),
      store.claim("n", 1_000),
    ]);
    expect(taken).toEqual([true, false, true]);
    pass(999);
    expect(await store.claim("m", 1_000)).toBe(false);
    pass(1);
    expect(await store.claim("m", 1_000)).toBe(true);
    await close();
  });

  it("remembers a talk for a quarter of an hour after it was last spoken in", async () => {
    const { now, pass } = clock();
    const { store, close } = await open(now);
    expect(await store.recall("talk")).toBeUndefined();
    await store.remember("talk", focus, place);
    pass(FOCUS_LASTS_MS - 1);
    expect(await store.recall("talk")).toEqual(focus);
    await store.remember("talk", focus, place);
    pass(FOCUS_LASTS_MS - 1);
    expect(await store.recall("talk")).toEqual(focus);
    pass(1);
    expect(await store.recall("talk")).toBeUndefined();
    await close();
  });
});

describe("over the storage", () => {
  it("a focus of another version is as good as none", async () => {
    const { now } = clock();
    const storage = await overStorage(now);
    await storage.memory.put("talk", { roles: ["data-engineer"], version: 0 }, place);
    expect(await storageStore(storage).recall("talk")).toBeUndefined();
    await storage.close();
  });

  it("feedback is kept by question and verdict", async () => {
    const { now } = clock();
    const storage = await overStorage(now);
    await storageStore(storage).keepFeedback(place, "lookup:data-engineer:salary", "outdated");
    expect(await storage.feedback.since(0)).toEqual([
      { question: "lookup:data-engineer:salary", verdict: "outdated", count: 1 },
    ]);
    await storage.close();
  });
});

it("in the process the longest silent talk is forgotten first", async () => {
  const store = memoryStore(() => 0);
  await store.remember("first", focus, place);
  await store.remember("second", focus, place);
  await store.remember("first", focus, place);
  for (let n = 0; n < 9_999; n++) await store.remember(`talk ${n}`, focus, place);
  expect(await store.recall("second")).toBeUndefined();
  expect(await store.recall("first")).toEqual(focus);
});

describe("the last evidence", () => {
  const evidence = { roles: [], topics: [], skills: [], cues: [], intents: [], focus: [], decision: "So." };

  it("is that of its own talk, for as long as a talk is remembered", () => {
    const { now, pass } = clock();
    const last = new LastEvidence(now);
    last.keep("a", evidence);
    pass(1_000);
    last.keep("b", { ...evidence, decision: "Other." });
    pass(FOCUS_LASTS_MS - 1_001);
    expect(last.of("a")).toEqual(evidence);
    pass(1);
    expect(last.of("a")).toBeUndefined();
    expect(last.of("b")?.decision).toBe("Other.");
  });

  it("is kept of so many talks and no more", () => {
    const last = new LastEvidence(() => 0);
    for (let n = 0; n < 2_001; n++) last.keep(`talk ${n}`, evidence);
    expect(last.of("talk 0")).toBeUndefined();
    expect(last.of("talk 1")).toEqual(evidence);
  });
});
