import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Answer } from "../../src/answers/answer.ts";
import { parseMarkdown } from "../../src/answers/markdown.ts";
import { plainMarkdown, plainTable, plainText, wrap } from "../../src/answers/plain-text.ts";

const source = (key: string) => ({
  key,
  title: `Title of ${key}`,
  publisher: `Publisher of ${key}`,
  url: `https://example.org/${key}`,
  date: "2025",
  licence: "CC BY 4.0",
});

function answer(over: Partial<Answer> = {}): Answer {
  return {
    title: "Title",
    summary: "It is so.",
    sections: [],
    tables: [],
    sources: [],
    followUps: [],
    outcome: "answered",
    audience: "public",
    ...over,
  };
}

describe("wrap", () => {
  it("fills a line to its last column and not beyond", () => {
    expect(wrap("aaaa bbbb", 9)).toBe("aaaa bbbb");
    expect(wrap("aaaa bbbb", 8)).toBe("aaaa\nbbbb");
  });

  it("leaves a word whole that is longer than a line", () => {
    expect(wrap("see https://example.org/long now", 10)).toBe("see\nhttps://example.org/long\nnow");
  });

  it("hangs the lines after the first", () => {
    expect(wrap("[1] one two three", 9, "", "    ")).toBe("[1] one\n    two\n    three");
  });

  it("keeps line breaks of the text", () => {
    expect(wrap("one\ntwo", 80)).toBe("one\ntwo");
  });

  it("loses no word and passes the width only for a word that is too long", () => {
    const word = fc.stringMatching(/^[a-z]{1,14}$/);
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), fc.integer({ min: 5, max: 40 }), (words, width) => {
        const lines = wrap(words.join(" "), width).split("\n");
        expect(lines.flatMap((line) => line.split(" ")).filter((each) => each !== "")).toEqual(words);
        for (const line of lines) if (line.length > width) expect(line).not.toContain(" ");
      }),
    );
  });
});

describe("a table", () => {
  const table = {
    caption: "Pay",
    columns: ["Level", "Median"],
    rows: [
      ["Entry", "$1"],
      ["Senior", "$22"],
    ],
  };

  it("stands in aligned columns where it fits, to the column", () => {
    // "Senior" and "Median" are six wide, with two columns between them.
    expect(plainTable(table, 14)).toBe(
      ["Pay", "Level   Median", "------  ------", "Entry   $1", "Senior  $22"].join("\n"),
    );
  });

  it("becomes a small list a row where it is one column too wide", () => {
    expect(plainTable(table, 13)).toBe(
      ["Pay", "Entry", "  Median: $1", "Senior", "  Median: $22"].join("\n"),
    );
  });

  it("is never wider than a comfortable line, however wide the window", () => {
    const wide = { ...table, rows: [["Entry", "x".repeat(95)]] };
    expect(plainTable(wide, 200)).toContain(`  Median: ${"x".repeat(95)}`);
  });
});

describe("Markdown", () => {
  it("loses its marks and keeps its words, links and numbers", () => {
    const root = parseMarkdown(
      "- **Bold** and *soft* `code` [here](https://example.org/a)[^b]\n- two[^a]\n\n1. first\n2. second",
    );
    const numbers = new Map([
      ["a", 1],
      ["b", 2],
    ]);
    expect(plainMarkdown(root, 80, numbers)).toBe(
      "- Bold and soft code here (https://example.org/a) [2]\n- two [1]\n1. first\n2. second",
    );
  });

  it("indents a list in a list, and what hangs over", () => {
    expect(plainMarkdown(parseMarkdown("- one two\n  - three four"), 9)).toBe(
      "- one two\n  - three\n    four",
    );
  });

  it("leaves out a number for a source that is not listed", () => {
    expect(plainMarkdown(parseMarkdown("So.[^lost]"), 80)).toBe("So.");
  });
});

describe("the text twin", () => {
  it("says everything in reading order", () => {
    const text = plainText(
      answer({
        tables: [{ caption: "Table", columns: ["A", "B"], rows: [["1", "2"]] }],
        sections: [{ heading: "Section", body: parseMarkdown("Body.[^b]") }],
        sources: [source("a"), source("b")],
        followUps: [{ label: "Pay", question: { intent: "help", roles: [], topics: [] } }],
      }),
    );
    expect(text.split("\n\n")).toEqual([
      "Title",
      "It is so.",
      "Table\nA  B\n-  -\n1  2",
      "Section\nBody. [2]",
      "Sources\n[1] Publisher of a: Title of a, 2025 (CC BY 4.0). https://example.org/a\n[2] Publisher of b: Title of b, 2025 (CC BY 4.0). https://example.org/b",
      "Ask next: Pay",
    ]);
  });

  it.each([
    ["answered", "Ask next: Pay"],
    ["clarify", "Did you mean: Pay"],
    ["declined", "What I can answer: Pay"],
  ] as const)("names the follow-ups of what was %s", (outcome, line) => {
    const followUps = [{ label: "Pay", question: { intent: "help" as const, roles: [], topics: [] } }];
    expect(plainText(answer({ outcome, followUps }))).toContain(line);
    expect(plainText(answer({ outcome, followUps }), { withoutFollowUps: true })).not.toContain("Pay");
  });
});
