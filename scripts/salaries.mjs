#!/usr/bin/env node
// Computes knowledge/salaries.csv from the published files.
//
//   node scripts/salaries.mjs [--from ../shared/data] [--to knowledge/salaries.csv]
//
// Adverts (aijobs.net, CC0) give percentiles by role, level and region; the Occupational Outlook Handbook gives one
// official row a role, that of its closest occupation. Which titles make up a role, what is left out and why, and the
// occupations stand in salary-titles.json. --from names a folder that holds the three files below.

import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { gunzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";

const HERE = dirname(fileURLToPath(import.meta.url));
const SNAPSHOT = "salaries/salaries-2025-01-19.csv.gz";
const LEADERSHIP_SNAPSHOT = "salaries/salaries-2024-05-05-data-science-leadership.csv";
const HANDBOOK = "bls/ooh-2024-34.tsv";

/** The keys of `salarySchema`, in its order. */
const COLUMNS = [
  "role",
  "kind",
  "level",
  "region",
  "occupation",
  "n",
  "p10",
  "p25",
  "median",
  "p75",
  "p90",
  "period",
  "source",
];
const LEVELS = { all: "all", EN: "entry", MI: "mid", SE: "senior", EX: "executive" };
const REGIONS = ["US", "GB", "CA", "EU"];
const EU27 = new Set(
  "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE".split(" "),
);
const YEARS = new Set(["2023", "2024", "2025"]);
const FEWEST_ROWS = 10;

function main() {
  const { values } = parseArgs({ options: { from: { type: "string" }, to: { type: "string" } } });
  const from = values.from ?? join(HERE, "../../shared/data");
  const to = values.to ?? join(HERE, "../knowledge/salaries.csv");
  const choice = JSON.parse(readFileSync(join(HERE, "salary-titles.json"), "utf8"));

  const cells = new Map();
  collect(cells, readTable(from, SNAPSHOT), rolesByTitle(choice.snapshot));
  collect(cells, readTable(from, LEADERSHIP_SNAPSHOT), rolesByTitle(choice.leadershipSnapshot));
  const handbook = new Map(readTable(from, HANDBOOK, "\t").map((row) => [row.soc, row]));

  const rows = Object.keys(choice.snapshot).flatMap((role) => [
    ...advertisedRows(role, cells, choice.leftOut),
    officialRow(role, choice.occupations[role], handbook),
  ]);
  const lines = [COLUMNS, ...rows.map((row) => COLUMNS.map((column) => row[column] ?? ""))];
  writeFileSync(to, lines.map((line) => `${line.join(",")}\n`).join(""));
  console.log(`${to}: ${rows.length} rows for ${Object.keys(choice.snapshot).length} roles`);
}

function readTable(folder, name, delimiter = ",") {
  const bytes = readFileSync(join(folder, name));
  return parse(name.endsWith(".gz") ? gunzipSync(bytes) : bytes, { columns: true, delimiter });
}

function rolesByTitle(titlesOfRoles) {
  const roles = new Map();
  for (const [role, titles] of Object.entries(titlesOfRoles)) {
    for (const title of titles) {
      if (roles.has(title)) throw new Error(`"${title}" stands for both ${roles.get(title)} and ${role}`);
      roles.set(title, role);
    }
  }
  return roles;
}

/** Adds each full-time advert to the cells of its role: its level and all levels, in the employer's region. */
function collect(cells, adverts, roles) {
  for (const advert of adverts) {
    const role = roles.get(advert.job_title);
    const region = EU27.has(advert.company_location) ? "EU" : advert.company_location;
    if (role === undefined || !REGIONS.includes(region)) continue;
    if (advert.employment_type !== "FT" || !YEARS.has(advert.work_year)) continue;
    const pay = Number(advert.salary_in_usd);
    if (!(pay > 0)) throw new Error(`"${advert.salary_in_usd}" is no pay, for a ${advert.job_title}`);
    for (const level of ["all", advert.experience_level]) {
      const key = `${role} ${level} ${region}`;
      if (!cells.has(key)) cells.set(key, []);
      cells.get(key).push({ pay, year: advert.work_year });
    }
  }
}

function advertisedRows(role, cells, leftOut) {
  return REGIONS.flatMap((region) => {
    if (leftOut.some((cell) => cell.role === role && cell.region === region)) return [];
    // Outside the US the adverts are too few to tell levels apart.
    const levels = region === "US" ? Object.keys(LEVELS) : ["all"];
    return levels.flatMap((level) => {
      const cell = cells.get(`${role} ${level} ${region}`) ?? [];
      if (cell.length < FEWEST_ROWS) return [];
      const row = { role, kind: "advertised", level: LEVELS[level], region, n: cell.length };
      return [{ ...row, ...percentiles(cell), period: period(cell), source: "aijobs" }];
    });
  });
}

function officialRow(role, soc, handbook) {
  const row = handbook.get(soc);
  if (!row) throw new Error(`the handbook has no occupation ${soc}, which stands for ${role}`);
  return {
    role,
    kind: "official",
    level: "all",
    region: "US",
    occupation: soc,
    p10: row.p10_below_usd,
    median: row.median_annual_usd_may2024,
    p90: row.p90_above_usd,
    period: "May 2024",
    source: "bls",
  };
}

function period(cell) {
  const years = [...new Set(cell.map((advert) => advert.year))].sort();
  return years.length === 1 ? years[0] : `${years[0]}-${years.at(-1)}`;
}

function percentiles(cell) {
  const pays = cell.map((advert) => advert.pay).sort((a, b) => a - b);
  const at = (percent) => roundHalfToEven(percentile(pays, percent));
  return { p10: at(10), p25: at(25), median: at(50), p75: at(75), p90: at(90) };
}

/** Linear interpolation between the two nearest of the sorted values, as numpy and spreadsheets do it. */
function percentile(sorted, percent) {
  const place = ((sorted.length - 1) * percent) / 100;
  const low = Math.floor(place);
  const high = Math.min(low + 1, sorted.length - 1);
  return sorted[low] + (sorted[high] - sorted[low]) * (place - low);
}

/** The published table of the same adverts is rounded so; anything else would differ from it by a dollar here and there. */
function roundHalfToEven(value) {
  const low = Math.floor(value);
  if (value - low !== 0.5) return Math.round(value);
  return low % 2 === 0 ? low : low + 1;
}

try {
  main();
} catch (error) {
  const missing = error?.code === "ENOENT" ? " Give the folder of the published files with --from." : "";
  console.error(`salaries: ${error instanceof Error ? error.message : error}${missing}`);
  process.exitCode = 1;
}
