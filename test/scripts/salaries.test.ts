import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parse as parseYaml } from "yaml";
import { z } from "zod";
import { readSalaries } from "../../src/knowledge/salaries-file.ts";
import { salarySchema } from "../../src/knowledge/schema.ts";
import { type Advert, writePublishedFiles } from "./published-files.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const PUBLISHED = join(ROOT, "../shared/data");
const KEPT = join(ROOT, "knowledge/salaries.csv");
const COLUMNS = Object.keys(salarySchema.shape).join(",");

const dataAnalyst: Advert = { title: "Data Analyst", level: "EN", country: "US", pay: 50_000, year: "2024" };
const tenPays = (pay: (n: number) => number, advert: Advert) =>
  Array.from({ length: 10 }, (_, n) => ({ ...advert, pay: pay(n + 1) }));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "salaries-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function run(from: string) {
  const to = join(folder, "salaries.csv");
  const args = [join(ROOT, "scripts/salaries.mjs"), "--from", from, "--to", to];
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  return { status, stderr, csv: existsSync(to) ? readFileSync(to, "utf8") : "" };
}

function advertised(adverts: readonly Advert[], leadership: readonly Advert[] = []) {
  writePublishedFiles(folder, adverts, leadership);
  const { status, stderr, csv } = run(folder);
  expect(stderr).toBe("");
  expect(status).toBe(0);
  return csv.split("\n").filter((line) => line.includes(",advertised,"));
}

describe("what becomes of adverts", () => {
  it("takes percentiles between the two nearest pays, by level and over all levels", () => {
    const adverts = tenPays((n) => n * 10_000, dataAnalyst);
    expect(advertised(adverts)).toEqual([
      "data-analyst,advertised,all,US,,10,19000,32500,55000,77500,91000,2024,aijobs",
      "data-analyst,advertised,entry,US,,10,19000,32500,55000,77500,91000,2024,aijobs",
    ]);
  });

  it("rounds half a dollar to the even one", () => {
    const odd = advertised(tenPays((n) => 100_000 + n, dataAnalyst));
    const even = advertised(tenPays((n) => 100_001 + n, dataAnalyst));
    expect([odd[0]?.split(",")[8], even[0]?.split(",")[8]]).toEqual(["100006", "100006"]);
  });

  it("drops a cell of nine, and keeps one of ten", () => {
    const ten = tenPays((n) => n * 10_000, dataAnalyst);
    expect(advertised(ten.slice(1))).toEqual([]);
    expect(advertised(ten)).toHaveLength(2);
  });

  it("counts full-time adverts of 2023 to 2025 alone, and names the years that they span", () => {
    const rows = advertised([
      ...tenPays((n) => n * 10_000, { ...dataAnalyst, year: "2023" }),
      ...tenPays((n) => n * 10_000, { ...dataAnalyst, year: "2025" }),
      { ...dataAnalyst, year: "2022", pay: 1 },
      { ...dataAnalyst, employment: "PT", pay: 1 },
    ]);
    expect(rows[0]).toBe("data-analyst,advertised,all,US,,20,19000,30000,55000,80000,91000,2023-2025,aijobs");
  });

  it("tells levels apart in the US only, and joins the countries of the EU", () => {
    const pay = (n: number) => n * 10_000;
    const rows = advertised([
      ...tenPays(pay, { ...dataAnalyst, country: "GB" }),
      ...tenPays(pay, { ...dataAnalyst, country: "CA" }),
      ...tenPays(pay, { ...dataAnalyst, country: "DE" }).slice(5),
      ...tenPays(pay, { ...dataAnalyst, country: "FR" }).slice(0, 5),
      ...tenPays(pay, { ...dataAnalyst, country: "IN" }),
    ]);
    expect(rows.map((row) => row.split(",").slice(2, 6).join(" "))).toEqual([
      "all GB  10",
      "all CA  10",
      "all EU  10",
    ]);
  });

  it("takes merged leadership titles from the earlier snapshot, and only from it", () => {
    const heads = tenPays((n) => n * 20_000, { ...dataAnalyst, title: "Head of Data Science", level: "EX" });
    expect(advertised(heads)).toEqual([]);
    expect(advertised([], heads).map((row) => row.split(",").slice(0, 6).join(" "))).toEqual([
      "head-of-data advertised all US  10",
      "head-of-data advertised executive US  10",
    ]);
  });

  it("leaves out the British research engineers, whose rows are a handful of very high ranges", () => {
    const engineer = { ...dataAnalyst, title: "Research Engineer" };
    const rows = advertised([
      ...tenPays((n) => n * 10_000, { ...engineer, country: "GB" }),
      ...tenPays((n) => n * 10_000, { ...engineer, country: "CA" }),
    ]);
    expect(rows.map((row) => row.split(",")[3])).toEqual(["CA"]);
  });

  it("ignores titles that stand for no role", () => {
    expect(advertised(tenPays((n) => n * 10_000, { ...dataAnalyst, title: "Head Gardener" }))).toEqual([]);
  });
});

