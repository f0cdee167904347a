import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { loadLexicon } from "../../../src/understanding/text/lexicon.ts";
import { Spelling } from "../../../src/understanding/text/spelling.ts";
import { realReader } from "../understander.ts";

const WEIGHTS = new Map([
  ["data", 20],
  ["scientist", 20],
  ["engineer", 20],
  ["analyst", 10],
  ["salary", 10],
  ["deep", 5],
  ["learning", 8],
  ["rare", 1],
  ["engines", 1],
]);
const spelling = new Spelling(new Set(["form", "celery", "catalyst"]), WEIGHTS);

describe("mending", () => {
  it.each([
    ["a letter too few", "enginer", "engineer"],
    ["a letter too many", "salaary", "salary"],
    ["a wrong letter", "sakary", "salary"],
    ["two letters swapped", "anlayst", "analyst"],
    ["two edits in a long word", "scintits", "scientist"],
    ["two edits beside the first letter", "enjinneer", "engineer"],
    ["a wrong first letter of a long word", "rngineer", "engineer"],
  ])("corrects %s", (_, typed, meant) => {
    expect(spelling.mend(typed)).toBe(meant);
  });

  it.each([
    ["a word of the dictionary, though a name is one edit away", "celery"],
    ["another such word", "catalyst"],
    ["a word of the vocabulary itself", "engineer"],
    ["a word of three letters", "dta"],
    ["two edits in a short word", "dxxa"],
    ["three edits in a long word", "sxixntxst"],
    ["digits", "dat4"],
    ["letters of another script", "аналист"],
    ["thirty-one letters", "a".repeat(31)],
    ["nothing", ""],
  ])("leaves %s alone", (_, typed) => {
    expect(spelling.mend(typed)).toBeUndefined();
  });

  test("prefers the likelier of two words as near", () => {
    const either = (light: string, heavy: string) =>
      new Spelling(
        new Set(),
        new Map([
          [light, 1],
          [heavy, 50],
        ]),
      );
    expect(either("lead", "load").mend("lxad")).toBe("load");
    expect(either("load", "lead").mend("lxad")).toBe("lead");
  });
});

describe("words run together", () => {
  it.each([
    ["deeplearning", ["deep", "learning"]],
    ["datascientist", ["data", "scientist"]],
  ])("are parted: %s", (typed, parts) => {
    expect(spelling.split(typed)).toEqual(parts);
  });

  it.each([
    ["a word too short to hold two", "deepdee"],
    ["a part that is a rare word", "raredata"],
    ["a part that is no word", "dataxyzzy"],
    ["a word of the dictionary", "catalyst"],
    ["a word of the vocabulary", "scientist"],
  ])("are not seen in %s", (_, typed) => {
    expect(spelling.split(typed)).toBeUndefined();
  });
});

test("no word of the dictionary is ever mended or parted", () => {
  const { known } = loadLexicon();
  const real = new Spelling(known, WEIGHTS);
  const touched = [...known].filter(
    (word) => real.mend(word) !== undefined || real.split(word) !== undefined,
  );
  expect(touched).toEqual([]);
});

test("a mended word is a word of the vocabulary at most two edits away", () => {
  const slips = fc
    .tuple(fc.constantFrom(...WEIGHTS.keys()), fc.nat({ max: 20 }), fc.constantFrom(..."abcdexyz"))
    .map(
      ([word, at, letter]) => word.slice(0, at % word.length) + letter + word.slice((at % word.length) + 1),
    );
  fc.assert(
    fc.property(slips, (typed) => {
      const meant = spelling.mend(typed);
      expect(meant === undefined || WEIGHTS.has(meant)).toBe(true);
    }),
    { seed: 5, numRuns: 1_000 },
  );
});

describe("with the real vocabulary", async () => {
  const read = await realReader();

  it.each([
    ["data scintist", ["data-scientist"]],
    ["dat scientist", ["data-scientist"]],
    ["data enginer", ["data-engineer"]],
    ["machine lerning enginer", ["machine-learning-engineer"]],
    ["datascientist", ["data-scientist"]],
    ["deeplearning engineer", ["deep-learning-engineer"]],
    ["statistican", ["statistician"]],
    ["anayltics enginere", ["analytics-engineer"]],
    ["reserch scientist", ["research-scientist"]],
    ["promt engineer", ["prompt-engineer"]],
    ["compter vison engineer", ["computer-vision-engineer"]],
  ])("%s is understood", (typed, roles) => {
    const named = read(typed).mentions.flatMap((mention) => (mention.kind === "role" ? [mention.role] : []));
    expect(named).toEqual(roles);
  });

  it.each(["celery", "date", "dates", "salaries", "form", "lead"])("%s stays what it is", (typed) => {
    expect(read(typed).tokens[0]?.word).toBe(typed);
  });
});
