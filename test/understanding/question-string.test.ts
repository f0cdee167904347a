import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { TOPICS } from "../../src/knowledge/topics.ts";
import { INTENTS, type Question, questionSchema } from "../../src/understanding/question.ts";
import {
  formatQuestion,
  parseQuestion,
  QUESTION_STRING_MAX,
} from "../../src/understanding/question-string.ts";
import { realKnowledge } from "../support/brain.ts";
import { knownIds } from "../support/knowledge.ts";

const knowledge = await realKnowledge();
const ids = knownIds(knowledge);
const roleIds = [...knowledge.roles.keys()];
const termIds = ids.filter((id) => !knowledge.roles.has(id));

const role = fc.constantFrom(...roleIds);
const some = <T>(from: readonly T[], most: number) =>
  fc.uniqueArray(fc.constantFrom(...from), { maxLength: most });
const topics = some(TOPICS, 3);
const plainIntents = INTENTS.filter(
  (intent) => intent !== "transition" && intent !== "find-roles" && intent !== "advice",
);

/** Every kind of question, with as much in it as people ask at once. */
const anyQuestion: fc.Arbitrary<Question> = fc.oneof(
  fc.record({ intent: fc.constantFrom(...plainIntents), roles: some(roleIds, 3), topics }),
  fc.record({
    intent: fc.constant("transition" as const),
    from: fc.option(role),
    roles: some(roleIds, 1),
    topics,
  }),
  fc.record({
    intent: fc.constant("find-roles" as const),
    roles: fc.constant<string[]>([]),
    topics: some(TOPICS, 1),
    skills: some(termIds, 6),
  }),
  fc.record({
    intent: fc.constant("advice" as const),
    roles: some(roleIds, 1),
    topics: some(TOPICS, 1),
    skills: some(termIds, 5),
  }),
);

test("any question reads back as itself, and fits beside what an adapter puts before it", () => {
  fc.assert(
    fc.property(anyQuestion, (question) => {
      const text = formatQuestion(question);
      expect(text.length).toBeLessThanOrEqual(QUESTION_STRING_MAX);
      expect(parseQuestion(text, ids)).toEqual(question);
      expect(formatQuestion(questionSchema.parse(question))).toBe(text);
    }),
    { seed: 84, numRuns: 5_000 },
  );
});

test("every id reads back, whole and as its hash", () => {
  const long = ["working-conditions", "getting-started", "responsibilities"] as const;
  for (const id of ids) {
    const short: Question = { intent: "find-roles", roles: [], topics: [], skills: [id] };
    const full: Question = {
      intent: "advice",
      roles: ["lead-machine-learning-engineer"],
      topics: [...long],
      skills: [id],
    };
    expect(parseQuestion(formatQuestion(short), ids)).toEqual(short);
    expect(formatQuestion(full)).toContain("~");
    expect(parseQuestion(formatQuestion(full), ids)).toEqual(full);
  }
});

test("an id means the same whichever other ids are known", () => {
  const question: Question = {
    intent: "compare",
    roles: ["lead-machine-learning-engineer", "business-intelligence-developer", "computer-vision-engineer"],
    topics: ["working-conditions"],
  };
  const text = formatQuestion(question);
  expect(text).toContain("~");
  expect(parseQuestion(text, [...ids].reverse())).toEqual(question);
  expect(parseQuestion(text, ["some-new-role", ...ids])).toEqual(question);
});

describe("the short form", () => {
  it.each<[Question, string]>([
    [
      { intent: "compare", roles: ["data-engineer", "data-scientist"], topics: ["salary"] },
      "compare:data-engineer+data-scientist:salary",
    ],
    [
      { intent: "transition", from: "statistician", roles: ["data-scientist"], topics: [] },
      "transition:statistician>data-scientist",
    ],
    [
      { intent: "transition", from: null, roles: ["data-scientist"], topics: [] },
      "transition:>data-scientist",
    ],
    [{ intent: "find-roles", roles: [], topics: [], skills: ["sql", "python"] }, "find-roles:::sql+python"],
    [{ intent: "help", roles: [], topics: [] }, "help"],
  ])("of %j is %s", (question, text) => {
    expect(formatQuestion(question)).toBe(text);
  });
});

describe("what is no question", () => {
  it.each([
    ["nothing", ""],
    ["an unknown intent", "bake:data-engineer"],
    ["a role that is gone", "lookup:court-jester"],
    ["a hash that nobody has", "lookup:~zzzzzz"],
    ["a topic that is gone", "lookup:data-engineer:astrology"],
    ["a skill that is gone", "find-roles:::flint-knapping"],
    ["a start that is gone", "transition:court-jester>data-engineer"],
    ["too many parts", "lookup:data-engineer:salary:sql:more"],
    ["words of somebody", "what does a data engineer earn"],
    ["an empty role", "compare:data-engineer+"],
  ])("is not read: %s", (_, text) => {
    expect(parseQuestion(text, ids)).toBeUndefined();
  });

  test("never throws, whatever it is", () => {
    const pieces = fc.constantFrom(
      "lookup",
      "transition",
      ":",
      "+",
      ">",
      "~",
      "sql",
      "data-engineer",
      "salary",
      "\0",
    );
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(pieces, { maxLength: 12 }).map((each) => each.join("")),
    );
    fc.assert(
      fc.property(text, (typed) => {
        const read = parseQuestion(typed, ids);
        if (read) expect(parseQuestion(formatQuestion(read), ids)).toEqual(read);
      }),
      { seed: 3, numRuns: 5_000 },
    );
  });
});
