import { describe, expect, it } from "vitest";
import { readSalaries } from "../../src/knowledge/salaries-file.ts";
import { SALARY_COLUMNS } from "./sample.ts";

const ADVERT = "data-engineer,advertised,senior,US,,120,50000,60000,70000,80000,90000,2025-2026,survey";
const OFFICIAL = "data-engineer,official,all,US,15-1243,,50000,,70000,,90000,May 2025,bls";

describe("the file of pay", () => {
  it("gives rows with numbers, and null where a figure is not known", () => {
    const { rows, lines, problems } = readSalaries(
      "salaries.csv",
      `${SALARY_COLUMNS}\n${ADVERT}\n${OFFICIAL}\n`,
    );
    expect(problems).toEqual([]);
    expect(lines).toEqual([2, 3]);
    expect(rows[0]).toMatchObject({ n: 120, median: 70000, p25: 60000, occupation: "" });
    expect(rows[1]).toMatchObject({ n: null, p25: null, p10: 50000, occupation: "15-1243" });
  });

  it.each([
    ["level", "senior", "boss"],
    ["region", "US", "Mars"],
    ["kind", "advertised", "rumoured"],
    ["median", "70000", ""],
    ["n", "120", "0"],
    ["p10", "50000", "fifty"],
    ["role", "data-engineer", "Data Engineer"],
  ])("refuses a row whose %s is not right, with its line, and keeps the others", (column, from, to) => {
    const text = `${SALARY_COLUMNS}\n${OFFICIAL}\n\n${ADVERT.replace(from, to)}\n${OFFICIAL}\n`;
    const { rows, lines, problems } = readSalaries("salaries.csv", text);
    expect(problems).toEqual([
      {
        file: "salaries.csv",
        line: 4,
        message: expect.stringContaining(`"${column}" is not right`),
        fix: expect.stringContaining("salaries.mjs"),
      },
    ]);
    expect(rows).toHaveLength(2);
    expect(lines).toEqual([2, 5]);
  });

  it("refuses a row with a column too few, at its line", () => {
    const { problems } = readSalaries(
      "salaries.csv",
      `${SALARY_COLUMNS}\n${ADVERT}\ndata-engineer,official\n`,
    );
    expect(problems).toEqual([expect.objectContaining({ line: 3, message: expect.stringContaining("CSV") })]);
  });

  it("refuses columns that nobody knows", () => {
    const { problems } = readSalaries("salaries.csv", `${SALARY_COLUMNS},bonus\n${ADVERT},5\n`);
    expect(problems).toEqual([expect.objectContaining({ message: expect.stringContaining("bonus") })]);
  });

  it("may have no rows", () => {
    expect(readSalaries("salaries.csv", `${SALARY_COLUMNS}\n`)).toEqual({
      rows: [],
      lines: [],
      problems: [],
    });
  });
});
