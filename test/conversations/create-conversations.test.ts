import { describe, expect, it } from "vitest";
import { plainText } from "../../src/answers/plain-text.ts";
import { CLAIM_LASTS_MS, createConversations } from "../../src/conversations/create-conversations.ts";
import type { IncomingMessage, Reply, RolesTyped } from "../../src/conversations/message.ts";
import type { Topic } from "../../src/knowledge/topics.ts";
import { openMemoryStorage } from "../../src/storage/in-memory/open.ts";
import type { Storage } from "../../src/storage/storage.ts";
import { FOCUS_LASTS_MS } from "../../src/understanding/focus.ts";
import { plainQuestion } from "../../src/understanding/question.ts";
import { realBrain } from "../support/brain.ts";
import { brokenStorage } from "./personal/talk.ts";

const brain = await realBrain();

function setUp(storage?: Storage) {
  let time = 1_000_000;
  let ids = 0;
  const faults: { error: unknown; fields: object }[] = [];
  const now = () => time;
  const conversations = createConversations({
    brain: () => brain,
    storage: storage ?? openMemoryStorage({ now }),
    onFault: (error, fields) => void faults.push({ error, fields }),
    newId: () => `id-${++ids}`,
    now,
  });
  const pass = (ms: number) => {
    time += ms;
  };
  return { conversations, faults, pass };
}

let messages = 0;
function message(text: string, over: Partial<IncomingMessage> = {}): IncomingMessage {
  messages += 1;
  return {
    platform: "slack",
    workspaceId: "T1",
    channelId: "C1",
    userId: "UANN",
    messageId: String(messages),
    text,
    addressed: "mention",
    audience: "public",
    ...over,
  };
}

function said(reply: Reply | undefined): string {
  if (reply === undefined) throw new Error("not answered");
  return plainText(reply.answer);
}

describe("a message", () => {
  it("is answered once, also when it arrives twice at the same time", async () => {
    const { conversations } = setUp();
    const one = message("data engineer pay");
    const replies = await Promise.all([conversations.receive(one), conversations.receive(one)]);
    expect(replies.filter((reply) => reply !== undefined)).toHaveLength(1);
    expect(await conversations.receive(one)).toBeUndefined();
  });

  it("stays claimed for ten minutes, and no longer", async () => {
    const { conversations, pass } = setUp();
    const one = message("data engineer pay");
    await conversations.receive(one);
    pass(CLAIM_LASTS_MS - 1);
    expect(await conversations.receive(one)).toBeUndefined();
    pass(1);
    expect(await conversations.receive(one)).toBeDefined();
  });

  it("of the same number elsewhere is another message", async () => {
    const { conversations } = setUp();
    const one = message("hello");
    await conversations.receive(one);
    for (const other of [{ channelId: "C2" }, { workspaceId: "T2" }, { platform: "discord" as const }])
      expect(await conversations.receive({ ...one, ...other })).toBeDefined();
  });

  it("takes another kind of event once as well, on one instance or two", async () => {
    const storage = openMemoryStorage({ now: () => 0 });
    const [one, other] = [setUp(storage), setUp(storage)];
    const event = { platform: "discord", id: "1" } as const;
    expect(await one.conversations.claim(event)).toBe(true);
    expect(await one.conversations.claim(event)).toBe(false);
    expect(await other.conversations.claim(event)).toBe(false);
    expect(await other.conversations.claim({ ...event, id: "2" })).toBe(true);
    expect(await setUp(brokenStorage()).conversations.claim(event)).toBe(true);
  });

  it("that was edited is answered again, without a claim", async () => {
    const { conversations } = setUp();
    const one = message("data enginer pay");
    await conversations.receive(one);
    const again = await conversations.reconsider({ ...one, text: "data scientist pay" });
    expect(again.question).toEqual(plainQuestion("lookup", ["data-scientist"], ["salary"]));
  });
});

