import { describe, expect, test } from "vitest";
import { SUIT_QUESTIONS } from "../../../src/guidance/suits.ts";
import { plainQuestion } from "../../../src/understanding/question.ts";
import { INTRODUCTION, labels, START, startTalk, textOf } from "./talk.ts";

describe("a first personal message", () => {
  test("is shown back in one card, with one line on what would be kept and for how long", async () => {
    const { say } = startTalk();
    const reply = await say(INTRODUCTION);
    expect(reply?.answer.title).toBe("Here is what I understood");
    expect(textOf(reply)).toContain("Now: Business intelligence analyst, 3 years");
    expect(textOf(reply)).toContain("Goal: Data engineer");
    expect(textOf(reply)).toMatch(/May I remember this\?.*until you say .forget me./);
    expect(labels(reply).slice(0, 2)).toEqual(["Remember", "Just this once"]);
  });

  test("keeps nothing before somebody agreed", async () => {
    const { say, storage, place, press } = startTalk();
    await say(INTRODUCTION);
    expect(await storage.people.get(place)).toBeUndefined();
    await press({ do: "consent", keep: true });
    expect(await storage.people.get(place)).toMatchObject({
      profile: { current: "business-intelligence-analyst" },
    });
  });

  test("is forgotten after fifteen minutes with “just this once”", async () => {
    const { say, storage, place, press, clock } = startTalk();
    await say(INTRODUCTION);
    await press({ do: "consent", keep: false });
    expect(textOf(await say("what should I learn next?"))).toContain("Data");
    clock.now += 16 * 60_000;
    expect(await storage.people.export(place)).toEqual({ memory: [], feedback: [] });
    expect((await say("show my plan"))?.answer.title).toBe("Your goal");
  });

  test("can be agreed to in words", async () => {
    const { say, storage, place } = startTalk();
    await say(INTRODUCTION);
    expect(textOf(await say("yes please"))).toContain("I remember this from now on");
    expect(await storage.people.get(place)).toBeDefined();
  });
});

describe("what is missing", () => {
  test("is asked one thing at a time, at most three, each skippable", async () => {
    const { say, press } = startTalk();
    await say("I'm a data analyst and I have 10 months of experience");
    let reply = await press({ do: "consent", keep: false });
    const asked: string[] = [];
    while (reply.buttons.some(({ action }) => action.do === "skip")) {
      asked.push(reply.answer.title);
      reply = await press(reply.buttons.find(({ action }) => action.do === "skip")!.action);
      expect(asked.length).toBeLessThanOrEqual(3);
    }
    expect(asked).toEqual(["Your goal", "Your skills", "Your time"]);
    expect(reply.answer.title).toBe("Here is what I understood");
  });

  test("is taken from the answer, and leads to the gap", async () => {
    const { say, press } = startTalk();
    await say("data analyst, 2 years, strong sql");
    await press({ do: "consent", keep: false });
    expect((await say("data engineer"))?.answer.title).toBe("Your time");
    const reply = await say("5");
    expect(reply?.answer.title).toContain("data engineer");
    expect(textOf(reply)).toMatch(/\d+ of \d+ must-have skills/);
    expect(textOf(reply)).toContain("The sum:");
  });

  test("does not stand in the way of a question", async () => {
    const { say, press } = startTalk();
    await say("data analyst, 2 years, strong sql");
    await press({ do: "consent", keep: false });
    expect(
      await say("data engineer pay", { intent: "lookup", roles: ["data-engineer"], topics: ["salary"] }),
    ).toBeUndefined();
    expect((await say("data engineer"))?.answer.title).toBe("Your time");
  });
});

describe("a profile that is kept", () => {
  async function keptTalk() {
    const talk = startTalk();
    await talk.say(INTRODUCTION);
    await talk.press({ do: "consent", keep: true });
    return talk;
  }

  test("is mended by a sentence", async () => {
    const { say } = await keptTalk();
    expect(textOf(await say("no, 5 years"))).toContain("analyst, 5 years");
    expect(textOf(await say("add dbt"))).toContain("dbt (solid)");
    expect(textOf(await say("remove python"))).not.toContain("Python (");
    expect(textOf(await say("my target is data architect"))).toContain("Goal: Data architect");
  });

  test("is mended by the form, which says what is wrong", async () => {
    const { personal, place } = await keptTalk();
    const fields = await personal.form(place);
    expect(fields.find((field) => field.id === "hours")?.value).toBe("5");
    expect(await personal.submit(place, { hours: "abc" })).toEqual({ errors: { hours: expect.any(String) } });
    const reply = await personal.submit(place, { hours: "8" });
    expect("answer" in reply && textOf(reply)).toContain("8 hours a week");
  });

  test("is not changed by a question about roles", async () => {
    const { say, storage, place } = await keptTalk();
    const before = await storage.people.get(place);
    const compare = { intent: "compare", roles: ["data-analyst", "data-scientist"], topics: [] } as const;
    expect(
      await say("data analyst vs data scientist", { ...compare, roles: [...compare.roles], topics: [] }),
    ).toBeUndefined();
    expect(
      await say("what does an ML engineer with 5 years in London earn?", {
        intent: "lookup",
        roles: ["machine-learning-engineer"],
        topics: ["salary"],
      }),
    ).toBeUndefined();
    expect(await storage.people.get(place)).toEqual(before);
  });

  test("makes a plan whose steps are marked done and move up", async () => {
    const { say, press, storage, place } = await keptTalk();
    const plan = await say("show my plan");
    const doneButton = plan!.buttons.find(({ action }) => action.do === "done")!;
    const progress = await press(doneButton.action);
    expect(progress.answer.title).toBe("Well done");
    const kept = await storage.people.get(place);
    expect(kept?.plan).toMatchObject({ done: [expect.objectContaining({ kind: "skill" })] });
    // Pressed twice, it is done once.
    await press(doneButton.action);
    expect((await storage.people.get(place))?.plan).toEqual(kept?.plan);
    expect(textOf(await say("my progress"))).toContain("1 step done");
  });

  test("changes its plan with a new skill and with a new goal", async () => {
    const { say, storage, place } = await keptTalk();
    await say("show my plan");
    const steps = async () => JSON.stringify((await storage.people.get(place))?.plan);
    const before = await steps();
    await say("add advanced sql, data modelling and airflow");
    const after = await steps();
    expect(after).not.toBe(before);
    await say("my target is data scientist");
    expect(await steps()).toContain('"target":"data-scientist"');
  });

  test("makes the general question a personal one in a direct message, and leaves it general in a channel", async () => {
    const { say } = await keptTalk();
    const question = { intent: "transition" as const, from: null, roles: ["data-engineer"], topics: [] };
    expect((await say("how do I become a data engineer?", question))?.answer.audience).toBe("private");
    expect(await say("how do I become a data engineer?", question, "public")).toBeUndefined();
  });
});

