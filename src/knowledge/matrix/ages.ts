import { figuresOf } from "../figures.ts";
import type { Parts } from "../parts.ts";
import type { Finding } from "./finding.ts";
import { lastDay, monthsBetween } from "./last-day.ts";
import type { Passage } from "./passage.ts";

/** Whole months after which a figure should be looked up again. */
export const OLDEST_MONTHS = 18;

/** Figures that are older than 18 months, or whose age nobody can tell: one finding a source, and one a pay period. */
export function checkAges(parts: Parts, passages: readonly Passage[], now: Date): Finding[] {
  return [...checkSources(parts, passages, now), ...checkPay(parts, now), ...checkOccupations(parts, now)];
}

function checkSources(
  { lists, yamls, roleFiles }: Parts,
  passages: readonly Passage[],
  now: Date,
): Finding[] {
  const uses = new Map<string, number>();
  const count = (keys: readonly string[]) => {
    for (const key of keys) uses.set(key, (uses.get(key) ?? 0) + 1);
  };
  for (const { markdown } of passages) for (const figure of figuresOf(markdown)) count(figure.sources);
  for (const { facts } of roleFiles.values()) count(facts.conditions?.sources ?? []);
  return (lists["sources.yaml"] ?? []).flatMap((source, n): Finding[] => {
    const figures = uses.get(source.key) ?? 0;
    if (figures === 0) return [];
    const line = yamls.get("sources.yaml")?.lineOf([n, "date"]) ?? 1;
    const day = lastDay(source.date);
    const rest = `${figures} ${figures === 1 ? "figure rests" : "figures rest"} on it`;
    if (!day) {
      const message = `"${source.key}" does not say when it is from (${source.date}); ${rest}`;
      const fix = "Find its date, or figures that have one.";
      return [{ kind: "undated", file: "sources.yaml", line, message, fix }];
    }
    const age = monthsBetween(day, now);
    if (age <= OLDEST_MONTHS) return [];
    const message = `"${source.key}" is ${age} months old (${source.date}); ${rest}`;
    const fix = "Look for a newer edition, and check the figures against it.";
    return [{ kind: "aged", file: "sources.yaml", line, message, fix }];
  });
}

/** A row is no newer than its period, nor than the source that it was taken from. */
function checkPay({ lists, salaries }: Parts, now: Date): Finding[] {
  const sourceDates = new Map(lists["sources.yaml"]?.map((source) => [source.key, lastDay(source.date)]));
  const groups = new Map<string, { line: number; rows: number; age: number }>();
  for (const [n, { period, source }] of salaries.rows.entries()) {
    const key = `${period} from ${source}`;
    const group = groups.get(key);
    if (group) group.rows += 1;
    else {
      const days = [lastDay(period), sourceDates.get(source)].flatMap((day) => (day ? [day.getTime()] : []));
      const age = days.length > 0 ? monthsBetween(new Date(Math.min(...days)), now) : Number.NaN;
      groups.set(key, { line: salaries.lines[n] ?? 1, rows: 1, age });
    }
  }
  return [...groups].flatMap(([key, { line, rows, age }]): Finding[] => {
    if (age <= OLDEST_MONTHS) return [];
    const file = "salaries.csv";
    if (Number.isNaN(age)) {
      const message = `nobody can tell the age of the pay of ${key} (rows: ${rows})`;
      return [
        { kind: "undated", file, line, message, fix: 'Write the period as "2023-2025" or "May 2024".' },
      ];
    }
    const message = `the pay of ${key} is ${age} months old (rows: ${rows})`;
    const fix = "Run `node scripts/salaries.mjs` over a newer file of that source.";
    return [{ kind: "aged", file, line, message, fix }];
  });
}

/** Projections are as old as their source, and as their base year where that has no date. */
function checkOccupations({ lists, yamls }: Parts, now: Date): Finding[] {
  const sources = new Map(lists["sources.yaml"]?.map((source) => [source.key, source]));
  return (lists["occupations.yaml"] ?? []).flatMap((occupation, n): Finding[] => {
    const date = sources.get(occupation.source)?.date ?? "";
    const day = lastDay(date) ?? lastDay(String(occupation.baseYear));
    const age = day ? monthsBetween(day, now) : 0;
    if (age <= OLDEST_MONTHS) return [];
    const line = yamls.get("occupations.yaml")?.lineOf([n, "baseYear"]) ?? 1;
    const message = `the projection of "${occupation.title}" is ${age} months old`;
    const fix = "Take the figures of the newest edition.";
    return [{ kind: "aged", file: "occupations.yaml", line, message, fix }];
  });
}
