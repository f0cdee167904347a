import { describe, expect, it, test } from "vitest";
import { realUnderstander } from "./understander.ts";

const { understand } = await realUnderstander();
const evidenceOf = async (text: string) => (await understand(text)).evidence;

describe("what named a role", () => {
  it.each([
    ["data engineer salary", "data-engineer", "data engineer", "name"],
    ["mle salary", "machine-learning-engineer", "mle", "alias"],
    ["boss of the data scientists salary", "data-science-manager", "boss of the data scientists", "composed"],
    ["data enginer salary", "data-engineer", "data engineer", "name, spelling mended"],
    ["is data science hard", "data-scientist", "data science", "a field"],
  ])("%s", async (text, id, words, how) => {
    const { roles } = await evidenceOf(text);
    expect(roles).toContainEqual({ id, words, how: expect.stringContaining(how.split(",")[0]!) });
    expect(roles.find((item) => item.id === id)?.how.includes("mended")).toBe(how.includes("mended"));
  });
});

test("what asked for the topic is quoted", async () => {
  const { topics } = await evidenceOf("how much does a data engineer earn");
  expect(topics).toContainEqual({ id: "salary", words: "earn", how: "in so many words" });
});

test("a topic that no word asked for says so", async () => {
  const { topics } = await evidenceOf("does being a statistician put food on the table");
  for (const topic of topics) {
    if (topic.words === "") expect(topic.how).toBe("like questions that were asked before");
  }
});

test("skills say what they are, and whether they were ruled out", async () => {
  const { skills } = await evidenceOf("jobs with python but without a phd");
  expect(skills).toContainEqual({ id: "python", words: "python", how: "skill" });
  expect(skills).toContainEqual({ id: "doctorate", words: "phd", how: "degree, ruled out" });
});

test("the three likeliest intents are given, best first", async () => {
  const { intents } = await evidenceOf("data engineer vs data scientist");
  expect(intents).toHaveLength(3);
  expect(intents[0]?.intent).toBe("compare");
  expect(intents.map((each) => each.probability)).toEqual(
    intents.map((each) => each.probability).sort((a, b) => b - a),
  );
});

test("signs are told in plain words", async () => {
  expect((await evidenceOf("data engineer vs data scientist")).cues).toContain(
    "it sets things against each other",
  );
});

describe("the decision is one sentence", () => {
  it.each([
    ["data engineer salary", "One reading is clearly the likeliest."],
    ["what's the weather in oslo", "Nothing in it is about a role that I know."],
    ["what do they earn", "It does not say which role."],
  ])("%s", async (text, decision) => {
    expect((await evidenceOf(text)).decision).toBe(decision);
  });
});

test("no quotation is longer than forty characters", async () => {
  const long =
    "what about the person who keeps the machine learning models running in production all night, their pay";
  const { roles, topics, skills } = await evidenceOf(long);
  for (const { words } of [...roles, ...topics, ...skills]) expect(words.length).toBeLessThanOrEqual(40);
});
