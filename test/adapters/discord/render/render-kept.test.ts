import { expect, test } from "vitest";
import { renderAnswer } from "../../../../src/adapters/discord/render/render.ts";
import { renderKept } from "../../../../src/adapters/discord/render/render-kept.ts";
import { answerWith, COMPARE, PAY } from "./sample-answers.ts";

test("what is kept is what would be rendered, for each question and place", () => {
  const answer = answerWith();
  for (const question of [PAY, COMPARE]) {
    for (const shown of ["channel", "ephemeral", "direct"] as const) {
      const options = { question, shown };
      expect(renderKept(answer, options)).toEqual(renderAnswer(answer, options));
      expect(renderKept(answer, options)).toBe(renderKept(answer, options));
    }
  }
});

test("another answer of the same words is rendered for itself, and a byline is not kept", () => {
  const options = { question: PAY, shown: "channel" } as const;
  const answer = answerWith();
  expect(renderKept(answerWith(), options)).not.toBe(renderKept(answer, options));
  const shared = { ...options, byline: "-# Shared by <@1>" };
  expect(renderKept(answer, shared)).not.toEqual(renderKept(answer, options));
  expect(renderKept(answer, shared)).not.toBe(renderKept(answer, shared));
});
