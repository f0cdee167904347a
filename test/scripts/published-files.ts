import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { z } from "zod";

/** One row of the salary index; `employment` is full time unless said. */
export interface Advert {
  title: string;
  level: "EN" | "MI" | "SE" | "EX";
  /** ISO code of the employer's country. */
  country: string;
  /** US dollars a year. */
  pay: number;
  year: string;
  employment?: string;
}

/** The columns that the index has, in its order. */
const COLUMNS =
  "work_year,experience_level,employment_type,job_title,salary,salary_currency,salary_in_usd,employee_residence,remote_ratio,company_location,company_size";

/** Lays out `folder` as the publishers' files are laid out, with these adverts and with made-up official figures. */
export function writePublishedFiles(
  folder: string,
  adverts: readonly Advert[],
  leadership: readonly Advert[],
): void {
  mkdirSync(join(folder, "salaries"), { recursive: true });
  mkdirSync(join(folder, "bls"), { recursive: true });
  writeFileSync(join(folder, "salaries/salaries-2025-01-19.csv.gz"), gzipSync(index(adverts)));
  const earlier = "salaries/salaries-2024-05-05-data-science-leadership.csv";
  writeFileSync(join(folder, earlier), index(leadership));
  const handbook = [...occupations()].map((soc) => `${soc}\t60000\t100000\t170000`);
  const columns = "soc\tp10_below_usd\tmedian_annual_usd_may2024\tp90_above_usd";
  writeFileSync(join(folder, "bls/ooh-2024-34.tsv"), [columns, ...handbook, ""].join("\n"));
}

function index(adverts: readonly Advert[]): string {
  const rows = adverts.map(({ title, level, country, pay, year, employment = "FT" }) =>
    // Paid in another currency and held by somebody who lives elsewhere: neither may count.
    [year, level, employment, title, pay * 3, "XXX", pay, "AQ", 0, country, "M"].join(","),
  );
  return [COLUMNS, ...rows, ""].join("\n");
}

function occupations(): Set<string> {
  const path = new URL("../../scripts/salary-titles.json", import.meta.url);
  const { occupations } = z
    .looseObject({ occupations: z.record(z.string(), z.string()) })
    .parse(JSON.parse(readFileSync(path, "utf8")));
  return new Set(Object.values(occupations));
}
