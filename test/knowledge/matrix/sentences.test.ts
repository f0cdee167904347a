import { describe, expect, it } from "vitest";
import { sentencesOf, wordCount } from "../../../src/knowledge/matrix/sentences.ts";

describe("sentences of a section", () => {
  it("come without marks and sources, with the line on which each begins", () => {
    const markdown =
      "One thing is **this**. Another\nis that.[^a]\n\n- A *bold* item\n- Two `here`. And [a link](https://x.org/y).[^b]\n  Going on.";
    expect(sentencesOf(markdown)).toEqual([
      { text: "One thing is this.", at: 0 },
      { text: "Another is that.", at: 0 },
      { text: "A bold item", at: 3 },
      { text: "Two here.", at: 4 },
      { text: "And a link.", at: 4 },
      { text: "Going on.", at: 5 },
    ]);
  });

  it("count words as a reader does", () => {
    expect(wordCount("- **Guard:** test 5 things – daily.[^a][^b]")).toBe(5);
    expect(wordCount("")).toBe(0);
  });
});
