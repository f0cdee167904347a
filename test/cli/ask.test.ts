import { describe, expect, it } from "vitest";
import { z } from "zod";
import { questionSchema } from "../../src/understanding/question.ts";
import { oneLine, rolewise } from "./bin.ts";

/** The JSON object of the design, and nothing besides. */
const replySchema = z.strictObject({
  id: z.union([z.string(), z.number(), z.null()]),
  text: z.string(),
  question: questionSchema,
  outcome: z.enum(["answered", "clarify", "declined"]),
  confidence: z.number().min(0).max(1),
  answer: z.strictObject({
    title: z.string().min(1),
    text: z.string().min(1),
    sources: z.array(z.strictObject({ key: z.string().min(1), title: z.string().min(1), url: z.url() })),
    followUps: z.array(z.strictObject({ label: z.string().min(1), question: z.string().min(1) })),
  }),
  ms: z.number().nonnegative(),
});

const MANAGER = "data-science-manager";
const LEAD = "lead-machine-learning-engineer";

describe("rolewise ask", () => {
  it("names the tools of an ML lead and where that is known from", async () => {
    const { code, stdout, stderr } = await rolewise(["ask", "what tools does an ML lead use"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const said = oneLine(stdout);
    for (const tool of ["TensorFlow", "PyTorch", "scikit-learn", "Jupyter", "PyCharm", "VS Code", "AWS"])
      expect(said).toContain(tool);
    expect(said).toMatch(/Google Cloud.*Azure/);
    expect(said).toMatch(/Sources \[1\] Kaggle: .* https:\/\/\S+/);
  });

  it("sets two roles side by side, row by row", async () => {
    const { code, stdout } = await rolewise(["ask", "compare a data science manager and a lead ml engineer"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Data science manager and Lead machine learning engineer$/m);
    for (const row of [
      "What it is",
      "What they do",
      "Skills",
      "Tools",
      "Education",
      "Experience",
      "Pay",
      "Outlook",
    ])
      expect(stdout).toMatch(new RegExp(`^${row}\\n  DS manager: .+(?:\\n    .+)*\\n  ML lead: .+`, "m"));
    expect(oneLine(stdout)).toMatch(/Pay DS manager: Median \$[\d,]+, .*US adverts .*n=/);
  });

  it("declines the weather and says what it can do", async () => {
    const { code, stdout } = await rolewise(["ask", "what's the weather"]);
    expect(code).toBe(0);
    expect(oneLine(stdout)).toMatch(
      /I can't help with that.*careers in data and machine learning.*: What does a data engineer do\?/,
    );
  });

  it.each([
    ["an empty text", ""],
    ["nothing but spaces", "   "],
    ["nothing but signs", "?!"],
  ])("tells %s how to ask", async (_, text) => {
    const { code, stdout } = await rolewise(["ask", text]);
    expect(code).toBe(0);
    expect(oneLine(stdout)).toContain("There were no words in that.");
  });

  it("tells 20,000 characters that they are too many", async () => {
    const { code, stdout } = await rolewise(["ask", "word ".repeat(4_000)]);
    expect(code).toBe(0);
    expect(oneLine(stdout)).toContain("Your message has 20,000 characters and I read at most 4,000.");
    expect(stdout.length).toBeLessThan(1_500);
  });

  it("keeps to a comfortable width", async () => {
    const { stdout } = await rolewise(["ask", "what does a data engineer earn?"]);
    expect(stdout.split("\n").filter((line) => line.length > 100)).toEqual([]);
  });

  it("shows the evidence with --explain", async () => {
    const { stdout } = await rolewise(["ask", "--explain", "what tools does an ML lead use"]);
    expect(stdout).toMatch(/\nWhy:\n- /);
    expect(oneLine(stdout)).toContain('"ml lead" names Lead machine learning engineer');
  });
});

describe("rolewise ask --json", () => {
  it("writes one object of the agreed shape and nothing else", async () => {
    const { code, stdout, stderr } = await rolewise(["ask", "--json", "what tools does an ML lead use"]);
    expect({ code, stderr, lines: stdout.trimEnd().split("\n").length }).toEqual({
      code: 0,
      stderr: "",
      lines: 1,
    });
    const reply = replySchema.parse(JSON.parse(stdout));
    expect(reply).toMatchObject({
      id: null,
      text: "what tools does an ML lead use",
      question: { intent: "lookup", roles: [LEAD], topics: ["tools"] },
      outcome: "answered",
    });
    expect(reply.answer.sources.length).toBeGreaterThan(0);
    expect(reply.answer.followUps[0]?.question).toMatch(/^lookup:lead-machine-learning-engineer:/);
  });

  it("takes words without quotes as one question", async () => {
    const { stdout } = await rolewise(["ask", "--json", "data", "engineer", "pay"]);
    expect(replySchema.parse(JSON.parse(stdout))).toMatchObject({
      text: "data engineer pay",
      question: { roles: ["data-engineer"], topics: ["salary"] },
    });
  });
});

describe("rolewise ask --jsonl", () => {
  it("answers line by line, in order, with the ids it was given and a memory for each conversation", async () => {
    const lines = [
      { id: "a", text: "what does a ds manager do", conversation: "one" },
      { id: 2, text: "how do I get from data analyst to data scientist?" },
      { id: "c", text: "what tools does an ML lead use", conversation: "two" },
      { id: "d", text: "and the salary?", conversation: "one" },
      { id: "e", text: "and the salary?", conversation: "two" },
      { text: "and the salary?" },
    ];
    const input = `${lines.map((line) => JSON.stringify(line)).join("\n")}\n`;
    const { code, stdout, stderr } = await rolewise(["ask", "--jsonl"], { input });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const replies = stdout
      .trimEnd()
      .split("\n")
      .map((line) => replySchema.parse(JSON.parse(line)));
    expect(replies.map(({ id }) => id)).toEqual(["a", 2, "c", "d", "e", null]);
    expect(replies.map(({ text }) => text)).toEqual(lines.map(({ text }) => text));
    expect(replies.map(({ question }) => question)).toMatchObject([
      { intent: "lookup", roles: [MANAGER], topics: ["responsibilities"] },
      { intent: "transition", from: "data-analyst", roles: ["data-scientist"] },
      { intent: "lookup", roles: [LEAD], topics: ["tools"] },
      { intent: "lookup", roles: [MANAGER], topics: ["salary"] },
      { intent: "lookup", roles: [LEAD], topics: ["salary"] },
      { roles: [] },
    ]);
    expect(replies[5]?.outcome).toBe("clarify");
  });

  it.each([
    ["no JSON", "{not json"],
    ["no text", '{"id": 7}'],
    ["a text that is none", '{"text": 3}'],
    ["a list", "[]"],
  ])("says what is wrong with a line that is %s, and goes on", async (_, bad) => {
    const input = `${bad}\n\n${JSON.stringify({ id: 1, text: "data engineer" })}\n`;
    const { code, stdout } = await rolewise(["ask", "--jsonl"], { input });
    const [first = "", second = "", ...rest] = stdout.trimEnd().split("\n");
    expect({ code, rest }).toEqual({ code: 0, rest: [] });
    expect(JSON.parse(first)).toEqual({ id: null, error: expect.stringContaining("This line is not") });
    expect(replySchema.parse(JSON.parse(second))).toMatchObject({
      id: 1,
      question: { roles: ["data-engineer"] },
    });
  });

  it("answers a last line that has no end, and lines that end in CR LF", async () => {
    const input = `${JSON.stringify({ id: 1, text: "hello" })}\r\n${JSON.stringify({ id: 2, text: "thanks" })}`;
    const { stdout } = await rolewise(["ask", "--jsonl"], { input });
    expect(
      stdout
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line).id),
    ).toEqual([1, 2]);
  });
});
