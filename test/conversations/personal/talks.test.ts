import { describe, expect, test } from "vitest";
import { plainQuestion, type Question } from "../../../src/understanding/question.ts";
import { INTRODUCTION, labels, START, startTalk, textOf } from "./talk.ts";

const CV = "review my CV: Built 12 dashboards in Tableau for 40 users. Cut the close by 3 days with SQL.";
const wayTo = (role: string): Question => ({ intent: "transition", from: null, roles: [role], topics: [] });

describe("who says what they do and nothing else", () => {
  test.each(["I work as a teacher", "hi, I'm a data analyst", "I am a nurse at a hospital"])(
    "%s",
    async (text) => {
      const { say } = startTalk();
      expect((await say(text))?.answer.title).toBe("Here is what I understood");
    },
  );

  test.each<[string, Question]>([
    [
      "I'm a data analyst, what tools do data engineers use?",
      plainQuestion("lookup", ["data-engineer"], ["tools"]),
    ],
    ["I'm a nurse, how do I become a data analyst", wayTo("data-analyst")],
    ["data analyst", plainQuestion("lookup", ["data-analyst"])],
  ])("is heard, and who asks is answered: %s", async (text, question) => {
    expect(await startTalk().say(text, question)).toBeUndefined();
  });
});

describe("who tells and asks in one", () => {
  const text = "I've been a BI analyst for 3 years (SQL, Power BI), how do I become a data engineer?";

  test("is answered at once, and asked whether it may be remembered", async () => {
    const { say, press, storage, place } = startTalk();
    const reply = await say(text, wayTo("data-engineer"));
    expect(textOf(reply)).toContain("must-have skills of a data engineer");
    expect(textOf(reply)).toContain("May I remember this?");
    expect(labels(reply).slice(-2)).toEqual(["Remember", "Just this once"]);
    expect(await storage.people.get(place)).toBeUndefined();
    // Nothing more is asked first: the answer was given.
    expect(textOf(await press({ do: "consent", keep: true }))).toContain("I remember this from now on");
    expect(await storage.people.get(place)).toMatchObject({ profile: { targets: ["data-engineer"] } });
  });

  test("finds the choice again where the answer is given again, as in the DM that it is taken along to", async () => {
    const { say, press } = startTalk();
    const reply = await say(text, wayTo("data-engineer"));
    const again = await press(reply!.again!);
    expect(textOf(again)).toContain("Not remembered yet");
    expect(labels(again).slice(-2)).toEqual(["Remember", "Just this once"]);
    await press({ do: "consent", keep: false });
    expect(textOf(await press(reply!.again!))).not.toContain("Not remembered yet");
  });

  test("is asked once", async () => {
    const { say } = startTalk();
    await say(text, wayTo("data-engineer"));
    const changed = textOf(await say("no, 5 years"));
    expect(changed).toContain("Not remembered yet");
    expect(changed).not.toContain("May I remember this?");
  });
});

describe("what the talk has shown already", () => {
  test("a goal that was asked about, and a start that was told, are part of the profile", async () => {
    const { personal, place } = startTalk();
    const message = {
      ...place,
      messageId: "1",
      text: "I know SQL and Excel, 5 hours a week",
      addressed: "direct",
      audience: "private",
    } as const;
    const reply = await personal.receive(message, plainQuestion("out-of-scope"), {
      own: null,
      goal: "data-analyst",
    });
    expect(textOf(reply)).toContain("Now: outside data and ML");
    expect(textOf(reply)).toContain("Goal: Data analyst");
  });

  test.each(["just this once", "yes", "remember me"])(
    "a way that was asked for before the choice is the goal: %s",
    async (text) => {
      const { personal, place, say } = startTalk();
      await say("I work as a teacher");
      const message = { ...place, messageId: "2", text, addressed: "direct", audience: "private" } as const;
      await personal.receive(message, plainQuestion("out-of-scope"), { goal: "data-analyst" });
      expect(textOf(await say("what is my profile"))).toContain("Goal: Data analyst");
    },
  );

  test("and so it is where the choice is a button", async () => {
    const { personal, place, say } = startTalk();
    await say("I work as a teacher");
    await personal.press(place, { do: "consent", keep: false }, { goal: "data-analyst" });
    expect(textOf(await say("what is my profile"))).toContain("Goal: Data analyst");
  });

  test("a goal that was told outlasts a way that was asked for", async () => {
    const { personal, place, say } = startTalk();
    await say("I'm a data analyst, SQL, my goal is data engineer");
    await personal.press(place, { do: "consent", keep: false }, { goal: "statistician" });
    expect(textOf(await say("what is my profile"))).toContain("Goal: Data engineer");
  });

  test("the role that was spoken of is meant where none is named", async () => {
    const { personal, place } = startTalk();
    const message = {
      ...place,
      messageId: "1",
      text: "prepare me for an interview",
      addressed: "direct",
      audience: "private",
    } as const;
    const reply = await personal.receive(message, plainQuestion("out-of-scope"), { role: "data-engineer" });
    expect(reply?.answer.title).toBe("Prepare for an interview: Data engineer");
  });
});

