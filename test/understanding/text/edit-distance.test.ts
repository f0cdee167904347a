import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { editDistance } from "../../../src/understanding/text/edit-distance.ts";

describe("edits", () => {
  it.each([
    ["data", "data", 0],
    ["data", "dta", 1],
    ["data", "datta", 1],
    ["data", "dats", 1],
    ["data", "dtaa", 1],
    ["scientist", "sceintits", 2],
    ["engineer", "enginer", 1],
    ["kitten", "sitting", 3],
    ["", "abc", 3],
    ["abc", "", 3],
    ["", "", 0],
    // Each letter is moved once: "ca" to "abc" is three edits, not two.
    ["ca", "abc", 3],
  ])("from %j to %j are %i", (a, b, expected) => {
    expect(editDistance(a, b, 5)).toBe(expected);
    expect(editDistance(b, a, 5)).toBe(expected);
  });
});

describe("the limit", () => {
  it.each([
    ["scientist", "engineer", 2],
    ["ab", "abcdef", 1],
    ["data", "beta", 1],
    ["a", "b", 0],
  ])("gives up on %j and %j beyond %i", (a, b, limit) => {
    expect(editDistance(a, b, limit)).toBe(limit + 1);
  });

  test("is still met at its edge", () => {
    expect(editDistance("abcd", "abxy", 2)).toBe(2);
    expect(editDistance("abcd", "axyz", 2)).toBe(3);
  });
});

const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 8 });

test("is that of the textbook, or beyond the limit", () => {
  fc.assert(
    fc.property(word, word, fc.integer({ min: 0, max: 4 }), (a, b, limit) => {
      expect(Math.min(editDistance(a, b, limit), limit + 1)).toBe(Math.min(textbook(a, b), limit + 1));
    }),
    { seed: 11, numRuns: 2_000 },
  );
});

/** Optimal string alignment by its recursion, memoised. */
function textbook(a: string, b: string): number {
  const known = new Map<string, number>();
  const from = (i: number, k: number): number => {
    if (i === 0 || k === 0) return i + k;
    const key = `${i},${k}`;
    const ready = known.get(key);
    if (ready !== undefined) return ready;
    const swapped = i > 1 && k > 1 && a[i - 1] === b[k - 2] && a[i - 2] === b[k - 1];
    const least = Math.min(
      from(i - 1, k) + 1,
      from(i, k - 1) + 1,
      from(i - 1, k - 1) + (a[i - 1] === b[k - 1] ? 0 : 1),
      swapped ? from(i - 2, k - 2) + 1 : Number.POSITIVE_INFINITY,
    );
    known.set(key, least);
    return least;
  };
  return from(a.length, b.length);
}
