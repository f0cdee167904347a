import { describe, expect, test } from "vitest";
import type { Topic } from "../../../src/knowledge/topics.ts";
import { chooseTopics } from "../../../src/understanding/deciding/choose-topics.ts";
import type { FoundTopicCue } from "../../../src/understanding/reading/topic-cues.ts";

const cue = (topic: Topic, strength: FoundTopicCue["strength"] = "cue"): FoundTopicCue => ({
  topic,
  strength,
  start: 1,
  end: 2,
});
const scores = (...pairs: [string, number][]) =>
  pairs.map(([label, probability]) => ({ label, probability })).sort((a, b) => b.probability - a.probability);
const chosen = (...args: Parameters<typeof chooseTopics>) => chooseTopics(...args).map((each) => each.topic);

describe("topics are chosen", () => {
  test("for a look-up though none stands out, since it asks for something", () => {
    expect(chosen(scores(["salary", 0.2], ["skills", 0.1]), [], "lookup")).toEqual(["salary"]);
  });

  test("for a move only where one is likely", () => {
    expect(chosen(scores(["salary", 0.2]), [], "transition")).toEqual([]);
    expect(chosen(scores(["salary", 0.9]), [], "transition")).toEqual(["salary"]);
  });

  test("more readily where a word asks for them", () => {
    const nearly = scores(["salary", 0.3]);
    expect(chosen(nearly, [], "transition")).toEqual([]);
    expect(chosen(nearly, [cue("salary")], "transition")).toEqual(["salary"]);
    expect(chosen(nearly, [cue("salary", "hint")], "transition")).toEqual([]);
  });

  test("two at a time where both are likely, and the second is asked for", () => {
    const two = scores(["salary", 0.9], ["skills", 0.6]);
    expect(chosen(two, [cue("salary"), cue("skills")], "lookup")).toEqual(["salary", "skills"]);
    expect(chosen(two, [cue("salary")], "lookup")).toEqual(["salary"]);
  });

  test("never more than three", () => {
    const many = scores(
      ["salary", 0.99],
      ["skills", 0.98],
      ["tools", 0.97],
      ["outlook", 0.96],
      ["interview", 0.95],
    );
    expect(chosen(many, [], "lookup")).toEqual(["salary", "skills", "tools"]);
  });

  test("not for where somebody starts from", () => {
    const degree = scores(["education", 0.7]);
    expect(chosen(degree, [], "transition")).toEqual([]);
    expect(chosen(degree, [cue("education")], "transition")).toEqual(["education"]);
    expect(chosen(degree, [], "lookup")).toEqual(["education"]);
  });

  test("not from labels that are no topics", () => {
    expect(chosen(scores(["weather", 0.99], ["salary", 0.5]), [], "lookup")).toEqual(["salary"]);
  });

  test("with their probability, likeliest first", () => {
    expect(chooseTopics(scores(["salary", 0.8], ["skills", 0.9]), [], "lookup")).toEqual([
      { topic: "skills", probability: 0.9 },
      { topic: "salary", probability: 0.8 },
    ]);
  });
});
