import { describe, expect, test } from "vitest";
import { createEmbedder } from "../../../src/understanding/classifier/embedding.ts";

function fake(failures = 0) {
  const seen: string[] = [];
  let loads = 0;
  const load = async () => {
    loads++;
    if (loads <= failures) throw new Error("no weights");
    return {
      encode(text: string) {
        seen.push(text);
        return Float32Array.of(text.length);
      },
    };
  };
  return { load, seen, loads: () => loads };
}

describe("the embedder", () => {
  test("loads the encoder at the first question, and once", async () => {
    const { load, loads } = fake();
    const embed = createEmbedder({ load });
    expect(loads()).toBe(0);
    await Promise.all([embed("one"), embed("two")]);
    await embed("three");
    expect(loads()).toBe(1);
  });

  test("remembers the texts asked most lately and forgets the others", async () => {
    const { load, seen } = fake();
    const embed = createEmbedder({ load, remembered: 2 });
    await embed("a");
    await embed("b");
    await embed("a");
    await embed("c");
    await embed("a");
    await embed("b");
    expect(seen).toEqual(["a", "b", "c", "b"]);
  });

  test("tries again after a load that failed", async () => {
    const { load, loads } = fake(1);
    const embed = createEmbedder({ load });
    await expect(embed("one")).rejects.toThrow("no weights");
    await expect(embed("one")).resolves.toEqual(Float32Array.of(3));
    expect(loads()).toBe(2);
  });
});
