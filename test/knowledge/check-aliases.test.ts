import { describe, expect, it } from "vitest";
import { checkAliases } from "../../src/knowledge/check-aliases.ts";
import { readPartsAtOnce } from "../../src/knowledge/parts.ts";
import { lineWith, sampleTexts, spoil } from "./sample.ts";

const PILOT = "roles/kite-pilot.md";

describe("names that two owners share", () => {
  it.each([
    ["Wind Maker", "case"],
    ["wind makers", "plural"],
    ["wind-maker", "hyphen"],
    ["wind maker’s", "possessive"],
    ["wïnd maker", "accent"],
    ["kite maker", "the other's own name"],
    ["kite-maker", "the other's id"],
  ])("%s collides after folding (%s)", (alias) => {
    const texts = spoil(sampleTexts(), PILOT, "wind pilot", alias);
    expect(checkAliases(readPartsAtOnce(texts))).toEqual([
      {
        file: PILOT,
        line: lineWith(texts, PILOT, "aliases:"),
        message: expect.stringMatching(
          new RegExp(`^"${alias}" also names kite-maker \\(roles/kite-maker\\.md:\\d+\\)$`),
        ),
        fix: "Keep it for kite-pilot or for kite-maker, not for both.",
      },
    ]);
  });

  it("counts informal names too", () => {
    const texts = spoil(sampleTexts(), PILOT, "overview:", "hiddenAliases: [wind makers]\noverview:");
    expect(checkAliases(readPartsAtOnce(texts))).toHaveLength(1);
  });

  it("lets one role have a name in several spellings", () => {
    const texts = spoil(sampleTexts(), PILOT, "wind pilot", "wind pilot, Wind-Pilots, kite pilots");
    expect(checkAliases(readPartsAtOnce(texts))).toEqual([]);
  });

  it("finds skills, degrees, fields and industries that share one", () => {
    const texts = spoil(
      sampleTexts(),
      "fields.yaml",
      "name: Physics",
      "name: Physics\n  aliases: [alphas, BSc]",
    );
    expect(
      checkAliases(readPartsAtOnce(texts)).map(({ file, line, message }) => ({ file, line, message })),
    ).toEqual(
      [
        {
          file: "fields.yaml",
          line: 3,
          message: expect.stringContaining('"BSc" also names bachelor (degrees.yaml:3)'),
        },
        {
          file: "fields.yaml",
          line: 3,
          message: expect.stringContaining('"alphas" also names alpha (skills.yaml:2)'),
        },
      ].reverse(),
    );
  });

  it("finds a profession out of scope that is the name of a role", () => {
    const texts = spoil(sampleTexts(), "professions.yaml", "[nurse]", "[nurse, wind makers]");
    expect(checkAliases(readPartsAtOnce(texts))).toEqual([
      {
        file: "professions.yaml",
        line: 1,
        message: expect.stringContaining(
          '"wind makers" also names the role kite-maker (roles/kite-maker.md:',
        ),
        fix: "Take it out here: it is a role now.",
      },
    ]);
  });
});
