import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { answerQuestion } from "../../../src/answers/answer-question.ts";
import { plainText } from "../../../src/answers/plain-text.ts";
import type { Action } from "../../../src/conversations/personal/action.ts";
import { TOPICS } from "../../../src/knowledge/topics.ts";
import { INTENTS, type Question, questionSchema } from "../../../src/understanding/question.ts";
import { knowledge } from "../../guidance/reader.ts";
import { brokenStorage, INTRODUCTION, labels, startTalk, textOf } from "./talk.ts";

async function keptTalk() {
  const talk = startTalk();
  await talk.say(INTRODUCTION);
  await talk.press({ do: "consent", keep: true });
  await talk.say("show my plan");
  await talk.press({ do: "nudges", on: true });
  await talk.storage.feedback.add(talk.place, "lookup:data-engineer", "helpful");
  return talk;
}

describe("what is kept", () => {
  test("can be shown whole", async () => {
    const { say } = await keptTalk();
    const text = textOf(await say("what do you know about me?"));
    for (const part of [
      "Business intelligence analyst",
      "Goal: Data engineer",
      "Your plan",
      "Reminder",
      "“Data engineer”",
    ])
      expect(text).toContain(part);
  });

  test("can be exported as JSON that holds all of it", async () => {
    const { say, storage, place } = await keptTalk();
    const reply = await say("export my data");
    expect(reply?.file?.name).toMatch(/\.json$/);
    expect(JSON.parse(reply!.file!.text)).toEqual(
      JSON.parse(JSON.stringify(await storage.people.export(place))),
    );
  });

  test("is erased only when confirmed, and then wholly", async () => {
    const { say, press, storage, place, clock, personal } = await keptTalk();
    const asked = await say("forget me");
    expect(labels(asked)).toEqual(["Yes, forget me", "Keep it"]);
    await press({ do: "erase", sure: "no" });
    expect(await storage.people.get(place)).toBeDefined();
    await say("forget me");
    expect((await say("yes"))?.answer.title).toBe("Forgotten");
    expect(await storage.people.export(place)).toEqual({ memory: [], feedback: [] });
    expect(await storage.feedback.since(0)).toEqual([]);
    clock.now += 60 * 86_400_000;
    expect(await personal.takeDueReminders(10)).toEqual([]);
    expect(textOf(await say("show my data"))).toContain("I keep no profile of you");
  });

  test("is each workspace's and platform's own", async () => {
    const talk = await keptTalk();
    const other = startTalk({ workspaceId: "T2" }, { storage: talk.storage, clock: talk.clock });
    const discord = startTalk({ platform: "discord" }, { storage: talk.storage, clock: talk.clock });
    for (const { say } of [other, discord])
      expect(textOf(await say("show my data"))).toContain("I keep no profile of you");
    await other.say("forget me");
    await other.say("yes");
    expect(await talk.storage.people.get(talk.place)).toBeDefined();
  });

  test("shows what was rated in words, never in ids", async () => {
    const { say, storage, place } = startTalk();
    await storage.feedback.add(place, "lookup:data-engineer:salary", "outdated");
    await storage.feedback.add(place, "compare:data-engineer+data-scientist", "wrong-role");
    await storage.feedback.add(place, "lookup:a-role-that-is-gone", "too-long");
    const shown = textOf(await say("show my data"));
    expect(shown).toContain("“Data engineer: Pay”: outdated");
    expect(shown).toContain("“Data engineer vs Data scientist”: wrong role");
    expect(shown).toContain("An answer that is no more: too long");
    expect(shown).not.toMatch(/lookup|compare:|data-engineer/);
  });

  test("is not kept by a button of a talk that was forgotten meanwhile", async () => {
    const { say, press, clock, storage, place } = startTalk();
    await say(INTRODUCTION);
    clock.now += 16 * 60_000;
    expect(textOf(await press({ do: "consent", keep: true }))).toContain("forgotten after 15 minutes");
    expect(await storage.people.get(place)).toBeUndefined();
  });
});

