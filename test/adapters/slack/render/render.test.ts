import fc from "fast-check";
import { fromMarkdown } from "mdast-util-from-markdown";
import { describe, expect, it } from "vitest";
import { clip, fits, SLACK_LIMITS } from "../../../../src/adapters/slack/render/limits.ts";
import { packLines } from "../../../../src/adapters/slack/render/lines.ts";
import { renderAnswer } from "../../../../src/adapters/slack/render/render.ts";
import { renderReply } from "../../../../src/adapters/slack/render/reply.ts";
import type { Answer, Table } from "../../../../src/answers/answer.ts";
import { everyTopic, topicLabel } from "../../../../src/answers/next.ts";
import { TOPICS } from "../../../../src/knowledge/topics.ts";
import { NO_EVIDENCE } from "../../../../src/understanding/evidence.ts";
import { plainQuestion } from "../../../../src/understanding/question.ts";
import { realKnowledge } from "../../../support/brain.ts";
import { checkMessageBlocks } from "../../../support/slack-server/blocks.ts";
import { answerOf } from "../fake-conversations.ts";

const knowledge = await realKnowledge();
const source = {
  key: "bls",
  title: "Occupational Outlook",
  publisher: "BLS",
  url: "https://www.bls.gov/ooh/",
  date: "2026",
  licence: "public domain",
};

function table(rows: number, columns: number, cell = "cell"): Table {
  return {
    caption: "Side by side",
    columns: Array.from({ length: columns }, (_, at) => `column ${at}`),
    rows: Array.from({ length: rows }, (_, row) =>
      Array.from({ length: columns }, (_, at) => `${cell} ${row}.${at}`),
    ),
  };
}

function refusedBy(answer: Answer): unknown[] {
  return renderAnswer(answer).flatMap(({ blocks }) => {
    const checked = checkMessageBlocks(blocks);
    return "error" in checked ? [checked] : [];
  });
}

describe("rendering an answer for Slack", () => {
  it("shows title, summary, table, sections, sources and follow-ups in that order", () => {
    const [message, ...rest] = renderAnswer(answerOf({ tables: [table(2, 3)], sources: [source] }));
    expect(rest).toEqual([]);
    expect(message?.blocks.map(({ type }) => type)).toEqual([
      "header",
      "section",
      "section",
      "table",
      "section",
      "context",
      "actions",
    ]);
    expect(message).toMatchObject({ unfurl_links: false, unfurl_media: false });
  });

  it("says in the text all that the blocks say", () => {
    const [message] = renderAnswer(answerOf({ tables: [table(2, 3)], sources: [source] }));
    for (const words of [
      "Data engineer",
      "Builds the pipelines",
      "column 1",
      "cell 1.2",
      "SQL",
      "https://www.bls.gov/ooh/",
    ])
      expect(message?.text).toContain(words);
  });

  it("puts the question itself into each button and names it aloud", () => {
    const [message] = renderAnswer(answerOf());
    expect(message?.blocks.at(-1)).toMatchObject({
      elements: [{ value: "lookup:data-engineer:salary", accessibility_label: "Ask: Pay" }],
    });
  });

  it("never lets Slack link, ping or format what stands in the knowledge or was typed", () => {
    const [message] = renderAnswer(answerOf({ summary: "Did you mean “<!here> *x*”?" }));
    expect(JSON.stringify(message?.blocks[1])).toContain("&lt;!here&gt; ∗x*");
    const texts = JSON.stringify(message?.blocks).match(/"type":"mrkdwn"[^}]*/g) ?? [];
    expect(texts.every((one) => one.includes('"verbatim":true'))).toBe(true);
    expect(message?.text).not.toContain("<!here>");
  });

  it("uses a data table with caption and row header where a table is long", () => {
    const [message] = renderAnswer(answerOf({ tables: [table(12, 3)] }));
    expect(message?.blocks.find(({ type }) => type === "data_table")).toMatchObject({
      caption: "Side by side",
      row_header_column_index: 0,
    });
    expect(
      renderAnswer(answerOf({ tables: [table(11, 3)] }))[0]?.blocks.some(({ type }) => type === "table"),
    ).toBe(true);
  });

  it("writes a second table as lines, since Slack takes one a message", () => {
    const [message, ...rest] = renderAnswer(answerOf({ tables: [table(2, 3), table(2, 3, "other")] }));
    expect(rest).toEqual([]);
    expect(JSON.stringify(message?.blocks)).toContain("• *other 0.0* – column 1: other 0.1");
  });

  it("splits between sections and marks the parts", () => {
    const sections = Array.from({ length: 12 }, (_, at) => ({
      heading: `Part ${at}`,
      body: fromMarkdown("word ".repeat(400)),
    }));
    const parts = renderAnswer(answerOf({ sections }));
    expect(parts.length).toBeGreaterThan(1);
    expect(JSON.stringify(parts[1]?.blocks[0])).toContain(`continued 2/${parts.length}`);
    expect(parts[0]?.blocks.some(({ type }) => type === "actions")).toBe(false);
    expect(parts.at(-1)?.blocks.at(-1)?.type).toBe("actions");
    const headings = parts.flatMap(({ text }) => text.match(/Part \d+/g) ?? []);
    expect(headings).toEqual(sections.map(({ heading }) => heading));
  });

  it.each([
    [
      "50 blocks and one more",
      answerOf({
        sections: Array.from({ length: 60 }, (_, at) => ({ heading: `H${at}`, body: fromMarkdown("x") })),
      }),
    ],
    [
      "a paragraph of 20,000 characters",
      answerOf({ sections: [{ heading: undefined, body: fromMarkdown("long ".repeat(4_000)) }] }),
    ],
    [
      "a word of 10,000 characters",
      answerOf({ sections: [{ heading: undefined, body: fromMarkdown("x".repeat(10_000)) }] }),
    ],
    [
      "signs that grow when they are escaped",
      answerOf({ sections: [{ heading: undefined, body: fromMarkdown("&".repeat(9_000)) }] }),
    ],
    ["100 rows", answerOf({ tables: [table(150, 5)] })],
    ["21 columns", answerOf({ tables: [table(3, 21)] })],
    ["a table of more than 10,000 characters", answerOf({ tables: [table(40, 4, "w".repeat(100))] })],
    ["empty cells", answerOf({ tables: [{ caption: "", columns: ["", "a"], rows: [["", ""]] }] })],
    ["no rows", answerOf({ tables: [{ caption: "c", columns: ["a"], rows: [] }] })],
    [
      "40 sources",
      answerOf({ sources: Array.from({ length: 40 }, (_, at) => ({ ...source, key: `s-${at}` })) }),
    ],
    [
      "ten follow-ups",
      answerOf({ outcome: "clarify", followUps: Array.from({ length: 10 }, () => answerOf().followUps[0]!) }),
    ],
  ])("stays within what Slack takes with %s", (_, answer) => {
    expect(refusedBy(answer)).toEqual([]);
  });

  it("stays within what Slack takes for whatever an answer says", () => {
    const words = fc.string({ unit: "grapheme", maxLength: 4_000 });
    const filled = words.filter((text) => text.trim() !== "");
    fc.assert(
      fc.property(
        filled,
        filled,
        fc.array(
          fc.record({
            heading: fc.option(filled, { nil: undefined }),
            body: words.map((text) => fromMarkdown(text)),
          }),
          { maxLength: 8 },
        ),
        fc.array(fc.array(words, { minLength: 3, maxLength: 3 }), { maxLength: 20 }),
        (title, summary, sections, rows) => {
          const tables = [{ caption: "c", columns: ["a", "b", "c"], rows }];
          expect(refusedBy(answerOf({ title, summary, sections, tables }))).toEqual([]);
        },
      ),
      { numRuns: 60, seed: 20261124 },
    );
  });
});

