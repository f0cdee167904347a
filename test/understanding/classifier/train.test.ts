import { expect, test } from "vitest";
import { encodeModel, score, train } from "../../../src/understanding/classifier/index.ts";
import { seededRandom } from "../../../src/understanding/classifier/random.ts";
import { SEVERAL, SINGLE } from "./questions.ts";

test("the same examples, options and seed give the same model, bit for bit", () => {
  for (const [examples, kind] of [
    [SINGLE, "one-of"],
    [SEVERAL, "any-of"],
  ] as const) {
    expect(encodeModel(train(examples, { kind, seed: 5 }))).toEqual(
      encodeModel(train(examples, { kind, seed: 5 })),
    );
  }
});

test("the order of training lines changes no reading", () => {
  const there = train(SINGLE, { kind: "one-of", seed: 5, folds: 0 });
  const back = train([...SINGLE].reverse(), { kind: "one-of", seed: 5, folds: 0 });
  for (const { text } of SINGLE) expect(score(back, text)[0]?.label).toBe(score(there, text)[0]?.label);
});

test("every training line is read as it is labelled", () => {
  const model = train(SINGLE, { kind: "one-of", seed: 5 });
  for (const { text, labels } of SINGLE)
    expect([text, score(model, text)[0]?.label]).toEqual([text, labels[0]]);
});

test("probabilities are fitted on held-out lines: labels drawn by lot get no certainty", () => {
  const random = seededRandom(11);
  const words = ["red", "green", "blue", "round", "square", "large", "small", "old", "new", "warm"];
  const lottery = words.flatMap((one) =>
    words.map((other) => ({ text: `${one} ${other}`, labels: [random() < 0.5 ? "a" : "b"] })),
  );
  const model = train(lottery, { kind: "one-of", seed: 5 });
  const sure = lottery.filter(({ text }) => score(model, text)[0]!.probability > 0.9).length;
  expect(sure).toBeLessThan(lottery.length / 4);
});
