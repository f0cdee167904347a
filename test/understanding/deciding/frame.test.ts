import { describe, expect, it } from "vitest";
import { frameOf } from "../../../src/understanding/deciding/frame.ts";
import { peopleNamed } from "../../../src/understanding/deciding/people-named.ts";
import type { Intent } from "../../../src/understanding/question.ts";
import { formatQuestion } from "../../../src/understanding/question-string.ts";
import { slotsOf } from "../../../src/understanding/reading/slots.ts";
import { realReader } from "../understander.ts";

const read = await realReader();
const frame = (intent: Intent, text: string) => {
  const reading = read(text);
  return formatQuestion(frameOf(intent, peopleNamed(reading, slotsOf(reading)), reading, []));
};

describe("what an intent makes of the names", () => {
  it.each<[Intent, string, string]>([
    ["lookup", "what does a data engineer earn", "lookup:data-engineer"],
    ["lookup", "as a data analyst, what does a data engineer earn", "lookup:data-engineer"],
    ["lookup", "tell me about data science", "lookup:data-scientist"],
    ["lookup", "what do they earn", "lookup"],
    ["compare", "data engineer vs data scientist", "compare:data-engineer+data-scientist"],
    ["compare", "data engineering vs data science", "compare:data-engineer+data-scientist"],
    ["compare", "data engineer vs data engineer", "compare:data-engineer"],
    ["transition", "from data analyst to data engineer", "transition:data-analyst>data-engineer"],
    [
      "transition",
      "become a data engineer coming from data analyst",
      "transition:data-analyst>data-engineer",
    ],
    ["transition", "data analyst turned data engineer", "transition:data-analyst>data-engineer"],
    ["transition", "nurse to data engineer", "transition:>data-engineer"],
    ["transition", "how do I become a data engineer", "transition:>data-engineer"],
    ["transition", "I studied physics, can I be a data scientist", "transition:>data-scientist"],
    ["find-roles", "which jobs use python and sql", "find-roles:::python+sql"],
    ["find-roles", "jobs with python but without a phd", "find-roles:::python"],
    ["find-roles", "what suits me", "find-roles"],
    ["advice", "I'm a data engineer, should I learn python", "advice:data-engineer::python"],
    ["advice", "what should I learn", "advice"],
    ["openings", "any data engineer jobs in madrid", "openings:data-engineer"],
    ["openings", "who is hiring", "openings"],
    ["greeting", "hello data engineer", "greeting"],
    ["out-of-scope", "data engineer cake recipe", "out-of-scope"],
  ])("%s: %s", (intent, text, expected) => {
    expect(frame(intent, text)).toBe(expected);
  });
});
