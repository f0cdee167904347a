import { describe, expect, it } from "vitest";
import { readingGrade } from "../../../src/knowledge/matrix/reading-level.ts";

describe("the automated readability index", () => {
  it("is its formula over letters, words and sentences", () => {
    // 28 letters, 6 words, 2 sentences.
    expect(readingGrade("The cats sleep. They like mornings.")).toBeCloseTo(
      4.71 * (28 / 6) + 0.5 * 3 - 21.43,
      6,
    );
  });

  it("rises with longer words and with longer sentences", () => {
    const easy = readingGrade("We fix the jobs. They run at night. We sleep.");
    expect(readingGrade("We fix the jobs that run at night so that we sleep.")).toBeGreaterThan(easy);
    expect(
      readingGrade("Engineers repair pipelines. Failures happen overnight. Everybody sleeps."),
    ).toBeGreaterThan(easy);
  });

  it("takes list items for sentences and leaves sources out", () => {
    expect(readingGrade("- We fix jobs[^a]\n- They run")).toBe(readingGrade("We fix jobs. They run."));
  });
});
