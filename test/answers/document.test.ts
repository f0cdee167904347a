import { describe, expect, it } from "vitest";
import { bullets, finish, followUp, listWords, section, shorten } from "../../src/answers/document.ts";
import { parseMarkdown, plainParagraph } from "../../src/answers/markdown.ts";
import { plainMarkdown } from "../../src/answers/plain-text.ts";
import { plainQuestion } from "../../src/understanding/question.ts";
import { realKnowledge } from "../support/brain.ts";

const knowledge = await realKnowledge();
const [first = "", second = ""] = knowledge.sources.keys();

describe("an answer's sources", () => {
  it("are those of tables, then of the text, each once, in the order of first use", () => {
    const answer = finish(
      {
        title: "T",
        summary: "S.",
        sourceKeys: [second],
        sections: [
          section("H", `One.[^${first}] Two.[^${second}]`),
          bullets(undefined, [`three[^${first}]`]),
        ],
      },
      knowledge,
    );
    expect(answer.sources.map(({ key }) => key)).toEqual([second, first]);
  });

  it("leave out a key that nobody knows", () => {
    expect(finish({ title: "T", summary: "S.", sourceKeys: ["nobody"] }, knowledge).sources).toEqual([]);
  });
});

describe("follow-ups", () => {
  it("ask each question once, and are ten at most", () => {
    const topics = [...knowledge.topics.keys()];
    const followUps = [...topics, ...topics].map((topic) =>
      followUp(topic, plainQuestion("lookup", ["data-engineer"], [topic])),
    );
    const answer = finish({ title: "T", summary: "S.", followUps }, knowledge);
    expect(answer.followUps).toHaveLength(10);
    expect(new Set(answer.followUps.map(({ label }) => label)).size).toBe(10);
  });

  it.each([
    ["x".repeat(38), "x".repeat(38)],
    ["x".repeat(39), `${"x".repeat(37)}…`],
    ["From machine learning engineer to data scientist", "From machine learning engineer to…"],
  ])("have labels that a phone shows whole: %s", (label, shown) => {
    const answer = finish(
      { title: "T", summary: "S.", followUps: [followUp(label, plainQuestion("help"))] },
      knowledge,
    );
    expect(answer.followUps[0]?.label).toBe(shown);
  });
});

it.each([
  [[], ""],
  [["a"], "a"],
  [["a", "b"], "a and b"],
  [["a", "b", "c"], "a, b and c"],
])("%j is listed as %s", (words, text) => {
  expect(listWords(words)).toBe(text);
});

it("a text is cut at a word", () => {
  expect(shorten("one two three", 13)).toBe("one two three");
  expect(shorten("one two three", 12)).toBe("one two…");
});

describe("Markdown", () => {
  it("turns [^key] into a reference, with no definition left in the text", () => {
    const root = parseMarkdown("So it is.[^some-key] And more[^other].");
    expect(JSON.stringify(root)).toContain('"identifier":"some-key"');
    expect(root.children.map(({ type }) => type)).toEqual(["paragraph"]);
    expect(plainMarkdown(root, 80)).toBe("So it is. And more.");
  });

  it("stays plain where it is somebody's own words", () => {
    const root = plainParagraph("*not bold* [no link](https://example.org) `no code`");
    expect(plainMarkdown(root, 200)).toBe("*not bold* [no link](https://example.org) `no code`");
  });
});
