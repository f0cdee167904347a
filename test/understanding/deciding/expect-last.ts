import { expect } from "vitest";
import { formatQuestion } from "../../../src/understanding/question-string.ts";
import { realBrain } from "../../support/brain.ts";
import { converse } from "../understander.ts";

const brain = await realBrain();

/** Says the turns and holds the last to a question; where that is silent on topics, any may have been heard. */
export async function expectLast(turns: string[], understood: string): Promise<void> {
  const { question } = (await converse(brain, turns)).at(-1)!;
  const wanted = understood.split(":")[2]?.split("+") ?? [];
  const topics = question.topics.filter((topic) => wanted.includes(topic));
  expect(formatQuestion({ ...question, topics })).toBe(understood);
}
