import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LIMITS } from "../../../../src/adapters/discord/render/limits.ts";
import type { DiscordMessage } from "../../../../src/adapters/discord/render/message-body.ts";
import { renderAnswer } from "../../../../src/adapters/discord/render/render.ts";
import type { Answer } from "../../../../src/answers/answer.ts";
import { everyTopic, topicLabel } from "../../../../src/answers/next.ts";
import { TOPICS } from "../../../../src/knowledge/topics.ts";
import { plainQuestion } from "../../../../src/understanding/question.ts";
import { realKnowledge } from "../../../support/brain.ts";
import { flatten } from "../../../support/discord-server/validate/components.ts";
import { parseMessage } from "../../../support/discord-server/validate/message.ts";
import { answerWith, COMPARE, followUps, markdown, PAY, source } from "./sample-answers.ts";

const knowledge = await realKnowledge();
const texts = (message: DiscordMessage) =>
  flatten(message.components ?? []).flatMap(({ content }) => (typeof content === "string" ? [content] : []));
const labels = (message: DiscordMessage) =>
  flatten(message.components ?? []).flatMap((one) =>
    "label" in one && "custom_id" in one ? [one.label] : [],
  );

test("the head answers first: title, then summary", () => {
  const [message] = renderAnswer(answerWith());
  expect(texts(message!)).toEqual(["## Data engineer: pay\nAdverts in the US name a median of $140,000."]);
});

test("sections follow under their headings, sources in small type with their date", () => {
  const answer = answerWith({
    sections: [{ heading: "By level", body: markdown("Seniors earn more[^aijobs].", ["aijobs"]) }],
    sources: [source("bls"), source("aijobs")],
  });
  expect(texts(renderAnswer(answer)[0]!).slice(1)).toEqual([
    "### By level\nSeniors earn more \\[2\\].",
    "-# 1 · [Survey bls](https://example.org/bls) · An institute · 2025-01-19\n" +
      "-# 2 · [Survey aijobs](https://example.org/aijobs) · An institute · 2025-01-19",
  ]);
});

test("a comparison is a list of rows that a phone can show, without a code block", () => {
  const table = {
    caption: "Side by side",
    columns: ["", "Data engineer", "ML lead"],
    rows: [
      ["Tools", "Spark, SQL", "PyTorch"],
      ["Pay", "$140,000", ""],
    ],
  };
  const text = texts(renderAnswer(answerWith({ tables: [table] }))[0]!).join("\n");
  expect(text).toContain("**Tools**\n- Data engineer: Spark, SQL\n- ML lead: PyTorch\n**Pay**");
  expect(text).toContain("- ML lead: –");
  expect(text).not.toContain("```");
});

describe("buttons", () => {
  test("ten follow-ups stand in two rows, a repeated question once", () => {
    const twice = [...followUps(12), ...followUps(1)];
    const [message] = renderAnswer(answerWith({ outcome: "declined", followUps: twice }));
    expect(labels(message!)).toEqual(followUps(10).map(({ label }) => label));
  });

  test("the tools depend on where the answer is shown", () => {
    const tools = (shown: "channel" | "direct" | "ephemeral" | "thread") =>
      labels(renderAnswer(answerWith(), { question: PAY, shown })[0]!);
    expect(tools("channel")).toEqual(["Why?", "Helpful", "Not right", "Move to a thread"]);
    expect(tools("ephemeral")).toEqual(["Why?", "Helpful", "Not right", "Share"]);
    expect(tools("direct")).toEqual(["Why?", "Helpful", "Not right"]);
    expect(tools("thread")).toEqual(tools("direct"));
  });

  test("a question back has its choices as main buttons, and nothing to share or take along", () => {
    const answer = answerWith({ outcome: "clarify", followUps: followUps(2) });
    const [message] = renderAnswer(answer, { question: PAY, shown: "channel" });
    expect(labels(message!)).toEqual(["Why?", "Ask number 1", "Ask number 2", "Helpful", "Not right"]);
    const styles = flatten(message!.components!).flatMap((one) => ("style" in one ? [one.style] : []));
    expect(styles).toEqual([2, 1, 1, 2, 2]);
  });

  test("a greeting is nothing to rate or to explain", () => {
    const answer = answerWith({ followUps: followUps(1) });
    const [message] = renderAnswer(answer, { question: plainQuestion("greeting"), shown: "direct" });
    expect(labels(message!)).toEqual(["Ask number 1"]);
  });

  test("a role's answer has a menu of all topics, the present one chosen", () => {
    const answer = answerWith({ topics: everyTopic(["data-engineer"], knowledge) });
    const menus = flatten(renderAnswer(answer, { question: PAY, shown: "direct" })[0]!.components!).filter(
      ({ type }) => type === 3,
    );
    expect(menus).toHaveLength(1);
    expect(menus[0]).toMatchObject({
      custom_id: "t/lookup:data-engineer:salary",
      options: TOPICS.map((value) => ({
        label: topicLabel(value, knowledge),
        value,
        default: value === "salary",
      })),
    });
  });
});

