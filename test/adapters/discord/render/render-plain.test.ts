import { expect, test } from "vitest";
import { renderPlain } from "../../../../src/adapters/discord/render/render-plain.ts";
import { parseMessage } from "../../../support/discord-server/validate/message.ts";
import { answerWith, markdown, source } from "./sample-answers.ts";

test("the plain twin says the same within 2,000 characters a message, without previews or pings", () => {
  const answer = answerWith({
    title: "Pay of *stars*",
    sections: [{ heading: "Long", body: markdown("word ".repeat(900)) }],
    sources: [source("bls")],
  });
  const messages = renderPlain(answer);
  expect(messages.length).toBeGreaterThan(2);
  for (const message of messages) {
    expect(() => parseMessage(message, "create")).not.toThrow();
    expect(message.flags).toBe(1 << 2);
  }
  expect(messages[0]!.content).toMatch(/^Pay of \\\*stars\\\*\n/);
  expect(messages.at(-1)!.content).toContain("Survey bls");
});
