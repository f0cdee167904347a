import { describe, expect, test } from "vitest";
import { buildTokenizer, type Vocabulary } from "../../../src/understanding/classifier/sentence-pieces.ts";

const reserved: Vocabulary = ["�", "<s>", "</s>", "spare 1", "spare 2", "spare 3"].map((piece) => [piece, 0]);
const pieces = ["▁", "▁a", "a", "b", "▁ab", "ab", "c"];
const vocabulary: Vocabulary = [...reserved, ...pieces.map((piece, at) => [piece, -3 - at] as const)];
const split = (text: string, most = 100) =>
  buildTokenizer(vocabulary, most)(text).map((row) => vocabulary[row]![0]);

describe("splitting into word pieces", () => {
  test("takes the likeliest split, not the first or the longest piece", () => {
    expect(split("ab")).toEqual(["▁ab"]);
    expect(split("abab")).toEqual(["▁ab", "ab"]);
    expect(split("aab")).toEqual(["▁a", "ab"]);
    expect(split("cab")).toEqual(["▁", "c", "ab"]);
  });

  test("counts a run of unknown characters as one", () => {
    expect(split("aXYZb")).toEqual(["▁a", "�", "b"]);
    expect(split("😀😀")).toEqual(["▁", "�"]);
  });

  test("reads only so many characters", () => {
    expect(split("ab ab ab ab", 3)).toEqual(["▁ab"]);
  });

  test("folds compatibility forms and gives nothing for nothing", () => {
    expect(split("ａｂ")).toEqual(["▁ab"]);
    expect(split("")).toEqual([]);
  });
});