test("a long section is continued under its heading, nothing is lost", () => {
  const words = Array.from({ length: 2_000 }, (_, at) => `word${at}`);
  const answer = answerWith({ sections: [{ heading: "Long", body: markdown(words.join(" ")) }] });
  const messages = renderAnswer(answer, { question: PAY, shown: "direct" });
  expect(messages.length).toBeGreaterThan(2);
  const all = messages.flatMap(texts).join(" ");
  expect(words.filter((word) => !all.includes(word))).toEqual([]);
  expect(messages.slice(1).every((message) => texts(message)[0]!.startsWith("### Long\n"))).toBe(true);
});

test("a text display holds exactly what a message may, and one character more starts the next", () => {
  const head = answerWith({ title: "T", summary: "S" });
  const room = LIMITS.text - "## T\nS".length;
  const withBody = (length: number): Answer => ({
    ...head,
    sections: [{ heading: undefined, body: markdown("x".repeat(length)) }],
  });
  expect(renderAnswer(withBody(room))).toHaveLength(1);
  expect(renderAnswer(withBody(room + 1))).toHaveLength(2);
});

test("whatever an answer holds, Discord would take its messages", () => {
  const prose = fc.string({
    unit: fc.constantFrom("a", " ", "*", "<@1>", "`", "\n", "\\", "é", "😀", "[x](y)", "- ", "www"),
    maxLength: 900,
  });
  const anyAnswer = fc.record({
    title: fc.string({ minLength: 1, maxLength: 100 }),
    summary: prose,
    sections: fc.array(
      fc.record({
        heading: fc.option(fc.string({ maxLength: 60 }), { nil: undefined }),
        body: prose.map((text) => markdown(text)),
      }),
      { maxLength: 16 },
    ),
    tables: fc.array(
      fc.record({
        caption: fc.string({ maxLength: 40 }),
        columns: fc.constant(["", "A", "B"].map(String)),
        rows: fc.array(fc.array(prose, { minLength: 3, maxLength: 3 }), { maxLength: 8 }),
      }),
      { maxLength: 2 },
    ),
    sources: fc
      .nat({ max: 12 })
      .map((count) => Array.from({ length: count }, (_, at) => source(`key-${at}`))),
    followUps: fc.nat({ max: 14 }).map(followUps),
    outcome: fc.constantFrom("answered" as const, "clarify" as const, "declined" as const),
    audience: fc.constant("public" as const),
  });
  const options = fc.option(
    fc.record({
      question: fc.constantFrom(PAY, COMPARE, plainQuestion("help")),
      shown: fc.constantFrom("channel" as const, "direct" as const, "ephemeral" as const),
    }),
    { nil: undefined },
  );
  fc.assert(
    fc.property(anyAnswer, options, (answer, shown) => {
      for (const message of renderAnswer(answer, shown)) {
        expect(() => parseMessage(message, "create")).not.toThrow();
      }
    }),
    { numRuns: 150 },
  );
});