describe("a talk", () => {
  it("remembers its role for a quarter of an hour after the last turn", async () => {
    const { conversations, pass } = setUp();
    await conversations.receive(message("what does a data engineer do?"));
    pass(FOCUS_LASTS_MS - 1);
    const second = await conversations.receive(message("and the salary?"));
    expect(second?.question).toEqual(plainQuestion("lookup", ["data-engineer"], ["salary"]));
    pass(FOCUS_LASTS_MS);
    const third = await conversations.receive(message("and the salary?"));
    expect(third?.question.roles).toEqual([]);
    expect(third?.answer.outcome).toBe("clarify");
  });

  it.each([
    ["somebody else", { userId: "UBEN" }],
    ["another channel", { channelId: "C2" }],
    ["a thread", { threadId: "1.1" }],
    ["another workspace", { workspaceId: "T2" }],
  ])("is not shared with %s", async (_, elsewhere) => {
    const { conversations } = setUp();
    await conversations.receive(message("what does a data engineer do?"));
    const reply = await conversations.receive(message("and the salary?", elsewhere));
    expect(reply?.question.roles).toEqual([]);
  });

  it("in a thread is one for all who write there", async () => {
    const { conversations } = setUp();
    await conversations.receive(message("what does a data engineer do?", { threadId: "1.1" }));
    const reply = await conversations.receive(
      message("and the salary?", { threadId: "1.1", userId: "UBEN" }),
    );
    expect(reply?.question.roles).toEqual(["data-engineer"]);
  });

  it("does not complete what says all that it asks, and goes on from it", async () => {
    const { conversations } = setUp();
    await conversations.receive(message("ds manager vs ml lead, pay"));
    const path = await conversations.receive(
      message("how do I move from nurse to data engineer", { addressed: "command", afresh: true }),
    );
    expect(path?.question).toEqual({
      intent: "transition",
      from: null,
      roles: ["data-engineer"],
      topics: [],
    });
    const reply = await conversations.receive(message("and the salary?"));
    expect(reply?.question).toEqual(plainQuestion("lookup", ["data-engineer"], ["salary"]));
  });

  const commanded = (text: string, intent: RolesTyped["intent"], ...words: string[]) =>
    message(text, { addressed: "command", afresh: true, rolesTyped: { intent, words } });

  it.each([
    [commanded("compare basketweaver vs plumber", "compare", "basketweaver", "plumber")],
    [commanded("blorp", "lookup", "blorp")],
    [commanded("how do I move from cook to plumber", "transition", "cook", "plumber")],
    [commanded("🙂", "lookup", "🙂")],
    [commanded("blorp, salary", "lookup", "blorp")],
  ])("says so where the words of a command name no role: %o", async (asked) => {
    const { conversations } = setUp();
    const reply = await conversations.receive(asked);
    expect(reply?.answer.title).toBe("I know no role by that name");
    expect(reply?.answer.followUps.at(-1)?.question.intent).toBe("list-roles");
  });

  it("finds nothing near to what has no words", async () => {
    const { conversations } = setUp();
    const reply = await conversations.receive(commanded("compare 🙂 and 🙂", "compare", "🙂", "🙂"));
    expect(reply?.answer.summary).not.toContain("nearest");
  });

  it("offers the roles for a skill that was given for a role", async () => {
    const { conversations } = setUp();
    const reply = await conversations.receive(commanded("sql", "lookup", "sql"));
    expect(reply?.answer).toMatchObject({ title: "I know no role by that name", outcome: "declined" });
    expect(reply?.answer.followUps[0]?.label).toBe("Roles for SQL");
  });

  it.each([
    [commanded("compare data-engineer and nurse", "compare", "data-engineer", "nurse"), "compare", []],
    [commanded("compare nurse and data engineer", "compare", "nurse", "data engineer"), "compare", []],
    [
      commanded("how do I get from data-engineer to nurse", "transition", "data-engineer", "nurse"),
      "transition",
      [],
    ],
  ])(
    "asks for the other role where one is ours, and names the one that is not: %o",
    async (asked, intent) => {
      const { conversations } = setUp();
      const reply = await conversations.receive(asked);
      expect(reply?.answer).toMatchObject({ outcome: "clarify", audience: "private" });
      expect(reply?.answer.summary).toMatch(/^I know no role called “nurse”\. (?:With which|Which) role/);
      const [first] = reply?.answer.followUps ?? [];
      expect(first?.question).toMatchObject({ intent });
      expect(JSON.stringify(first?.question)).toContain("data-engineer");
    },
  );

  it("compares the two that it knows of three, and names the third", async () => {
    const { conversations } = setUp();
    const reply = await conversations.receive(
      commanded(
        "compare data-engineer and data-scientist and blorp",
        "compare",
        "data-engineer",
        "data-scientist",
        "blorp",
      ),
    );
    expect(reply?.answer).toMatchObject({ outcome: "answered", title: "Data engineer and Data scientist" });
    expect(reply?.answer.summary).toMatch(
      /^I know no role called “blorp”\. A data engineer and a data scientist/,
    );
  });

  it.each([
    [commanded("career tips for data analyst", "advice", "data analyst"), "advice"],
    [
      commanded("how do I move from becoming a data engineer", "transition", "becoming a data engineer"),
      "transition",
    ],
  ])("is not asked back about what the command says: %o", async (asked, intent) => {
    const { conversations } = setUp();
    const reply = await conversations.receive(asked);
    expect(reply?.answer.outcome).toBe("answered");
    expect(reply?.question.intent).toBe(intent);
  });

  it.each([
    ["lookup", "Which role is your question for?"],
    ["transition", "Which role do you want to get to? Tell me also where you start from."],
  ] as const)("is asked for roles where none was typed: %s", async (intent, summary) => {
    const { conversations } = setUp();
    const reply = await conversations.receive(commanded("role", intent));
    expect(reply?.answer).toMatchObject({ outcome: "clarify", summary });
    expect(reply?.answer.followUps.length).toBeGreaterThan(2);
  });

  it("says that a text is too long, whatever was to be typed", async () => {
    const { conversations } = setUp();
    const words = "x".repeat(4_100);
    const reply = await conversations.receive(commanded(words, "lookup", words));
    expect(reply?.answer.title).toBe("That is too long for me");
  });

  const finding = (words: string[], topics: Topic[] = []) =>
    message(`which roles use ${words.join(" and ")}`, {
      addressed: "command",
      afresh: true,
      skillsTyped: { words, topics },
    });

  it("says which skill of a command it does not know, with the nearest, to its asker alone", async () => {
    const { conversations } = setUp();
    const reply = await conversations.receive(finding(["power dancing"]));
    expect(reply?.answer).toMatchObject({ outcome: "declined", audience: "private" });
    expect(reply?.answer.summary).toContain("I know no skill or tool “power dancing”");
    expect(reply?.answer.followUps.map(({ label }) => label)).toContain("Roles for Power BI");
    expect(said(reply)).not.toContain("I know no role by that name");
  });

  it("answers by the skill that it knows, and says that it does not know the other", async () => {
    const { conversations } = setUp();
    const reply = await conversations.receive(finding(["sql", "basket weaving"], ["salary"]));
    expect(reply?.question).toMatchObject({ intent: "find-roles", topics: ["salary"], skills: ["sql"] });
    expect(reply?.answer).toMatchObject({ outcome: "answered", audience: "private", title: "Roles for SQL" });
    expect(reply?.answer.summary).toMatch(
      /^I know no skill or tool “basket weaving”\. By SQL alone: SQL fits/,
    );
    expect(reply?.answer.tables[0]?.columns).toEqual(["Role", "Why", "Pay"]);
  });

  it.each([
    ["k8s", "kubernetes"],
    ["kubernetes", "kubernetes"],
    ["pyton", "python"],
  ])("knows the skill that %s names", async (typed, id) => {
    const { conversations } = setUp();
    const reply = await conversations.receive(finding([typed]));
    expect(reply?.question).toEqual({ intent: "find-roles", roles: [], topics: [], skills: [id] });
    expect(reply?.answer).toMatchObject({ outcome: "answered", audience: "public" });
  });

  it("goes on from a button", async () => {
    const { conversations } = setUp();
    const { messageId: _, text: __, addressed: ___, ...place } = message("");
    const pressed = await conversations.press({
      ...place,
      question: plainQuestion("lookup", ["statistician"]),
    });
    expect(pressed.answer.title).toBe("Statistician");
    const reply = await conversations.receive(message("and the salary?"));
    expect(reply?.question.roles).toEqual(["statistician"]);
  });
});

