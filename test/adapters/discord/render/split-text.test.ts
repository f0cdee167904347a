import fc from "fast-check";
import { expect, test } from "vitest";
import { splitText } from "../../../../src/adapters/discord/render/split-text.ts";

test("a text is cut at a blank line, else at a line, else at a word", () => {
  expect(splitText("aaa\n\nbbb ccc", 9)).toEqual(["aaa", "bbb ccc"]);
  expect(splitText("aaaa bb\ncccc", 9)).toEqual(["aaaa bb", "cccc"]);
  expect(splitText("aaaa bbbb cccc", 10)).toEqual(["aaaa bbbb", "cccc"]);
});

test("a text that just fits stays whole", () => {
  expect(splitText("a".repeat(10), 10)).toHaveLength(1);
  expect(splitText("a".repeat(11), 10)).toEqual(["a".repeat(10), "a"]);
});

test("a surrogate pair and an escaped sign are not torn apart", () => {
  expect(splitText(`${"a".repeat(9)}😀b`, 10)).toEqual(["a".repeat(9), "😀b"]);
  expect(splitText(`${"a".repeat(9)}\\*b`, 10)).toEqual(["a".repeat(9), "\\*b"]);
});

test("no word is lost and no piece is too long", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 300 }), fc.integer({ min: 8, max: 60 }), (text, max) => {
      const pieces = splitText(text, max);
      expect(pieces.every((piece) => piece.length <= max && piece.length > 0)).toBe(true);
      expect(pieces.join("").replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
    }),
  );
});
