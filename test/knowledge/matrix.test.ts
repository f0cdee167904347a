import { describe, expect, it } from "vitest";
import type { FindingKind } from "../../src/knowledge/matrix/finding.ts";
import { renderMatrix } from "../../src/knowledge/matrix/render.ts";
import { buildMatrix, hasErrors } from "../../src/knowledge/matrix.ts";
import { lineWith, sampleTexts, sourceEntry, spoil } from "./sample.ts";

const NOW = new Date("2026-11-24T00:00:00Z");
const MAKER = "roles/kite-maker.md";
const PILOT = "roles/kite-pilot.md";

function found(texts: ReadonlyMap<string, string>, kind: FindingKind) {
  return buildMatrix(texts, NOW)
    .findings.filter((finding) => finding.kind === kind)
    .map(({ file, line, message, fix }) => ({ place: `${file}:${line}`, message, fix }));
}

/** Puts `text` in place of the section under `heading`. */
function rewrite(
  texts: Map<string, string>,
  file: string,
  heading: string,
  text: string,
): Map<string, string> {
  const section = new RegExp(`## ${heading}\\n\\n[^\\n]*\\n`).exec(texts.get(file) ?? "")?.[0] ?? "none";
  return spoil(texts, file, section, `## ${heading}\n\n${text}\n`);
}