describe("why", () => {
  it("explains the last answer of the same talk, to its asker alone", async () => {
    const { conversations } = setUp();
    await conversations.receive(message("what tools does an ML lead use"));
    const why = await conversations.receive(message("why this answer?"));
    expect(why?.answer.audience).toBe("private");
    expect(said(why)).toContain("Lead machine learning engineer");
    expect(said(await conversations.explainLast(message("")))).toBe(said(why));
  });

  it("does not end the talk", async () => {
    const { conversations } = setUp();
    await conversations.receive(message("what tools does an ML lead use"));
    await conversations.receive(message("why?"));
    const reply = await conversations.receive(message("and the salary?"));
    expect(reply?.question.roles).toEqual(["lead-machine-learning-engineer"]);
  });

  it("has forgotten people's words when the talk is forgotten", async () => {
    const { conversations, pass } = setUp();
    await conversations.receive(message("what tools does an ML lead use"));
    pass(FOCUS_LASTS_MS);
    const why = await conversations.explainLast(message(""));
    expect(why.answer).toMatchObject({ outcome: "declined" });
    expect(said(why)).not.toContain("ml lead");
  });
});

describe("where the store is down", () => {
  it("facts are answered all the same, and every fault is told to the operator without a text", async () => {
    const { conversations, faults } = setUp(brokenStorage());
    const reply = await conversations.receive(message("what does a data engineer earn?"));
    expect(reply?.answer.outcome).toBe("answered");
    expect(said(reply)).not.toContain("cannot remember");
    expect(faults.length).toBeGreaterThan(0);
    for (const { fields } of faults) expect(Object.keys(fields).sort()).toEqual(["errorId", "platform"]);
  });

  it("a message that comes twice is answered once, and whoever shows it is told to look first", async () => {
    const { conversations, pass } = setUp(brokenStorage());
    const one = message("data engineer pay");
    expect(await conversations.receive(one)).toMatchObject({ unclaimed: true });
    expect(await conversations.receive(one)).toBeUndefined();
    pass(CLAIM_LASTS_MS);
    expect(await conversations.receive(one)).toBeDefined();
    const { conversations: healthy } = setUp();
    expect(await healthy.receive(one)).not.toHaveProperty("unclaimed");
  });

  it("a follow-up is told that nothing is remembered just now", async () => {
    const { conversations } = setUp(brokenStorage());
    await conversations.receive(message("what does a data engineer do?"));
    const reply = await conversations.receive(message("and the salary?"));
    expect(reply?.answer.outcome).toBe("clarify");
    expect(said(reply)).toContain("I cannot remember just now");
    // The answer that is kept ready for everybody is not changed by it.
    const { conversations: healthy } = setUp();
    expect(said(await healthy.receive(message("and the salary?")))).not.toContain("I cannot remember");
  });

  it("buttons and feedback do not fail", async () => {
    const { conversations, faults } = setUp(brokenStorage());
    const pressed = await conversations.press({
      ...message(""),
      question: plainQuestion("lookup", ["statistician"]),
    });
    expect(pressed.answer.outcome).toBe("answered");
    faults.length = 0;
    await conversations.takeFeedback(message(""), plainQuestion("lookup", ["statistician"]), "helpful");
    expect(faults).toHaveLength(1);
  });
});

