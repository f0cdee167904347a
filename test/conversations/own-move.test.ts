import { describe, expect, it } from "vitest";
import { nextFocus } from "../../src/conversations/next-focus.ts";
import type { Focus } from "../../src/understanding/focus.ts";
import { formatQuestion } from "../../src/understanding/question-string.ts";
import { realBrain } from "../support/brain.ts";

const brain = await realBrain();

/** What the last of several turns was understood as. */
async function last(...turns: string[]): Promise<string> {
  let focus: Focus | undefined;
  let understood = "";
  for (const turn of turns) {
    const response = await brain.respond(turn, focus);
    focus = nextFocus(response, focus);
    understood = formatQuestion(response.question);
  }
  return understood;
}

describe("somebody who says where they stand", () => {
  it.each([
    ["data-analyst>data-engineer", "what does a data engineer do?", "i'm a data analyst, how do I get there"],
    ["data-analyst>data-engineer", "data engineer", "how do I get there from data analyst"],
    [
      "software-engineer>machine-learning-engineer",
      "tell me about ML engineers",
      "im a backend dev, is that doable for me",
    ],
    [">data-engineer", "data engineer salary", "i am a nurse, how can I get into that"],
  ])("and points at the role of the talk is told the way: %s", async (way, ...turns) => {
    expect(await last(...turns)).toMatch(new RegExp(`^transition:${way}`));
  });

  it("in the first turn is answered from there in the next", async () => {
    expect(await last("I work as a teacher", "how do I become a data analyst?")).toMatch(
      /^transition:>data-analyst/,
    );
  });

  it("keeps that through an interruption", async () => {
    expect(
      await last("I work as a teacher", "what is the weather", "how do I become a data analyst?"),
    ).toMatch(/^transition:>data-analyst/);
  });
});

it("whoever points at nothing that was spoken of is not told a way", async () => {
  expect(await last("i'm a data analyst, how do I get there")).not.toMatch(/>data-engineer/);
});