describe("the matrix", () => {
  it("of a base that is right has every cell and no finding", () => {
    const matrix = buildMatrix(sampleTexts(), NOW);
    expect(matrix.findings).toEqual([]);
    expect([matrix.complete, matrix.cells, hasErrors(matrix)]).toEqual([26, 26, false]);
    expect(matrix.rows.map((row) => row.role)).toEqual(["kite-maker", "kite-pilot"]);
    expect(matrix.rows[0]?.words).toHaveLength(13);
  });

  it("counts the missing cells of a refused role, and says why it is refused", () => {
    const texts = spoil(sampleTexts(), MAKER, "## Interview", "### Interview");
    const matrix = buildMatrix(texts, NOW);
    expect([matrix.complete, matrix.cells, hasErrors(matrix)]).toEqual([25, 26, true]);
    expect(matrix.findings).toEqual([
      expect.objectContaining({ kind: "invalid", file: MAKER, message: 'the topic "Interview" is missing' }),
    ]);
  });

  it("calls a section of fewer than 40 words thin, not counting its sources", () => {
    const words = (n: number) => Array.from({ length: n }, (_, i) => `word${i}`).join(" ");
    const texts = rewrite(sampleTexts(), MAKER, "Salary", `${words(39)}[^editors][^survey]`);
    expect(found(texts, "thin")).toEqual([
      {
        place: `${MAKER}:${lineWith(texts, MAKER, "word38")}`,
        message: '"Salary" has only 39 words',
        fix: expect.stringContaining("40"),
      },
    ]);
    expect(hasErrors(buildMatrix(texts, NOW))).toBe(true);
    expect(found(rewrite(sampleTexts(), MAKER, "Salary", `${words(40)}[^editors]`), "thin")).toEqual([]);
  });

  it("calls a section of more than 160 words and an overview of more than 60 long, without refusing them", () => {
    const words = (n: number) => Array.from({ length: n }, (_, i) => `word${i}`).join(" ");
    const texts = rewrite(sampleTexts(), MAKER, "Salary", `${words(161)}[^editors]`);
    spoil(texts, PILOT, /work with wind and .*/.exec(texts.get(PILOT) ?? "")?.[0] ?? "none", words(59));
    expect(found(texts, "long").map(({ place, message }) => [place, message])).toEqual([
      [`${MAKER}:${lineWith(texts, MAKER, "word160")}`, '"Salary" has 161 words'],
      [`${PILOT}:${lineWith(texts, PILOT, "overview: ")}`, '"Overview" has 61 words'],
    ]);
    expect(hasErrors(buildMatrix(texts, NOW))).toBe(false);
    expect(found(rewrite(sampleTexts(), MAKER, "Salary", `${words(160)}[^editors]`), "long")).toEqual([]);
  });

  it("finds a sentence that stands in two roles, whatever its case, plural, marks and punctuation", () => {
    const texts = spoil(
      sampleTexts(),
      MAKER,
      "## Tools\n\n",
      "## Tools\n\n- Sew the **hems** by hand, never by machine.[^editors]\n\n",
    );
    spoil(texts, PILOT, "## Outlook\n\n", "## Outlook\n\nSew the hem by hand never by machines! ");
    expect(found(texts, "repeated")).toEqual([
      {
        place: `${PILOT}:${lineWith(texts, PILOT, "Sew the hem")}`,
        message: `"Sew the hem by hand never by machines!" also stands at ${MAKER}:${lineWith(texts, MAKER, "Sew the")}`,
        fix: expect.stringContaining("particular to this role"),
      },
    ]);
    expect(hasErrors(buildMatrix(texts, NOW))).toBe(true);
  });

  it("lets two roles share a phrase of four words", () => {
    const texts = spoil(sampleTexts(), MAKER, "## Tools\n\n", "## Tools\n\nNeedle, thread and glue. ");
    spoil(texts, PILOT, "## Tools\n\n", "## Tools\n\nNeedle, thread and glue. ");
    expect(found(texts, "repeated")).toEqual([]);
  });

  it("finds a way between roles that only one side knows, from either side", () => {
    const texts = spoil(
      sampleTexts(),
      MAKER,
      "  to:\n    - { role: kite-pilot, how: possible }\n",
      "  to: []\n",
    );
    expect(found(texts, "one-sided")).toEqual([
      {
        place: `${PILOT}:${lineWith(texts, PILOT, "- { role: kite-maker")}`,
        message: `the way kite-maker → kite-pilot is possible here and not in ${MAKER}`,
        fix: 'Add { role: kite-pilot, how: possible } to its "to", or take it out here.',
      },
    ]);
    expect(hasErrors(buildMatrix(texts, NOW))).toBe(false);
  });

  it("finds a way that is common seen from one side and rare from the other, once", () => {
    const texts = spoil(
      sampleTexts(),
      MAKER,
      "to:\n    - { role: kite-pilot, how: possible }",
      "to:\n    - { role: kite-pilot, how: common }",
    );
    expect(found(texts, "one-sided")).toEqual([]);
    spoil(
      texts,
      PILOT,
      "from:\n    - { role: kite-maker, how: possible }",
      "from:\n    - { role: kite-maker, how: rare }",
    );
    expect(found(texts, "one-sided")).toEqual([
      {
        place: `${MAKER}:${lineWith(texts, MAKER, "how: common")}`,
        message: `the way kite-maker → kite-pilot is common here and rare at ${PILOT}:${lineWith(texts, PILOT, "how: rare")}`,
        fix: "Decide which of the two is right.",
      },
    ]);
  });

  describe("of figures and their age", () => {
    const withFigure = (date: string) => {
      const texts = spoil(
        sampleTexts(),
        MAKER,
        "## Outlook\n\n",
        "## Outlook\n\nIt grew by 12%.[^polls]\n\n",
      );
      return texts.set("sources.yaml", `${texts.get("sources.yaml")}${sourceEntry("polls", date)}`);
    };

    it("names a source that is older than 18 months and the figures that rest on it", () => {
      expect(found(withFigure('"2025-05-23"'), "aged")).toEqual([]);
      const older = withFigure('"2025-04-23"');
      expect(found(older, "aged")).toEqual([
        {
          place: `sources.yaml:${lineWith(older, "sources.yaml", "2025-04-23")}`,
          message: '"polls" is 19 months old (2025-04-23); 1 figure rests on it',
          fix: expect.stringContaining("newer edition"),
        },
      ]);
      expect(hasErrors(buildMatrix(older, NOW))).toBe(false);
    });

    it("says where nobody can tell how old a figure is", () => {
      const texts = withFigure("undated copy");
      expect(found(texts, "undated")).toEqual([
        {
          place: `sources.yaml:${lineWith(texts, "sources.yaml", "undated")}`,
          message: '"polls" does not say when it is from (undated copy); 1 figure rests on it',
          fix: expect.any(String),
        },
      ]);
    });

    it("lets a source be old on which no figure rests", () => {
      const texts = sampleTexts();
      texts.set("sources.yaml", `${texts.get("sources.yaml")}${sourceEntry("polls", '"1999"')}`);
      expect(buildMatrix(texts, NOW).findings).toEqual([]);
    });

    it("takes pay to be no newer than its source, and names period and rows", () => {
      const row = "kite-pilot,advertised,all,US,,9,1,2,3,4,5,2024-2026,polls\n";
      const texts = withFigure("snapshot of 2025-01-19");
      texts.set("salaries.csv", `${texts.get("salaries.csv")}${row}${row.replace("all", "entry")}`);
      expect(found(texts, "aged")[0]).toEqual({
        place: "salaries.csv:3",
        message: "the pay of 2024-2026 from polls is 22 months old (rows: 2)",
        fix: expect.stringContaining("salaries.mjs"),
      });
    });

    it("dates a projection by its source", () => {
      const texts = spoil(withFigure("January 2024"), "occupations.yaml", "source: survey", "source: polls");
      expect(found(texts, "aged").map((finding) => finding.message)).toContain(
        'the projection of "Kite workers" is 33 months old',
      );
    });

    it("grow old by themselves, without a change of the files", () => {
      expect(buildMatrix(sampleTexts(), new Date("2030-01-01")).findings.length).toBeGreaterThan(0);
      expect(hasErrors(buildMatrix(sampleTexts(), new Date("2030-01-01")))).toBe(false);
    });
  });

  it("warns of a section that only practised readers follow, and gives median and hardest by topic", () => {
    const hard =
      "Organisational interdependencies necessitate comprehensive administrative standardisation procedures notwithstanding considerable infrastructural heterogeneity, interdepartmental miscommunication, contractual incompatibilities and extraordinarily protracted authorisation responsibilities";
    const text = `${hard} and ${"extraordinarily ".repeat(20)}protracted deliberations.[^editors]`;
    const texts = rewrite(sampleTexts(), PILOT, "Skills", text);
    expect(found(texts, "hard")).toEqual([
      {
        place: `${PILOT}:${lineWith(texts, PILOT, hard)}`,
        message: expect.stringMatching(/"Skills" reads at grade \d\d\.\d/),
        fix: expect.any(String),
      },
    ]);
    const level = buildMatrix(texts, NOW).reading.find((each) => each.topic === "skills");
    expect(level?.hardest).toMatchObject({ role: "kite-pilot", file: PILOT });
    expect(level?.median).toBeLessThan(level?.hardest.grade ?? 0);
  });
});

describe("the matrix as text", () => {
  it("shows words by role and topic, a dash for a missing one, places of findings and the sum", () => {
    const texts = spoil(sampleTexts(), MAKER, "## Interview", "### Interview");
    spoil(texts, PILOT, "from:\n    - { role: kite-maker, how: possible }", "from: []");
    const lines = renderMatrix(buildMatrix(texts, NOW)).split("\n");
    expect(lines.find((line) => line.startsWith("  kite-maker"))).toMatch(/\d+ +- +\d+$/);
    expect(lines).toContain("1 error:");
    expect(lines.some((line) => line.startsWith(`  ${MAKER}:`) && line.includes("Interview"))).toBe(true);
    expect(lines.at(-1)).toBe("25 of 26 cells (2 roles × 13 topics). Errors: 1, warnings: 0 (1 invalid).");
  });
});