describe("a fault inside", () => {
  const fault = new Error("TypeError at /srv/rolewise/src/secret.ts: password=hunter2");
  const failing = () => {
    const faults: { error: unknown; fields: object }[] = [];
    const conversations = createConversations({
      brain: () => ({
        ...brain,
        respond: () => Promise.reject(fault),
        answer: () => {
          throw fault;
        },
      }),
      storage: openMemoryStorage({ now: () => 0 }),
      onFault: (error, fields) => void faults.push({ error, fields }),
      newId: () => "a1b2c3d4",
    });
    return { conversations, faults };
  };

  it("becomes an answer with an id and nothing of what went wrong", async () => {
    const { conversations, faults } = failing();
    const reply = await conversations.receive(message("data engineer"));
    expect(reply?.answer.audience).toBe("private");
    expect(said(reply)).toContain("a1b2c3d4");
    expect(said(reply)).not.toMatch(/TypeError|hunter2|\/srv|secret/);
    expect(faults).toEqual([{ error: fault, fields: { errorId: "a1b2c3d4", platform: "slack" } }]);
  });

  it("in a button likewise", async () => {
    const { conversations } = failing();
    const reply = await conversations.press({
      ...message(""),
      question: plainQuestion("lookup", ["statistician"]),
    });
    expect(said(reply)).toContain("a1b2c3d4");
  });
});

describe("suggestions", () => {
  const { conversations } = setUp();

  it("are the nearest names first, and all roles by name for an empty text", () => {
    expect(conversations.suggestRoles("data eng", 3)[0]).toEqual({
      id: "data-engineer",
      name: "Data engineer",
    });
    expect(conversations.suggestRoles("", 100)).toHaveLength(brain.knowledge.roles.size);
    expect(conversations.suggestSkills("pyth", 1)).toEqual([{ id: "python", name: "Python" }]);
  });
});

describe("what is held about somebody", () => {
  it("is shown, and erased for good when they say forget me and confirm it", async () => {
    const { conversations } = setUp();
    await conversations.receive(message("data engineer pay"));
    expect(said(await conversations.receive(message("show my data")))).toContain(
      "forgotten after 15 minutes",
    );
    expect((await conversations.receive(message("forget me")))?.answer.outcome).toBe("clarify");
    expect(said(await conversations.receive(message("yes")))).toContain("erased");
    const next = await conversations.receive(message("and the tools?"));
    expect(next?.question).toMatchObject({ intent: "lookup", roles: [] });
    expect(said(await conversations.explainLast(message("")))).not.toContain("data engineer");
  });

  it("is not said to be erased where the storage is down", async () => {
    const { conversations } = setUp(brokenStorage());
    const reply = await conversations.pressAction(message(""), { do: "erase", sure: "yes" });
    expect(reply.answer.outcome).toBe("declined");
    expect(said(reply)).toContain("nothing was erased");
    expect(said(reply)).not.toContain("hunter2");
  });
});
