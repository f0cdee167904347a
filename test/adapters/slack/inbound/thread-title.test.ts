import { expect, it } from "vitest";
import { threadTitle } from "../../../../src/adapters/slack/inbound/thread-title.ts";
import { answerOf } from "../fake-conversations.ts";

it.each([
  ["answered", "Data engineer: Pay", "how much do they earn", "Data engineer: Pay"],
  ["clarify", "Which role suits you? 1 of 6", "which role suits me?", "which role suits me?"],
  ["declined", "I can't help with that", "who won the world cup?", "who won the world cup?"],
  ["declined", "Ask me something", " ", "Ask me something"],
  ["clarify", "Which do you mean?", "<@U1>   &  <!here>", "@U1 !here"],
] as const)("a thread whose first answer is %s, %j to %j, is called %j", (outcome, title, typed, called) => {
  expect(threadTitle(answerOf({ outcome, title }), typed)).toBe(called);
});

it("a long question is shortened", () => {
  expect(threadTitle(answerOf({ outcome: "clarify" }), "x".repeat(60))).toBe("x".repeat(60));
  expect(threadTitle(answerOf({ outcome: "clarify" }), "x".repeat(61))).toBe(`${"x".repeat(59)}…`);
});
