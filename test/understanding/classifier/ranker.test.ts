import { describe, expect, it } from "vitest";
import { RankerTrainer, type RankingLine, rank } from "../../../src/understanding/classifier/ranker.ts";
import { decodeRanker, encodeRanker } from "../../../src/understanding/classifier/ranker-codec.ts";
import { jointId, signId } from "../../../src/understanding/classifier/sign-list.ts";

const signs = (...names: string[]) => ({ ids: names.map(signId), values: names.map(() => 1) });
/** Of two, the red one is right, unless it is small. */
const LINES: RankingLine[] = Array.from({ length: 40 }, (_, n) => {
  const small = n % 4 === 0;
  const red = small ? signs("red", "small", "red and small") : signs("red");
  return { offered: [red, signs("blue", `once ${n}`)], right: [!small, small] };
});
function train() {
  const trainer = new RankerTrainer();
  for (const line of LINES) trainer.add(line);
  return trainer.train({ seed: 1, passes: 60 });
}
const ranker = train();

describe("a ranker", () => {
  it("picks by the signs that told the right ones apart", () => {
    const [red] = rank([signs("red"), signs("blue")], ranker);
    expect(red).toBeGreaterThan(0.8);
    const [small] = rank([signs("red", "small", "red and small"), signs("blue")], ranker);
    expect(small).toBeLessThan(0.5);
  });

  it("gives probabilities, even to what it knows nothing of", () => {
    for (const offered of [[signs("red"), signs("blue"), signs("green")], [signs("never seen")]]) {
      const shares = rank(offered, ranker);
      expect(shares).toHaveLength(offered.length);
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
    }
  });

  it("keeps no sign of a single line", () => {
    expect([...ranker.index.hashes]).not.toContain(signId("once 3"));
    expect([...ranker.index.hashes]).toContain(signId("red"));
  });

  it("is the same for the same lines and seed", () => {
    expect(train()).toEqual(ranker);
  });

  it("is the same after it was written and read", () => {
    expect(decodeRanker(encodeRanker(ranker))).toEqual(ranker);
  });
});

describe("the id of signs that hold together", () => {
  it("is of these, in this order", () => {
    const [a, b, c] = ["a", "b", "c"].map(signId) as [number, number, number];
    expect(jointId(a, b)).toBe(jointId(a, b));
    expect(new Set([jointId(a, b), jointId(b, a), jointId(a, b, c), jointId(a)]).size).toBe(4);
  });
});
