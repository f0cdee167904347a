import { describe, expect, test } from "vitest";
import type { Topic } from "../../../src/knowledge/topics.ts";
import { chooseTopics } from "../../../src/understanding/deciding/choose-topics.ts";
import type { Intent } from "../../../src/understanding/question.ts";
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

/** The lowest probability in hundredths at which a topic that stands alone is chosen. */
function leastChosen(cues: FoundTopicCue[], intent: Intent, topic: Topic = "skills"): number {
  for (let n = 1; n <= 100; n += 0.25) {
    if (chosen(scores([topic, n / 100]), cues, intent).length > 0) return n;
  }
  return Number.POSITIVE_INFINITY;
}

describe("topics are chosen", () => {
  test("for a look-up though none stands out, since it asks for something", () => {
    expect(chosen(scores(["salary", 0.2], ["skills", 0.1]), [], "lookup")).toEqual(["salary"]);
  });

  test("for a move only where one is likely", () => {
    expect(chosen(scores(["salary", 0.2]), [], "transition")).toEqual([]);
    expect(chosen(scores(["salary", 0.95]), [], "transition")).toEqual(["salary"]);
  });

  test.each(["lookup", "compare", "find-roles", "advice"] as const)(
    "more readily where a word asks for them, and a hint is no such word: %s",
    (intent) => {
      expect(leastChosen([cue("skills")], intent)).toBeLessThan(leastChosen([], intent));
      expect(leastChosen([cue("skills", "hint")], intent)).toBe(leastChosen([], intent));
    },
  );

  test("two at a time where both are all but certain", () => {
    const both = [cue("salary"), cue("skills")];
    expect(chosen(scores(["salary", 0.98], ["skills", 0.95]), both, "lookup")).toEqual(["salary", "skills"]);
    expect(chosen(scores(["salary", 0.98], ["skills", 0.3]), both, "lookup")).toEqual(["salary"]);
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

  test("less readily for what tells where somebody starts from", () => {
    expect(leastChosen([], "transition", "education")).toBeGreaterThan(
      leastChosen([], "transition", "skills"),
    );
    expect(leastChosen([], "transition", "education")).toBeGreaterThan(
      leastChosen([], "lookup", "education"),
    );
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