describe("a yes", () => {
  test("erases only right after the question", async () => {
    const { say, press, storage, place } = startTalk();
    await say(INTRODUCTION);
    await press({ do: "consent", keep: true });
    await press({ do: "erase", sure: "ask" });
    await press({ do: "plan" });
    expect((await say("yes"))?.answer.title).not.toBe("Forgotten");
    await say("forget me");
    await say("show my plan");
    await say("yes");
    expect(await storage.people.get(place)).toBeDefined();
    await press({ do: "erase", sure: "ask" });
    expect((await say("yes"))?.answer.title).toBe("Forgotten");
    expect(await storage.people.get(place)).toBeUndefined();
  });
});

describe("a distance", () => {
  test("is not told of somebody of whom nothing is known", async () => {
    const { say } = startTalk();
    const asked = await say("am I ready for data engineer?");
    expect(asked?.answer.outcome).toBe("clarify");
    expect(textOf(asked)).toContain("Which skills and tools do you use");
    const card = await say("SQL strong, Python basic");
    expect(textOf(card)).toContain("Goal: Data engineer");
  });

  test("changed by words that say nothing is asked about again", async () => {
    const { say, press } = startTalk();
    await say(INTRODUCTION);
    await press({ do: "consent", keep: true });
    expect(textOf(await say("no, purple"))).toContain("I could not tell what to change");
    expect(textOf(await say("4 hours"))).toContain("4 hours a week");
  });
});

describe("how somebody becomes what they want to be", () => {
  const firstSteps = plainQuestion("lookup", ["data-engineer"], ["getting-started"]);
  const aboutStarting: Question[] = [
    firstSteps,
    { intent: "transition", from: null, roles: ["data-engineer"], topics: ["getting-started"] },
  ];

  test.each(aboutStarting)("is told from their profile: $intent", async (question) => {
    const { say } = startTalk();
    await say("BI analyst, 3 yrs, SQL + Tableau");
    const reply = await say("how do I become a data engineer?", question);
    expect(reply?.answer.title).toBe("You and a data engineer's work");
  });

  test.each(["how do I get started as a data engineer?", "what are the first steps of data engineers?"])(
    "and the first steps are told as to anybody: %s",
    async (text) => {
      const { say } = startTalk();
      await say("BI analyst, 3 yrs, SQL + Tableau");
      expect(await say(text, firstSteps)).toBeUndefined();
    },
  );
});

describe("a reminder where nobody can be written to", () => {
  test("is declined at once, and no plan offers one", async () => {
    const { say } = startTalk({ platform: "terminal" });
    await say(INTRODUCTION);
    expect((await say("remind me weekly"))?.answer.title).toBe("No reminders here");
    await say("remember");
    expect(labels(await say("make my plan"))).not.toContain("Remind me weekly");
  });
});

