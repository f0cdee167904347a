import type { Knowledge, Role } from "../knowledge/knowledge.ts";
import type { Salary } from "../knowledge/schema.ts";
import type { Table } from "./answer.ts";
import { capitalize, plural } from "./role-words.ts";

/** Fewer figures than this say little. */
export const THIN_BELOW = 30;

const REGIONS = { US: "United States", GB: "United Kingdom", CA: "Canada", EU: "EU" } as const;
const LEVEL_WORDS = {
  all: "All levels",
  entry: "Entry",
  mid: "Mid",
  senior: "Senior",
  executive: "Executive",
} as const;

/** Adverts are rounded to hundreds, which is all that they can bear. */
export function dollars(amount: number): string {
  return exactDollars(Math.round(amount / 100) * 100);
}

/** Official figures stand as they were published. */
export function exactDollars(amount: number): string {
  return `$${amount}`.replace(/\B(?=(\d{3})+(?!\d))/g, ",");
}

export function salariesOf(role: Role, knowledge: Knowledge, kind: Salary["kind"]): Salary[] {
  return (knowledge.salaries.get(role.id) ?? []).filter((row) => row.kind === kind);
}

/** The figure by which roles are set side by side: adverts in the US, all levels. */
export function headlinePay(role: Role, knowledge: Knowledge): Salary | undefined {
  return salariesOf(role, knowledge, "advertised").find((row) => row.region === "US" && row.level === "all");
}

export function officialPay(role: Role, knowledge: Knowledge): Salary | undefined {
  return salariesOf(role, knowledge, "official")[0];
}

export function isThin(row: Salary): boolean {
  return row.n !== null && row.n < THIN_BELOW;
}

/** One sentence with range, count, region, period and what the figure is. */
export function paySentence(role: Role, knowledge: Knowledge): string {
  const row = headlinePay(role, knowledge);
  const who = capitalize(plural(role));
  if (!row) {
    const official = officialPay(role, knowledge);
    const fallback = official
      ? ` The closest official occupation had a median of ${exactDollars(official.median)} a year in the US in ${official.period}.`
      : "";
    return `There are too few adverts for ${plural(role)} to give a range.${fallback}`;
  }
  const range =
    row.p25 !== null && row.p75 !== null
      ? `, the middle half between ${dollars(row.p25)} and ${dollars(row.p75)}`
      : "";
  const thin = isThin(row) ? " That rests on few adverts, so take it as a hint." : "";
  return `${who} are advertised at a median of ${dollars(row.median)} a year in the US${range} (base pay, ${row.period}, n=${count(row.n)}).${thin}`;
}

export function count(n: number | null): string {
  return n === null ? "not given" : String(n).replace(/\B(?=(\d{3})+(?!\d))/g, ",");
}

/** Advertised pay by level and region. */
export function payTable(role: Role, knowledge: Knowledge): Table | undefined {
  const rows = salariesOf(role, knowledge, "advertised");
  if (rows.length === 0) return undefined;
  return {
    caption: `Advertised base pay of ${plural(role)}, US dollars a year, ${rows[0]?.period ?? ""}`,
    columns: ["Where and level", "Middle half", "Median", "Figures (n)"],
    rows: rows.map((row) => [
      row.region === "US" ? `US, ${LEVEL_WORDS[row.level].toLowerCase()}` : REGIONS[row.region],
      row.p25 !== null && row.p75 !== null ? `${dollars(row.p25)} to ${dollars(row.p75)}` : "not given",
      dollars(row.median),
      `${count(row.n)}${isThin(row) ? " (few)" : ""}`,
    ]),
  };
}

/** Official statistics, never in one range with adverts; Markdown with its source. */
export function officialPaySentence(role: Role, knowledge: Knowledge): string | undefined {
  const row = officialPay(role, knowledge);
  const occupation = knowledge.occupations.get(role.occupation.soc);
  if (!row || !occupation) return undefined;
  const ends =
    row.p10 !== null && row.p90 !== null
      ? `, the lowest tenth under ${exactDollars(row.p10)}, the highest tenth over ${exactDollars(row.p90)}`
      : "";
  return `**Official statistics:** ${occupationWords(role, occupation.title)} earned a median of ${exactDollars(row.median)} in ${row.period} in the US${ends}.[^${row.source}]`;
}

export function occupationWords(role: Role, title: string): string {
  switch (role.occupation.fit) {
    case "exact":
      return `the occupation "${title}"`;
    case "part":
      return `the occupation "${title}", in which ${plural(role)} are counted,`;
    case "closest":
      return `the closest occupation, "${title}",`;
    case "judgement":
      return `the occupation we judge closest, "${title}" (the role has none of its own),`;
  }
}
