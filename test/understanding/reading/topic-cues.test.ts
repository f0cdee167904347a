import { describe, expect, it, test } from "vitest";
import { findTopicCues } from "../../../src/understanding/reading/topic-cues.ts";
import { buildVocabulary } from "../../../src/understanding/vocabulary/vocabulary.ts";
import { realKnowledge } from "../../support/brain.ts";
import { realReader } from "../understander.ts";

const vocabulary = buildVocabulary(await realKnowledge());
const read = await realReader();
const cues = (text: string) => findTopicCues(read(text), vocabulary);
const strong = (text: string) =>
  cues(text)
    .filter((cue) => cue.strength === "cue")
    .map((cue) => cue.topic);

describe("words that ask for a topic", () => {
  it.each([
    ["data engineer salary", "salary"],
    ["what do data engineers earn", "salary"],
    ["what is a data engineer", "definition"],
    ["what does a data engineer do", "responsibilities"],
    ["data engineer duties", "responsibilities"],
    ["skills of a data engineer", "skills"],
    ["do data engineers need python", "skills"],
    ["tools of a data engineer", "tools"],
    ["do data engineers use airflow", "tools"],
    ["data engineer degree", "education"],
    ["do i need a phd", "education"],
    ["years of experience", "experience"],
    ["career path", "career-path"],
    ["data engineer interview questions", "interview"],
    ["is there demand for data engineers", "outlook"],
    ["which industries hire data engineers", "industries"],
    ["work-life balance", "working-conditions"],
    ["do they work from home", "working-conditions"],
    ["how to become a data engineer", "getting-started"],
  ])("%s: %s", (text, topic) => {
    expect(strong(text)).toContain(topic);
  });
});

test("the words of a role's name ask for nothing", () => {
  expect(cues("data architect")).toEqual([]);
  expect(cues("research scientist")).toEqual([]);
});

test("cues say where they stand", () => {
  const [cue] = cues("data engineer salary please");
  expect(cue).toMatchObject({ topic: "salary", start: 2, end: 3 });
});