describe("a CV that was asked for", () => {
  const PASTED =
    "Data analyst at Acme 2022-2024\nBuilt a churn dashboard in Tableau for 30 managers.\nAutomated SQL reports, saving 5 hours a week.";

  test("may be the next message, of any length, and nothing of it is kept", async () => {
    for (const cv of [PASTED, PASTED.repeat(60)]) {
      const { say } = startTalk();
      await say("review my CV for data engineer");
      expect((await say(cv))?.answer.title).toBe("Your CV and a data engineer's must-haves");
      expect(textOf(await say("my profile"))).not.toContain("Tableau");
    }
  });

  test("is not a question, and no message after the next", async () => {
    const { say } = startTalk();
    await say("review my CV");
    const question =
      "what does a data engineer do all day, and which of the tools would I have to learn first?";
    expect(await say(question, plainQuestion("lookup", ["data-engineer"]))).toBeUndefined();
    expect((await say(PASTED))?.answer.title ?? "").not.toMatch(/^Your CV/);
  });

  test("is told what its writer has and it does not say", async () => {
    const { say } = startTalk();
    await say("ML engineer, 6 years, PyTorch, my goal is ML lead");
    const review = textOf(await say(`review my CV: ${PASTED}`));
    expect(review).toMatch(/Machine learning[^:]*: yours by what you told me, so give each a line/);
    expect(review).not.toContain("If you lack Machine learning");
    expect(review).toContain("If you lack System design");
  });

  test("without any skill that is known asks for the role", async () => {
    const { say } = startTalk();
    await say("review my CV");
    const reply = await say(
      "Ran a bakery for ten years.\nHired and taught twelve people.\nWon a prize for bread.",
    );
    expect(textOf(reply)).toContain("I cannot tell which role it is for");
  });
});

describe("somebody of whom nothing is known", () => {
  test("is asked for their skills first, and only then whether it may be remembered", async () => {
    const { say } = startTalk();
    const asked = await say("am I ready to become a data scientist?");
    expect(textOf(asked)).toContain("Which skills and tools");
    expect(textOf(asked)).not.toContain("remember this");
    expect(textOf(await say("python strong, SQL, 2 years as data analyst"))).toContain(
      "May I remember this?",
    );
  });

  test("may say what they can do without asking anything", async () => {
    const { say } = startTalk();
    await say(INTRODUCTION);
    const reply = await say("I can do 3-4 hours on weekends", wayTo("data-engineer"));
    expect(textOf(reply)).toContain("Time: 3 hours a week");
  });
});

describe("while the goal is asked for", () => {
  test("a skill that is told is shown as heard", async () => {
    const { say, press } = startTalk();
    await say("I'm a nurse, 12 years, SQL");
    expect(textOf(await press({ do: "consent", keep: false }))).toContain("Which role would you like");
    const understood: Question = { intent: "find-roles", roles: [], topics: [], skills: ["excel"] };
    const reply = await say("I also know excel very well", understood);
    expect(reply?.answer.title).toBe("Here is what I understood");
    expect(textOf(reply)).toContain("Microsoft Excel (strong)");
  });

  test("the goal is heard with whatever else is told", async () => {
    const { say, press } = startTalk();
    await say("I'm a nurse, 12 years, SQL");
    await press({ do: "consent", keep: false });
    const reply = await say("data analyst, and I know excel");
    expect(textOf(reply)).not.toContain("Which role would you like");
    expect(textOf(await say("my profile"))).toContain("Goal: Data analyst");
    expect(textOf(await say("my profile"))).toContain("Microsoft Excel");
  });
});

describe("what rests on a goal", () => {
  test.each(["how am I doing?", "done with step 1", "how long will it take me?", "make my plan"])(
    "takes the role that was spoken of where none was named: %s",
    async (text) => {
      const { personal, place, say } = startTalk();
      await say("I'm a nurse, 12 years, SQL and Excel");
      const message = { ...place, messageId: "2", text, addressed: "direct", audience: "private" } as const;
      const reply = await personal.receive(message, plainQuestion("out-of-scope"), { role: "data-analyst" });
      expect(reply?.answer.title).toBe("Your plan towards data analyst");
    },
  );
});

describe("which is nearer", () => {
  test("is told of several goals, and left to the general answer else", async () => {
    const { say } = startTalk();
    await say("data analyst, 4 years, SQL, python, 5h a week, goal: data engineer or analytics engineer");
    expect((await say("which is nearer?"))?.answer.title).toBe(
      "Your goals: Data engineer or Analytics engineer",
    );
    await say("my goal is data engineer");
    expect(await say("which is nearer?")).toBeUndefined();
  });
});