describe("the controls under a reply", () => {
  const reply = {
    answer: answerOf(),
    question: plainQuestion("lookup", ["data-engineer"]),
    confidence: 1,
    evidence: NO_EVIDENCE,
  };

  it("are within what Slack takes on every surface", () => {
    for (const surface of ["open", "command", "whisper"] as const)
      for (const { blocks } of renderReply(reply, surface))
        expect(checkMessageBlocks(blocks)).toHaveProperty("blocks");
  });

  it("offer feedback in the open, sharing after a command and a direct message in a whisper", () => {
    const json = (surface: "open" | "command" | "whisper") => JSON.stringify(renderReply(reply, surface));
    expect(json("open")).toContain("feedback_buttons");
    expect(json("command")).toContain("Share in channel");
    expect(json("command")).not.toContain("feedback_buttons");
    expect(json("whisper")).toContain("Continue in DM");
  });

  it("have a menu of all topics by the names that answers have for them", () => {
    const topics = everyTopic(["data-engineer"], knowledge);
    const [message] = renderReply({ ...reply, answer: answerOf({ topics }) }, "open");
    const menu = JSON.stringify(message?.blocks);
    for (const topic of TOPICS) {
      const text = { type: "plain_text", text: topicLabel(topic, knowledge), emoji: false };
      expect(menu).toContain(JSON.stringify({ text, value: `lookup:data-engineer:${topic}` }));
    }
  });

  it("do not offer to share what is personal", () => {
    const personal = { ...reply, answer: answerOf({ audience: "private" }) };
    expect(JSON.stringify(renderReply(personal, "command"))).not.toContain("Share in channel");
  });
});

describe("limits", () => {
  it.each([
    ["header", SLACK_LIMITS.headerText, fits.header],
    ["section", SLACK_LIMITS.sectionText, fits.section],
    ["button", SLACK_LIMITS.buttonText, fits.button],
    ["option value", SLACK_LIMITS.optionValue, fits.optionValue],
    ["block id", SLACK_LIMITS.blockId, fits.blockId],
  ])("of a %s hold at the edge", (_, max, predicate) => {
    expect(predicate.safeParse("x".repeat(max)).success).toBe(true);
    expect(predicate.safeParse("x".repeat(max + 1)).success).toBe(false);
    expect(predicate.safeParse("").success).toBe(false);
  });

  it("shorten without cutting an emoji in two", () => {
    expect(clip("abc", 3)).toBe("abc");
    expect(clip("abcd", 3)).toBe("ab…");
    expect(clip("a😀bc", 3)).toBe("a…");
  });

  it("never break a text inside a link", () => {
    const link = `<https://example.org/${"p".repeat(40)}|two words>`;
    const packed = packLines([`${"w ".repeat(20)}${link} end`], 90);
    expect(packed.some((text) => text.includes(link))).toBe(true);
    expect(packed.every((text) => text.length <= 90)).toBe(true);
  });
});
