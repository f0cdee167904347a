import { describe, expect, it, test } from "vitest";
import { nameWords, tokenize } from "../../../src/understanding/text/tokens.ts";
import { PhraseBook } from "../../../src/understanding/vocabulary/phrase-book.ts";

const book = new PhraseBook<string>();
for (const [phrase, value] of [
  ["data", "field"],
  ["data engineer", "role"],
  ["data entry clerk", "other"],
  ["work from home", "place"],
] as const)
  book.add(nameWords(phrase), value);
book.add(["salar*"], "pay");
book.add(["pa*"], "perhaps");
book.add(["career", "prospect*"], "outlook");

const valuesAt = (text: string, at = 0) => book.matchesAt(tokenize(text), at).map((match) => match.value);

describe("phrases that begin at a word", () => {
  it.each([
    ["data engineers", ["role", "field"]],
    ["Data-Entry Clerks", ["other", "field"]],
    ["data entry", ["field"]],
    ["salaries", ["pay"]],
    ["salary", ["pay"]],
    ["salad", []],
    ["career prospects", ["outlook"]],
    ["career", []],
    ["nothing of ours", []],
  ])("of %j are %j, longest first", (text, values) => {
    expect(valuesAt(text)).toEqual(values);
  });

  test("begin where they are looked for, and nowhere else", () => {
    expect(valuesAt("a data engineer", 0)).toEqual([]);
    expect(valuesAt("a data engineer", 1)).toEqual(["role", "field"]);
    expect(valuesAt("a data engineer", 3)).toEqual([]);
  });

  test("say how many words they cover", () => {
    expect(book.longestAt(tokenize("work from home days"), 0)).toEqual({ length: 3, value: "place" });
    expect(book.longestAt(tokenize("work"), 0)).toBeUndefined();
  });
});

test("an empty phrase is no phrase", () => {
  const empty = new PhraseBook<string>();
  empty.add([], "nothing");
  expect(empty.matchesAt(tokenize("data"), 0)).toEqual([]);
});

test("several values may share their words", () => {
  const shared = new PhraseBook<string>();
  shared.add(["de"], "data engineer");
  shared.add(["de"], "Delaware");
  expect(shared.matchesAt(tokenize("DE"), 0).map((match) => match.value)).toEqual([
    "data engineer",
    "Delaware",
  ]);
});

test("the words of phrases can be listed, the open-ended ones left out", () => {
  expect(new Set(book.words((value) => value === "role" || value === "outlook"))).toEqual(
    new Set(["data", "engineer", "career"]),
  );
});
