import { describe, expect, it } from "vitest";
import { loadLexicon } from "../../src/understanding/text/lexicon.ts";
import { createUnderstander } from "../../src/understanding/understand.ts";
import { realKnowledge } from "../support/brain.ts";
import { builtModels } from "./understander.ts";

/** Without the sentence encoder, which reads a bounded number of words. */
const { understand } = createUnderstander(await realKnowledge(), await builtModels(), loadLexicon());

const SHORT = 1_000;
const LONG = 4_000;
/** Four times the length takes four times as long where it is linear, and sixteen times where it is quadratic. */
const MOST_TIMES = 10;
const ROUNDS = 9;
const TRIES = 4;

/** The median time of some rounds, in µs of the processor: what else the machine does is not counted. */
async function timeOf(text: string): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const before = process.cpuUsage();
    await understand(text);
    await understand(text);
    const { user, system } = process.cpuUsage(before);
    times.push(user + system);
  }
  return times.sort((a, b) => a - b)[(ROUNDS - 1) / 2]!;
}

/** The least of some tries, since collecting garbage and compiling can fall into any of them; none makes a square a line. */
async function growth(text: string): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let n = 0; n < TRIES && least >= MOST_TIMES; n++) {
    const short = await timeOf(text.slice(0, SHORT));
    least = Math.min(least, (await timeOf(text.slice(0, LONG))) / Math.max(short, 400));
  }
  return least;
}

describe("time grows no faster than length", () => {
  it.each([
    ["questions", "how much do they earn and why is that so? "],
    ["misspelt names", "enginere scientits analsyt "],
    ["words that nobody knows", "xqzt blorpf gnarl "],
    ["moves", "from nurse to data engineer "],
    ["descriptions", "the person who deploys the models, "],
    ["sentences", "I am a nurse. "],
    ["cues of all kinds", "no from between which or than the most "],
    ["greetings", "hi there all bot again everyone "],
    ["leading words", "ok so and then but now cool "],
    ["punctuation", "?!., a"],
    ["brackets", "((((a"],
    ["marks of Markdown", "**_a_ ~~ "],
    ["ticks", "``` a "],
    ["unfinished mentions", "<@ a"],
    ["links", "https://a b "],
    ["short codes", ":a:b"],
    ["zero-width characters", "a\u200bb "],
    ["accents", "é\u0301\u0301"],
    ["another script", "аналист данных "],
    ["digits", "1234567890 "],
  ])("for %s", async (_, unit) => {
    const text = unit.repeat(Math.ceil(LONG / unit.length));
    await timeOf(text.slice(0, SHORT));
    expect(await growth(text)).toBeLessThan(MOST_TIMES);
  });
});
