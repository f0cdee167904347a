import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainText } from "../../src/answers/plain-text.ts";
import type { IncomingMessage, Reply } from "../../src/conversations/message.ts";
import { TOPICS } from "../../src/knowledge/topics.ts";
import { openMemoryStorage } from "../../src/storage/in-memory/open.ts";
import { INTENTS, type Question, questionSchema } from "../../src/understanding/question.ts";
import { realKnowledge } from "../support/brain.ts";
import { INTRODUCTION, startConversations } from "./support/people.ts";

const knowledge = await realKnowledge();
const ADA = "UADA";
const STRANGER = "USTRANGER";
/** At least one for each intent, and much that is about the asker. */
const TEXTS: readonly string[] = [
  "what does a data engineer do?",
  "data engineer pay",
  "data engineer vs data scientist",
  "how do I become a data engineer?",
  "how do I get from BI analyst to data engineer?",
  "i'm a data analyst, how do I get there",
  "which roles need SQL but little coding?",
  "career tips",
  "any data engineer jobs in Berlin?",
  "list all roles",
  "help",
  "hi",
  "thanks",
  "what do you store about me?",
  "what is the weather",
  "and the salary?",
  "am I ready?",
  "what should I learn next?",
  "show my plan",
  "my progress",
  "which role suits me?",
  "prepare me for an interview",
  "review my CV: Built 12 dashboards in Tableau for 40 users. Cut the close by 3 days with SQL.",
  "I have two offers, data engineer and data analyst, which one?",
  "show my data",
  "export my data",
  "forget me",
  "no, 7 years",
  "add dbt",
  "remember",
  "remind me weekly",
  "step 1 is done",
  "why?",
  "5 hours a week",
];

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
/** Where something is asked: among others, among others in a thread that is spoken in already, or alone. */
const places = fc.constantFrom("channel", "thread", "dm");
type Where = "channel" | "thread" | "dm";

/** Somebody whose profile, plan and reminder are kept, and somebody of whom nothing is known, in the same places. */
async function both() {
  let time = Date.parse("2026-11-24T10:00:00Z");
  const { conversations, faults, person } = await startConversations(
    openMemoryStorage({ now: () => time }),
    () => time,
  );
  const ada = person(ADA);
  await ada.say(INTRODUCTION);
  await ada.press({ do: "consent", keep: true });
  await ada.press({ do: "plan" });
  await ada.press({ do: "nudges", on: true });
  let channels = 0;
  return {
    faults,
    conversations,
    person,
    later: (minutes: number) => {
      time += minutes * 60_000;
    },
    /** A place of one talk alone, so that nothing is carried over from another case. */
    at(where: Where): Partial<IncomingMessage> {
      channels += 1;
      const audience = where === "dm" ? "private" : "public";
      return {
        channelId: `C${channels}`,
        ...(where === "thread" ? { threadId: `${channels}.1` } : {}),
        audience,
        addressed: where === "dm" ? "direct" : "mention",
      };
    },
  };
}

/** What others could read. */
function seen(reply: Reply): string | undefined {
  return reply.answer.audience === "private"
    ? undefined
    : `${plainText(reply.answer)}\n${JSON.stringify(reply.buttons ?? null)}`;
}

describe("where others read along", () => {
  it("whoever is known gets the same as whoever is not, or an answer for them alone", async () => {
    const { faults, person, at, later } = await both();
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...TEXTS), { minLength: 1, maxLength: 3 }),
        places,
        async (texts, where) => {
          const place = at(where);
          later(16);
          for (const text of texts) {
            const known = await person(ADA).say(text, place);
            // The stranger never speaks of themself, so they stay one.
            const other = { ...place, channelId: `${place.channelId}-stranger` };
            const unknown = await person(STRANGER).say(text, other);
            const open = known.answer.audience === "public" && unknown.answer.audience === "public";
            // Alone, a question of facts may go on from what was said of their own way.
            if (open && where !== "dm") expect(seen(known)).toBe(seen(unknown));
            if (!open && unknown.answer.audience === "public") expect(known.answer.audience).toBe("private");
            if (known.buttons !== undefined) expect(known.answer.audience).toBe("private");
            // One turn that only one of them is answered in public parts what the talks are about.
            if (known.answer.audience !== unknown.answer.audience) return;
          }
        },
      ),
      { numRuns: 120, seed: 5 },
    );
    expect(faults).toEqual([]);
  });

  it("a pressed question is answered from the knowledge base alone", async () => {
    const { conversations, person, at } = await both();
    await fc.assert(
      fc.asyncProperty(questions, places, async (question, where) => {
        const { audience = "public", ...place } = at(where);
        const press = (userId: string) =>
          conversations.press({ ...person(userId).place, ...place, question, audience });
        const [known, unknown] = [await press(ADA), await press(STRANGER)];
        if (audience === "public") {
          expect(known.answer).toEqual(unknown.answer);
          expect(known.buttons).toBeUndefined();
        } else if (known.buttons !== undefined) expect(known.answer.audience).toBe("private");
      }),
      { numRuns: 150, seed: 6 },
    );
  });

  it("what was said to somebody alone does not lead the talk in the open", async () => {
    const { person } = await both();
    const ada = person(ADA);
    const channelId = "C-open";
    const open = { channelId, audience: "public", addressed: "mention" } as const;
    await ada.say("am I ready for data architect?", { channelId, audience: "private", addressed: "command" });
    const reply = await ada.say("and the salary?", open);
    expect(reply.question.roles).toEqual([]);
    expect(plainText(reply.answer)).not.toMatch(/architect/i);
  });

  it("an edited question that has become personal is for its asker alone", async () => {
    const { conversations, person, at } = await both();
    const { place } = person(ADA);
    for (const text of TEXTS) {
      const reply = await conversations.reconsider({
        ...place,
        messageId: "edited",
        text,
        addressed: "mention",
        ...at("channel"),
        audience: "public",
      });
      if (reply.buttons !== undefined) expect(reply.answer.audience, text).toBe("private");
    }
  });
});

describe("these texts", () => {
  it("are of every intent", async () => {
    const { person, at } = await both();
    const intents = new Set<string>();
    for (const text of TEXTS) intents.add((await person(STRANGER).say(text, at("channel"))).question.intent);
    expect([...intents].sort()).toEqual([...INTENTS].sort());
  });
});