describe("the file", () => {
  it("is the same to the byte however often it is written and in whatever order the adverts come", () => {
    const adverts = [
      ...tenPays((n) => n * 9_999, dataAnalyst),
      ...tenPays((n) => n * 7_777, { ...dataAnalyst, level: "SE", year: "2025" }),
    ];
    writePublishedFiles(folder, adverts, []);
    const first = run(folder).csv;
    expect(run(folder).csv).toBe(first);
    writePublishedFiles(folder, adverts.toReversed(), []);
    expect(run(folder).csv).toBe(first);
    expect(first.split("\n")[0]).toBe(COLUMNS);
  });

  it("gives every role one official row, with no number of people and no quarters", () => {
    writePublishedFiles(folder, [], []);
    const { rows, problems } = readSalaries("salaries.csv", run(folder).csv);
    expect(problems).toEqual([]);
    expect(rows).toHaveLength(26);
    expect(rows.find((row) => row.role === "statistician")).toEqual({
      role: "statistician",
      kind: "official",
      level: "all",
      region: "US",
      occupation: "15-2041",
      n: null,
      p10: 60_000,
      p25: null,
      median: 100_000,
      p75: null,
      p90: 170_000,
      period: "May 2024",
      source: "bls",
    });
  });

  it("is not written when a published file is missing; the message says what to give", () => {
    const { status, stderr, csv } = run(join(folder, "nowhere"));
    expect(status).toBe(1);
    expect(stderr).toContain("salaries-2025-01-19.csv.gz");
    expect(stderr).toContain("--from");
    expect(csv).toBe("");
  });
});

describe("knowledge/salaries.csv", () => {
  const kept = readSalaries("salaries.csv", readFileSync(KEPT, "utf8"));

  it("fits its schema, and takes official figures from occupations that the knowledge base lists", () => {
    const listed = z
      .array(z.looseObject({ soc: z.string() }))
      .parse(parseYaml(readFileSync(join(ROOT, "knowledge/occupations.yaml"), "utf8")))
      .map((occupation) => occupation.soc);
    expect(kept.problems).toEqual([]);
    for (const row of kept.rows) {
      if (row.kind === "official") expect(listed).toContain(row.occupation);
      else expect(row.occupation).toBe("");
    }
  });

  it("rises from the lowest tenth to the highest in every row", () => {
    for (const row of kept.rows) {
      const steps = [row.p10, row.p25, row.median, row.p75, row.p90].filter((step) => step !== null);
      expect(
        steps.toSorted((a, b) => a - b),
        `${row.role} ${row.kind} ${row.level} ${row.region}`,
      ).toEqual(steps);
    }
  });

  it("quotes neither British research engineers nor any advert for deep-learning engineers", () => {
    const quoted = kept.rows.filter(
      (row) =>
        row.kind === "advertised" &&
        (row.role === "deep-learning-engineer" || (row.role === "research-engineer" && row.region === "GB")),
    );
    expect(quoted).toEqual([]);
  });

  // The published files (3 MB) are not part of the project, so the next two tests need them beside the checkout.
  const published = existsSync(join(PUBLISHED, "salaries"));

  it.runIf(published)("is what the script makes of the published files", () => {
    expect(run(PUBLISHED).csv).toBe(readFileSync(KEPT, "utf8"));
  });

  it.runIf(published)("agrees with the published percentiles of the same adverts, row by row", () => {
    const levels: Record<string, string> = { EN: "entry", MI: "mid", SE: "senior", EX: "executive" };
    const table = readFileSync(join(PUBLISHED, "salaries/salaries-by-role.csv"), "utf8").trim().split("\n");
    const theirs = new Map(
      table.slice(1).map((line) => {
        const [role, level = "", region, period, ...figures] = line.split(",");
        return [`${role} ${levels[level] ?? level} ${region}`, [...figures, period].join(" ")];
      }),
    );
    const adverts = kept.rows.filter((row) => row.kind === "advertised");
    expect(adverts.length).toBeGreaterThan(100);
    for (const row of adverts) {
      const { role, level, region } = row;
      const ours = [row.n, row.p10, row.p25, row.median, row.p75, row.p90, row.period].join(" ");
      expect(ours, `${role} ${level} ${region}`).toBe(theirs.get(`${role} ${level} ${region}`));
    }
  });

  it.runIf(!published)("cannot be made anew here: the published files are not at ../shared/data", () => {
    expect(run(PUBLISHED).status).toBe(1);
  });
});
