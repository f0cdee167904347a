import { describe, expect, it, test } from "vitest";
import { peopleNamed } from "../../../src/understanding/deciding/people-named.ts";
import { weighIntents } from "../../../src/understanding/deciding/weigh-intents.ts";
import { featuresOf } from "../../../src/understanding/model/features.ts";
import { INTENTS } from "../../../src/understanding/question.ts";
import { slotsOf } from "../../../src/understanding/reading/slots.ts";
import { buildVocabulary } from "../../../src/understanding/vocabulary/vocabulary.ts";
import { realKnowledge } from "../../support/brain.ts";
import { builtModels, realReader } from "../understander.ts";

const vocabulary = buildVocabulary(await realKnowledge());
const read = await realReader();
const { familiar } = await builtModels();

interface LabelScore {
  label: string;
  probability: number;
}
const EVEN: LabelScore[] = INTENTS.map((label) => ({ label, probability: 1 / INTENTS.length }));

/** What names and structure make of a classifier that knows nothing. */
function weigh(text: string, options: { scores?: LabelScore[]; focusRoles?: number } = {}) {
  const reading = read(text);
  return weighIntents(options.scores ?? EVEN, {
    ...featuresOf(reading, vocabulary, (word) => familiar.has(word)),
    reading,
    people: peopleNamed(reading, slotsOf(reading)),
    focusRoles: options.focusRoles ?? 0,
    focusIntent: options.focusRoles ? "lookup" : undefined,
  });
}
const probability = (text: string, intent: string, options = {}) =>
  weigh(text, options).find((each) => each.intent === intent)?.probability ?? Number.NaN;

test("gives a distribution over all intents, likeliest first", () => {
  const weighed = weigh("data engineer vs data scientist");
  expect(weighed.map((each) => each.intent).sort()).toEqual([...INTENTS].sort());
  expect(weighed.reduce((sum, each) => sum + each.probability, 0)).toBeCloseTo(1);
  expect(weighed.map((each) => each.probability)).toEqual(
    weighed.map((each) => each.probability).sort((a, b) => b - a),
  );
});

test.each(INTENTS)("is the surer of %s the surer the classifier is", (intent) => {
  const text = "they say that it is so";
  const leaning = EVEN.map((score) => (score.label === intent ? { ...score, probability: 0.5 } : score));
  expect(probability(text, intent, { scores: leaning })).toBeGreaterThan(probability(text, intent));
});

test("stays finite where the classifier is certain, or empty", () => {
  for (const scores of [[], [{ label: "lookup", probability: 1 }]]) {
    for (const { probability: each } of weigh("data engineer", { scores })) expect(each).toBeGreaterThan(0);
  }
});

describe("evidence beside the classifier", () => {
  it.each([
    ["two roles set against each other", "data engineer vs data scientist", "compare", "lookup"],
    ["two roles and a choice", "data engineer or data scientist", "compare", "lookup"],
    ["two ends of a move", "from data analyst to data scientist", "transition", "compare"],
    ["another job as the start", "I'm a nurse, I want to be a data analyst", "transition", "compare"],
    ["another job as the goal", "how do I become a nurse", "out-of-scope", "lookup"],
    ["a role and a topic", "data engineer salary", "lookup", "greeting"],
    ["a role and a topic after thanks", "thanks. data engineer salary?", "lookup", "thanks"],
    ["who the asker is, and nothing else", "i'm a data scientist", "advice", "transition"],
  ])("%s", (_, text, likelier, thanThat) => {
    expect(probability(text, likelier)).toBeGreaterThan(2 * probability(text, thanThat));
  });

  it.each([
    ["a comparison needs two roles", "data engineer", "compare"],
    ["a move needs a role", "how do I change", "transition"],
    ["a look-up needs something to look up", "hello and good morning", "lookup"],
  ])("%s", (_, text, intent) => {
    expect(probability(text, intent)).toBeLessThan(1 / INTENTS.length);
  });
});

describe("the talk so far", () => {
  test("makes a topic alone a look-up", () => {
    const text = "and the salary";
    expect(probability(text, "lookup", { focusRoles: 1 })).toBeGreaterThan(probability(text, "lookup"));
    expect(probability(text, "out-of-scope", { focusRoles: 1 })).toBeLessThan(
      probability(text, "out-of-scope"),
    );
  });

  test("lets a comparison go without names", () => {
    const text = "which pays more";
    expect(probability(text, "compare", { focusRoles: 2 })).toBeGreaterThan(probability(text, "compare"));
  });
});
