import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readLabelled } from "../../src/understanding/labelled.ts";
import { readExamples } from "../../src/understanding/model/examples.ts";
import { tokenize } from "../../src/understanding/text/tokens.ts";
import { PROJECT_ROOT } from "../support/brain.ts";

/** From this share of common words on, two lines are the same question. */
const SAME = 0.75;
const FEWEST_WORDS = 4;

const examples = await readExamples(join(PROJECT_ROOT, "knowledge", "examples"));
const labelled = await labelledTexts(join(PROJECT_ROOT, "test", "understanding"));

async function labelledTexts(folder: string): Promise<string[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith(".jsonl"));
  const texts = await Promise.all(
    files.map(async (name) => readLabelled(await readFile(join(folder, name), "utf8"), name)),
  );
  return texts.flat(2).map((label) => label.text);
}

const wordSet = (text: string) => new Set(tokenize(text).map((token) => token.word));

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared / (a.size + b.size - shared);
}

test("no example that the models learn from repeats a labelled question", () => {
  expect(examples.length).toBeGreaterThan(1_000);
  expect(labelled.length).toBeGreaterThan(500);
  const long = labelled.filter((text) => tokenize(text).length >= FEWEST_WORDS);
  const sizes = long.map((text) => wordSet(text).size);
  const withWord = new Map<string, number[]>();
  for (const [at, text] of long.entries())
    for (const word of wordSet(text)) {
      const others = withWord.get(word);
      if (others) others.push(at);
      else withWord.set(word, [at]);
    }
  const repeated: string[] = [];
  for (const example of examples) {
    const words = wordSet(example.text);
    if (tokenize(example.text).length < FEWEST_WORDS) continue;
    const shared = new Map<number, number>();
    for (const word of words)
      for (const at of withWord.get(word) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1);
    for (const [at, count] of shared)
      if (count / (words.size + sizes[at]! - count) >= SAME) repeated.push(`${example.text} = ${long[at]}`);
  }
  expect(repeated).toEqual([]);
});

test("the measure of sameness tells a paraphrase from a copy", () => {
  const question = "what does a data engineer earn in a year";
  expect(likeness(wordSet(question), wordSet("What does a data engineer earn, in a year?"))).toBe(1);
  expect(likeness(wordSet(question), wordSet("do data engineers get paid well"))).toBeLessThan(SAME);
});
