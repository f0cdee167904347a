import fc from "fast-check";
import { expect, test } from "vitest";
import { formatAction, parseAction } from "../../../../src/adapters/discord/render/custom-id.ts";
import { LIMITS } from "../../../../src/adapters/discord/render/limits.ts";
import { TOPICS } from "../../../../src/knowledge/topics.ts";
import { plainQuestion } from "../../../../src/understanding/question.ts";
import { parseQuestion } from "../../../../src/understanding/question-string.ts";

const ids = [
  "data-engineer",
  "lead-machine-learning-engineer",
  "a-role-with-a-very-long-name-that-needs-hashing",
];
const read = (text: string) => parseQuestion(text, ids);

const question = fc
  .record({
    intent: fc.constantFrom("lookup" as const, "compare" as const),
    roles: fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1, maxLength: 3 }),
    topics: fc.uniqueArray(fc.constantFrom(...TOPICS), { maxLength: 2 }),
  })
  .map(({ intent, roles, topics }) => plainQuestion(intent, roles, topics));
const kinds = fc.constantFrom("ask", "private", "share", "topic", "thread", "why", "wrong");

test("every action is read back from its custom_id, which fits", () => {
  fc.assert(
    fc.property(kinds, question, (kind, asked) => {
      const action = { do: kind, question: asked } as Parameters<typeof formatAction>[0];
      const customId = formatAction(action);
      expect(customId.length).toBeLessThanOrEqual(LIMITS.customId);
      expect(parseAction(customId, read)).toEqual(action);
    }),
  );
});

test("a verdict is read back with its question", () => {
  const action = { do: "rate", verdict: "wrong-topic", question: plainQuestion("help") } as const;
  expect(parseAction(formatAction(action), read)).toEqual(action);
});

test.each(["", "a", "a/", "z/help", "r9/help", "a/lookup:gone", `a/${"x".repeat(120)}`, "profile-form"])(
  "%j is no action",
  (customId) => expect(parseAction(customId, read)).toBeUndefined(),
);
