import { describe, expect, it, test } from "vitest";
import { findCues } from "../../../src/understanding/reading/cues.ts";
import { realReader } from "../understander.ts";

const read = await realReader();
const cues = (text: string) => findCues(read(text)).map((cue) => cue.id);

describe("signs of the kind of question", () => {
  it.each([
    ["data engineer vs data scientist", "versus"],
    ["what is the difference between a data engineer and a data scientist", "compares"],
    ["data engineer or data scientist", "or-between"],
    ["data engineer and data scientist", "and-between"],
    ["data engineer, data scientist", "side-by-side"],
    ["who earns more than a data engineer", "than"],
    ["which of them pays more", "which-of"],
    ["switching to data engineering", "move"],
    ["from nurse to data engineer", "from-to"],
    ["nurse -> data engineer", "arrow"],
    ["i want to become a data engineer", "goal"],
    ["i work as a nurse", "my-start"],
    ["data engineer here", "here"],
    ["my boss asked me", "first-person"],
    ["which role is for me", "which-role"],
    ["what suits someone who likes maths", "fits"],
    ["what pays the most", "superlative"],
    ["i know python", "own-skills"],
    ["what should i learn next", "my-next"],
    ["any vacancies for data engineers", "openings"],
    ["can you do that", "asks-bot"],
    ["list all the roles", "list"],
    ["do you store my data", "data-words"],
    ["hello there", "hello"],
    ["thanks a lot", "thanks"],
    ["what can you do", "help"],
    ["write me a poem", "code-task"],
    ["fix ```let x``` please", "code-task"],
    ["how do i become a nurse", "job-as-goal"],
    ["is a nurse happy", "job-only"],
  ])("%s: %s", (text, cue) => {
    expect(cues(text)).toContain(cue);
  });

  it.each([
    ["hello there", "thanks"],
    ["what does a data engineer do", "versus"],
    ["what does a data engineer do", "or-between"],
    ["from nurse to data engineer", "job-only"],
    ["data engineer salary", "first-person"],
    ["universe", "versus"],
  ])("%s: not %s", (text, cue) => {
    expect(cues(text)).not.toContain(cue);
  });
});

test("each sign is said in plain words, once", () => {
  const found = findCues(read("im a nurse, data engineer vs data scientist, which pays more, thanks"));
  expect(new Set(found.map((cue) => cue.id)).size).toBe(found.length);
  for (const { says } of found) expect(says).toMatch(/^(?:it|the|an|another|only) /);
});
