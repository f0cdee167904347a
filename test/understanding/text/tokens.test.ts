import { describe, expect, it, test } from "vitest";
import { nameWords, tokenize } from "../../../src/understanding/text/tokens.ts";

const words = (text: string) => tokenize(text).map((token) => token.word);
const folded = (text: string) => tokenize(text).map((token) => token.folded);

describe("words", () => {
  it.each([
    ["What's a data-engineer?", ["whats", "a", "data", "engineer"]],
    ["C++ and C# or R", ["c++", "and", "c#", "or", "r"]],
    ["ML/AI (remote), please!", ["ml", "ai", "remote", "please"]],
    ["analyst->engineer", ["analyst", "->", "engineer"]],
    ["$130k in 2026", ["130k", "in", "2026"]],
    ["#general data", ["general", "data"]],
    ["don’t I'd they're", ["dont", "id", "theyre"]],
    ["зарплата data", ["зарплата", "data"]],
  ])("are cut from %j", (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  test.each(["", "   ", "?!.,;", "()[]{}", "---///"])("are none in %j", (text) => {
    expect(tokenize(text)).toEqual([]);
  });

  test("keep what was typed beside them", () => {
    expect(tokenize("Don't PANIC").map((token) => token.raw)).toEqual(["Don't", "PANIC"]);
  });
});

describe("folding", () => {
  it.each([
    ["engineers", "engineer"],
    ["companies", "company"],
    ["DEs", "de"],
    ["MLEs", "mle"],
    ["aws", "aws"],
    ["kubernetes", "kubernetes"],
    ["statistics", "statistics"],
    ["business", "business"],
    ["mlops", "mlops"],
    ["analysis", "analysis"],
    ["bus", "bus"],
  ])("makes %s into %s", (word, expected) => {
    expect(folded(word)).toEqual([expected]);
  });

  test("cuts a name as it cuts a question", () => {
    expect(nameWords("Machine-Learning Engineers")).toEqual(folded("machine learning engineer"));
  });
});

describe("sentences and pauses", () => {
  test("count sentences at stops, question marks and line ends", () => {
    expect(tokenize("Hi. I teach\nWhat now? Really").map((token) => token.sentence)).toEqual([
      0, 1, 1, 2, 2, 3,
    ]);
  });

  test("do not count a stop before the first word", () => {
    expect(tokenize("... so what")[0]?.sentence).toBe(0);
  });

  test("mark the word after a comma, a bracket or a stop", () => {
    const paused = tokenize("well, data (engineer) pay. now").filter((token) => token.afterPause);
    expect(paused.map((token) => token.word)).toEqual(["data", "engineer", "pay", "now"]);
  });

  test("do not take a hyphen or a slash for a pause", () => {
    expect(tokenize("machine-learning ai/ml").some((token) => token.afterPause)).toBe(false);
  });
});
