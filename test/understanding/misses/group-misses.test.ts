import { describe, expect, it, test } from "vitest";
import { type CountedMiss, groupMisses } from "../../../src/understanding/misses/group-misses.ts";
import { groupByLikeness } from "../../../src/understanding/misses/likeness.ts";
import { missReader } from "../../../src/understanding/misses/read-miss.ts";
import { loadLexicon } from "../../../src/understanding/text/lexicon.ts";
import { realKnowledge } from "../../support/brain.ts";
import { builtModels } from "../understander.ts";

const read = missReader(await realKnowledge(), await builtModels(), loadLexicon());

function miss(text: string, count = 1, kind: keyof CountedMiss["kinds"] = "declined"): CountedMiss {
  return {
    text,
    count,
    kinds: { declined: 0, unclear: 0, disliked: 0, [kind]: count },
    lastDay: "2026-11-24",
  };
}

const MISSES = [
  miss("what snacks do data engineers eat", 2),
  miss("what snacks do statisticians eat", 4, "unclear"),
  miss("do ML engineers eat snacks", 1),
  miss("is there a union for data scientists", 3),
  miss("is there any union for a data analyst?", 2, "disliked"),
  { ...miss("how much do data scientists earn on mars", 1), lastDay: "2026-11-20" },
];

test("questions are grouped by what they ask, whichever role they ask it of, the most frequent first", () => {
  const groups = groupMisses(MISSES, read);
  expect(groups.map(({ count, misses }) => [count, misses.map(({ text }) => text)])).toEqual([
    [
      7,
      ["what snacks do statisticians eat", "what snacks do data engineers eat", "do ML engineers eat snacks"],
    ],
    [5, ["is there a union for data scientists", "is there any union for a data analyst?"]],
    [1, ["how much do data scientists earn on mars"]],
  ]);
});

test("a group tells what happened, when last, and the role and topic that most of it is near", () => {
  const [snacks, union, mars] = groupMisses(MISSES, read);
  expect(snacks).toMatchObject({ kinds: { declined: 3, unclear: 4, disliked: 0 }, role: "statistician" });
  expect(union).toMatchObject({ kinds: { declined: 3, disliked: 2 }, role: "data-scientist" });
  expect(mars).toMatchObject({
    role: "data-scientist",
    topic: { topic: "salary" },
    intent: "lookup",
    lastDay: "2026-11-20",
  });
  expect(mars?.topic?.probability).toBeGreaterThan(0.5);
});

test("the same misses in another order give the same groups", () => {
  expect(groupMisses(MISSES.toReversed(), read)).toEqual(groupMisses(MISSES, read));
});

test("nothing gives nothing, and words of nothing stand alone", () => {
  expect(groupMisses([], read)).toEqual([]);
  const groups = groupMisses([miss("???"), miss("qwxz vbnm")], read);
  expect(groups).toHaveLength(2);
  expect(groups.every(({ role, intent }) => role === undefined && intent !== "out-of-scope")).toBe(true);
});

describe("likeness", () => {
  it("carries over slips and endings", () => {
    expect(
      groupByLikeness([
        "visa sponsorship for ROLE",
        "sponsorships of visas for ROLE",
        "favourite colour of cats",
      ]),
    ).toEqual([[0, 1], [2]]);
  });

  it("joins each text to the group whose first it is likest", () => {
    const texts = ["parking at the office", "parking at the airport", "free parking at the airport today"];
    expect(groupByLikeness(texts, 0.9)).toEqual([[0], [1], [2]]);
    expect(groupByLikeness(texts, 0.5)).toEqual([[0], [1, 2]]);
  });
});
