import { describe, expect, test } from "vitest";
import {
  decodeModel,
  encodeModel,
  knownShare,
  score,
  train,
} from "../../../src/understanding/classifier/index.ts";
import { SEVERAL, SINGLE } from "./questions.ts";

describe.each([
  ["one-of", SINGLE],
  ["any-of", SEVERAL],
] as const)("a decoded %s model", (kind, examples) => {
  const model = train(examples, { kind, seed: 2 });
  const bytes = encodeModel(model);
  const decoded = decodeModel(bytes);

  test("gives the same probabilities as the trained one, but for rounding", () => {
    for (const { text } of examples) {
      const before = new Map(score(model, text).map(({ label, probability }) => [label, probability]));
      for (const { label, probability } of score(decoded, text)) {
        expect(Math.abs(probability - before.get(label)!)).toBeLessThan(0.03);
      }
    }
  });

  test("knows the same words", () => {
    for (const text of ["typical wages", "zebras earn", "quagga"]) {
      expect(knownShare(decoded, text)).toBe(knownShare(model, text));
    }
  });

  test("encodes to the same bytes again", () => {
    expect(encodeModel(decoded)).toEqual(bytes);
  });

  test("takes far less room than its weights as floats", () => {
    expect(bytes.length).toBeLessThan((model.weights.length + model.counts.length * 2) * 4 * 0.5);
  });
});

describe("bytes that are no model", () => {
  const bytes = encodeModel(train(SINGLE, { kind: "one-of", seed: 2 }));

  test("are refused with an error, wherever they end", () => {
    for (let length = 0; length < bytes.length; length += 97) {
      expect(() => decodeModel(bytes.slice(0, length))).toThrow();
    }
  });

  test("are refused where something follows", () => {
    expect(() => decodeModel(Uint8Array.from([...bytes, 0]))).toThrow("more than a model");
  });

  test("are refused where they are of another kind", () => {
    expect(() => decodeModel(new TextEncoder().encode('{"a":1} and so on and so forth'))).toThrow();
  });
});