describe("offers", () => {
  test("are not counted for somebody whose skills are not known, whatever their goal", async () => {
    const { say } = startTalk();
    await say("my goal is data analyst");
    const reply = await say("I have two offers: bi analyst or analytics engineer");
    expect(textOf(reply)).toContain("Tell me your role, years and skills");
    expect(textOf(reply)).not.toContain("must-have");
  });

  test("are set side by side for the person, and are what the talk is about", async () => {
    const { say } = startTalk();
    const reply = await say(
      "I manage a team of 8 data analysts, 10 years in, SQL, and I have two offers: head of data at a startup or data science manager at a bank. Which one?",
    );
    expect(reply?.answer.title).toBe("Your offers: Head of data or DS manager");
    expect(reply?.about).toEqual(["head-of-data", "data-science-manager"]);
    expect(textOf(reply)).toContain("Ask before you sign");
    expect(labels(reply)).toContain("My gap: DS manager");
  });

  test("that are not named are asked for", async () => {
    expect((await startTalk().say("I have two offers, which should I take?"))?.answer.outcome).toBe(
      "clarify",
    );
  });

  test("and two goals are weighed alike before any advice", async () => {
    const { say, press } = startTalk();
    await say("data analyst, 4 years, SQL, python, 5h a week, goal: data engineer or analytics engineer");
    const reply = await press({ do: "consent", keep: false });
    expect(reply.answer.title).toBe("Your goals: Data engineer or Analytics engineer");
    expect(textOf(reply)).not.toContain("Ask before you sign");
  });
});

describe("a CV", () => {
  test("without a goal is set against the role that it fits best", async () => {
    const reply = await startTalk().say(CV);
    expect(reply?.answer.outcome).toBe("answered");
    expect(textOf(reply)).toContain("You named no goal");
  });

  test("of any length is read, and nothing else as long is", async () => {
    const { say } = startTalk();
    const long = `${CV} ${"Wrote 5 reports in SQL for 3 teams. ".repeat(400)}`;
    expect((await say(long))?.answer.title).toContain("Your CV");
    expect(
      await say(`I am a data analyst with 3 years of SQL. ${"And so on. ".repeat(500)}`),
    ).toBeUndefined();
  });
});

describe("a plan", () => {
  test("towards another role makes that one the goal", async () => {
    const { say, press, storage, place } = startTalk();
    await say(INTRODUCTION);
    await press({ do: "consent", keep: true });
    const reply = await press({ do: "plan", role: "data-scientist" });
    expect(reply.answer.title).toBe("Your plan towards data scientist");
    expect(await storage.people.get(place)).toMatchObject({ profile: { targets: ["data-scientist"] } });
  });

  test("may still be remembered after just this once, and that is all that is offered", async () => {
    const { say, press } = startTalk();
    await say(INTRODUCTION);
    await press({ do: "consent", keep: false });
    const offered = labels(await press({ do: "plan" }));
    expect(offered).toContain("Remember");
    expect(offered).not.toContain("Just this once");
  });

  test("is made by whoever wants to be reminded of one", async () => {
    const { say, press, personal, clock } = startTalk();
    await say(INTRODUCTION);
    await press({ do: "consent", keep: true });
    expect((await say("remind me weekly"))?.answer.title).toBe("Weekly reminder on");
    clock.now = START + 8 * 86_400_000;
    expect(await personal.takeDueReminders(10)).toHaveLength(1);
  });

  test("cannot be reminded of in a terminal, where nobody is written to", async () => {
    const { say, press, storage, place } = startTalk({ platform: "terminal" });
    await say(INTRODUCTION);
    await press({ do: "consent", keep: true });
    expect((await press({ do: "nudges", on: true })).answer.outcome).toBe("declined");
    expect((await storage.people.export(place)).nudge).toBeUndefined();
  });
});

describe("a look at the whole", () => {
  test("shows profile and plan, and changes nothing", async () => {
    const { say, press, personal, place, storage } = startTalk();
    expect((await personal.overview(place)).plan).toBeUndefined();
    await say(INTRODUCTION);
    await press({ do: "consent", keep: true });
    await press({ do: "plan" });
    const before = await storage.people.export(place);
    const { profile, plan } = await personal.overview(place);
    expect(textOf(profile)).toContain("Goal: Data engineer");
    expect(textOf(plan)).toContain("Next:");
    expect(await storage.people.export(place)).toEqual(before);
  });
});

test("a reminder that another instance has to send falls due again at once, behind the others", async () => {
  const { say, press, personal, clock } = startTalk();
  await say(INTRODUCTION);
  await press({ do: "consent", keep: true });
  await press({ do: "nudges", on: true });
  clock.now = Date.parse("2026-11-30T08:00:30Z");
  const [due] = await personal.takeDueReminders(10);
  await due?.handBack();
  expect(await personal.takeDueReminders(10)).toHaveLength(1);
});
