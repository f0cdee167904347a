import { describe, expect, it } from "vitest";
import { renderTerminal } from "../../../src/adapters/terminal/render.ts";
import { plainText } from "../../../src/answers/plain-text.ts";
import type { Reply } from "../../../src/conversations/message.ts";
import { plainQuestion } from "../../../src/understanding/question.ts";
import { realBrain } from "../../support/brain.ts";

const brain = await realBrain();
const question = plainQuestion("lookup", ["data-engineer"], ["salary"]);
const reply: Reply = {
  answer: brain.answer(question),
  question,
  confidence: 1,
  evidence: {
    roles: [{ id: "data-engineer", words: "data eng", how: "alias" }],
    topics: [{ id: "salary", words: "", how: "likeness" }],
    skills: [{ id: "sql", words: "sql", how: "language" }],
    cues: ["a sign"],
    intents: [{ intent: "lookup", probability: 0.987 }],
    focus: ["from before"],
    decision: "So.",
  },
};
// biome-ignore lint/suspicious/noControlCharactersInRegex: escape codes are what is looked for
const CODES = /\u001b\[\d+m/g;

describe("an answer in the terminal", () => {
  it("is the plain-text twin", () => {
    expect(renderTerminal(reply, { width: 80, colour: false, explain: false })).toBe(
      plainText(reply.answer, { width: 80 }),
    );
  });

  it("says nothing by colour alone", () => {
    const coloured = renderTerminal(reply, { width: 80, colour: true, explain: false });
    expect(coloured).toMatch(CODES);
    expect(coloured.replace(CODES, "")).toBe(plainText(reply.answer, { width: 80 }));
  });

  it("is followed by every sign where the evidence is asked for", () => {
    const [, why = ""] = renderTerminal(reply, { width: 80, colour: false, explain: true }).split(
      "\n\nWhy:\n",
    );
    expect(why.split("\n")).toEqual([
      '- "data eng" names data-engineer (alias)',
      "- salary (likeness)",
      '- "sql" is sql (language)',
      "- a sign",
      "- from before",
      "- likeliest: lookup 99%",
      "- So.",
    ]);
  });

  it("names no readings where none were weighed", () => {
    const bare = { ...reply, evidence: { ...reply.evidence, intents: [] } };
    expect(renderTerminal(bare, { width: 80, colour: false, explain: true })).not.toContain("likeliest");
  });
});