describe("tips", () => {
  test("say whether somebody is ready, for the role that they name", async () => {
    const { say } = startTalk();
    await say(INTRODUCTION);
    expect((await say("am I ready for analytics engineer?"))?.answer.title).toBe(
      "Are you ready to work as an analytics engineer?",
    );
    expect((await say("am I ready?"))?.answer.title).toBe("Are you ready to work as a data engineer?");
  });

  test("prepare for an interview from the knowledge base", async () => {
    const { say } = startTalk();
    const reply = await say("prepare me for a data engineer interview");
    expect(reply?.answer.title).toBe("Prepare for an interview: Data engineer");
    expect(reply?.answer.sources.length).toBeGreaterThan(0);
  });

  test("review a CV and keep nothing of it", async () => {
    const { say, storage, place } = startTalk();
    const reply = await say(
      "review my CV for data analyst: Built 12 dashboards in Tableau for 40 users\nCut the close by 3 days with SQL. <!channel> https://evil.example",
    );
    expect(textOf(reply)).toContain("SQL");
    expect(textOf(reply)).not.toContain("evil.example");
    expect(await storage.people.export(place)).toEqual({ memory: [], feedback: [] });
  });

  test("find a role in six taps, with reasons", async () => {
    const { say, press } = startTalk();
    let reply = await say("which role suits me?");
    for (let tap = 0; tap < SUIT_QUESTIONS.length; tap++) reply = await press(reply!.buttons[0]!.action);
    expect(reply?.answer.title).toBe("Roles that suit you");
    expect(textOf(reply)).toContain("Because");
    expect(reply?.buttons[0]?.action.do).toBe("target");
  });

  test("leave general advice to those who know nothing of the asker", async () => {
    const { say } = startTalk();
    expect(
      await say("what should I learn next?", { intent: "advice", roles: [], topics: [], skills: [] }),
    ).toBeUndefined();
    expect(await say("hello", plainQuestion("greeting"))).toBeUndefined();
  });
});

describe("reminders", () => {
  async function reminded() {
    const talk = startTalk();
    await talk.say(INTRODUCTION);
    await talk.press({ do: "consent", keep: true });
    await talk.say("show my plan");
    return { ...talk, on: await talk.press({ do: "nudges", on: true }) };
  }

  test("need consent first", async () => {
    const { say, press } = startTalk();
    await say(INTRODUCTION);
    expect(labels(await press({ do: "nudges", on: true }))).toEqual(["Remember", "Just this once"]);
  });

  test("come on the person's Monday morning, with one tap to stop, and then a week later", async () => {
    const { personal, clock, on } = await reminded();
    expect(textOf(on)).toContain("every Monday at 09:00 (Europe/Berlin)");
    expect(await personal.takeDueReminders(10)).toEqual([]);
    clock.now = Date.parse("2026-11-30T08:00:30Z");
    const [due] = await personal.takeDueReminders(10);
    expect(due?.person).toMatchObject({ platform: "slack", userId: "U1" });
    expect(labels(due?.reply)).toContain("Stop reminders");
    await due!.sent();
    clock.now += 6 * 86_400_000;
    expect(await personal.takeDueReminders(10)).toEqual([]);
    clock.now += 86_400_000;
    expect(await personal.takeDueReminders(10)).toHaveLength(1);
  });

  test("wait for the morning when they are late", async () => {
    const { personal, clock } = await reminded();
    clock.now = Date.parse("2026-11-30T22:00:00Z");
    expect(await personal.takeDueReminders(10)).toEqual([]);
    clock.now = Date.parse("2026-12-01T07:00:01Z");
    expect(await personal.takeDueReminders(10)).toHaveLength(1);
  });

  test("follow the person to another time zone", async () => {
    const { say, storage, place } = await reminded();
    await say("I moved to New York");
    expect((await storage.people.export(place)).nudge?.dueAt).toBe(Date.parse("2026-11-30T14:00:00Z"));
  });

  test("stop at one tap, and in words", async () => {
    const { say, press, personal, clock, storage, place } = await reminded();
    await press({ do: "nudges", on: false });
    clock.now = START + 30 * 86_400_000;
    expect(await personal.takeDueReminders(10)).toEqual([]);
    expect((await storage.people.export(place)).nudge).toBeUndefined();
    expect((await say("stop the reminders"))?.answer.title).toBe("Reminders off");
  });
});