describe("in public", () => {
  const roles = fc.uniqueArray(fc.constantFrom(...knowledge.roles.keys()), { minLength: 1, maxLength: 2 });
  const questions: fc.Arbitrary<Question> = fc
    .record({
      intent: fc.constantFrom(...INTENTS),
      roles,
      topics: fc.uniqueArray(fc.constantFrom(...TOPICS), { maxLength: 1 }),
    })
    .map(({ intent, ...rest }) =>
      questionSchema.parse({
        intent,
        ...rest,
        ...(intent === "transition" ? { from: null } : {}),
        ...(intent === "find-roles" || intent === "advice" ? { skills: [] } : {}),
      }),
    );

  test("nothing of a profile appears, whatever is asked: the general answer stands, or a private one", async () => {
    const talk = await keptTalk();
    const texts = [
      "how do I become a data engineer?",
      "what should I learn next?",
      "data engineer pay",
      "tell me something",
      "show my plan",
      "no, 7 years",
    ];
    await fc.assert(
      fc.asyncProperty(
        questions,
        fc.constantFrom(...texts),
        fc.constantFrom("public" as const, "private" as const),
        async (question, text, audience) => {
          const reply = await talk.say(text, question, audience);
          if (reply) expect(reply.answer.audience).toBe("private");
          const general = answerQuestion(question, knowledge);
          if (general.audience === "public")
            expect(plainText(general)).not.toMatch(/5 hours a week|Europe\/Berlin|you told me/i);
        },
      ),
      { numRuns: 150, seed: 2 },
    );
  });

  test("every button gives a private reply", async () => {
    const talk = await keptTalk();
    const actions: Action[] = [
      { do: "consent", keep: true },
      { do: "consent", keep: false },
      { do: "skip", field: "hours" },
      { do: "hours", hours: 3 },
      { do: "target", role: "data-scientist" },
      { do: "target", role: "no-such-role" },
      { do: "done", step: "project" },
      { do: "nudges", on: true },
      { do: "nudges", on: false },
      { do: "suit", answers: "" },
      { do: "suit", answers: "aaaaaa" },
      { do: "suit", answers: "------" },
      { do: "show-data" },
      { do: "export-data" },
      { do: "profile" },
      { do: "edit-profile" },
      { do: "gap" },
      { do: "plan" },
      { do: "progress" },
      { do: "learn-next" },
      { do: "ready" },
      { do: "interview", role: "data-engineer" },
      { do: "erase", sure: "ask" },
      { do: "erase", sure: "yes" },
      { do: "plan" },
    ];
    for (const action of actions) {
      const { answer, buttons } = await talk.press(action);
      expect(answer.audience, action.do).toBe("private");
      expect(answer.title.length).toBeLessThanOrEqual(100);
      for (const { label } of buttons) expect(label.length, label).toBeLessThanOrEqual(38);
    }
    expect(talk.faults).toEqual([]);
  });
});

describe("with the storage down", () => {
  const down = () => startTalk({}, { storage: brokenStorage(), clock: { now: 0 } });

  test("a self-description still gets advice, and hears that nothing is remembered", async () => {
    const { say, faults } = down();
    const reply = await say(INTRODUCTION);
    expect(reply?.answer.title).toContain("data engineer");
    expect(textOf(reply)).toContain("I cannot remember anything just now");
    expect(labels(reply)).toEqual([]);
    expect(faults.length).toBeGreaterThan(0);
  });

  test("facts are left to the rest of the bot", async () => {
    expect(
      await down().say("data engineer pay", {
        intent: "lookup",
        roles: ["data-engineer"],
        topics: ["salary"],
      }),
    ).toBeUndefined();
  });

  test("an erasure that did not happen is not called one", async () => {
    const reply = await down().press({ do: "erase", sure: "yes" });
    expect(reply.answer.outcome).toBe("declined");
    expect(textOf(reply)).toContain("nothing was erased");
  });

  test("no button throws", async () => {
    const talk = down();
    const verbs = [
      "show-data",
      "export-data",
      "profile",
      "gap",
      "plan",
      "progress",
      "learn-next",
      "ready",
    ] as const;
    for (const verb of verbs) expect((await talk.press({ do: verb })).answer.audience).toBe("private");
    for (const on of [true, false])
      expect((await talk.press({ do: "nudges", on })).answer.outcome).toBe("declined");
    expect((await talk.press({ do: "consent", keep: true })).answer.outcome).toBe("declined");
  });
});
