import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { BEGINS, ENDS, withMeasured } from "../../bench/measured/readme.ts";
import { paired, single } from "../../bench/measured/row.ts";
import { median, quantile } from "../../bench/measured/statistics.ts";
import { renderTable } from "../../bench/measured/table.ts";
import { PROJECT_ROOT } from "../support/brain.ts";

describe("a row", () => {
  it("has the ratio of ours to the baseline", () => {
    expect(single("start, ms", 300, "bare node", 60)).toMatchObject({ ours: 300, baseline: 60, ratio: 5 });
  });

  it("of several rounds has the median of the rounds' ratios, not the ratio of the medians", () => {
    const { ours, baseline, ratio } = paired("answers a second", [100, 10, 90], "echo", [100, 20, 300]);
    expect([ours, baseline, ratio]).toEqual([90, 100, 0.5]);
  });

  it("is refused where a round was measured on one side alone", () => {
    expect(() => paired("start, ms", [1, 2], "bare node", [1])).toThrow("start, ms: 2 and 1 rounds");
  });
});

it("a quantile is one of the numbers, and a median of no numbers is none", () => {
  const hundred = Array.from({ length: 100 }, (_, n) => 100 - n);
  expect([quantile(hundred, 0), median(hundred), quantile(hundred, 0.99), quantile(hundred, 1)]).toEqual([
    1, 51, 100, 100,
  ]);
  expect(median([])).toBeNaN();
});

describe("the table", () => {
  it("has a line a row, with three digits of each figure", () => {
    const rows = [
      single("memory, MB", 221.4, "bare clients", 147.26),
      single("start, ms", 1234, "node", 0.04567),
    ];
    expect(renderTable(rows).split("\n")).toEqual([
      "| measured | Rolewise | beside | ratio |",
      "| --- | ---: | ---: | ---: |",
      "| memory, MB | 221 | bare clients 147 | 1.50 |",
      "| start, ms | 1,230 | node 0.0457 | 27,000 |",
    ]);
  });

  it("puts what stands beside the same figure of ours on one line", () => {
    const rows = [single("p50, µs", 400, "Bayes", 800), single("p50, µs", 400, "NLP.js", 60)];
    expect(renderTable(rows).split("\n").slice(2)).toEqual([
      "| p50, µs | 400 | Bayes 800<br>NLP.js 60 | 0.50<br>6.67 |",
    ]);
  });

  it("keeps a bar in a name from ending its cell", () => {
    expect(renderTable([single("a | b", 1, "c", 1)])).toContain("| a \\| b | 1 | c 1 | 1.00 |");
  });

  it("shows no figure that was not measured", () => {
    expect(() => renderTable([single("p50, µs", Number.NaN, "Bayes", 800)])).toThrow(
      "NaN is no measured figure",
    );
  });
});

describe("the README", () => {
  const readme = `# Title\n\n${BEGINS}\n\nold\n\n${ENDS}\n\n## Next\n`;

  it("gets the figures between its two lines, and nothing else changes", () => {
    expect(withMeasured(readme, "new\n")).toBe(`# Title\n\n${BEGINS}\n\nnew\n\n${ENDS}\n\n## Next\n`);
    expect(withMeasured(withMeasured(readme, "other"), "new")).toBe(withMeasured(readme, "new"));
  });

  it("takes figures as they are, whatever they look like", () => {
    expect(withMeasured(readme, "$& and $1")).toContain(`${BEGINS}\n\n$& and $1\n\n${ENDS}`);
  });

  it.each([BEGINS, ENDS])("without the line %s is left alone, with word of what to do", (marker) => {
    expect(() => withMeasured(readme.replace(marker, ""), "new")).toThrow(
      `README.md has no line "${marker}": put it back where the figures are to stand.`,
    );
    expect(() => withMeasured(readme.replace(marker, `see ${marker}`), "new")).toThrow("has no line");
  });

  it("with its two lines in the wrong order is left alone", () => {
    const turned = readme.replace(BEGINS, "x").replace(ENDS, BEGINS).replace("x", ENDS);
    expect(() => withMeasured(turned, "new")).toThrow("put it below");
  });

  it("of ours has them both", () => {
    const ours = readFileSync(join(PROJECT_ROOT, "README.md"), "utf8");
    expect(withMeasured(ours, "figures")).toContain(`${BEGINS}\n\nfigures\n\n${ENDS}`);
  });
});
