import type { Instances } from "./instances.ts";
import type { Count, Ledger } from "./ledger.ts";
import type { Profiles } from "./profiles.ts";
import type { Traffic } from "./traffic.ts";
import type { Weather } from "./weather.ts";

export interface Run {
  minutes: number;
  seed: number;
  ledger: Ledger;
  traffic: Traffic;
  weather: Weather;
  profiles: Profiles;
  instances: Instances;
  disasters: readonly string[];
  problems: readonly string[];
}

const COLUMNS: readonly (keyof Count)[] = ["asked", "once", "more", "none", "inFlight"];
const HEADINGS = ["", "asked", "answered once", "more than once", "not at all", "in hand at a kill"];

/** What happened and what came of it, as lines to read. */
export function summaryOf(run: Run): string {
  const { traffic, weather, profiles, instances } = run;
  const counts = [...run.ledger.counts()].map(
    ([kind, count]) => [kind, ...COLUMNS.map((column) => count[column])] as const,
  );
  const sum = COLUMNS.map((_, at) => counts.reduce((so, row) => so + Number(row[at + 1]), 0));
  return [
    `Chaos of ${run.minutes} min on two instances, seed ${run.seed}`,
    table([HEADINGS, ...counts, ["all", ...sum]]),
    `Delivered twice by the platform: ${traffic.twice}`,
    `Disasters: ${run.disasters.join("; ")}`,
    `Weather: ${listed(weather.seen)}`,
    `Profiles: ${profiles.kept} people, ${profiles.confirmations} changes confirmed, ${profiles.unconfirmed} not`,
    `Logged: ${listed(instances.logged())}`,
    run.problems.length === 0 ? "Nothing went wrong." : `Wrong:\n- ${run.problems.join("\n- ")}`,
  ].join("\n");
}

function table(rows: readonly (readonly (string | number)[])[]): string {
  const width = (column: number) => Math.max(...rows.map((row) => String(row[column]).length));
  return rows
    .map((row) =>
      row
        .map((cell, at) => (at === 0 ? String(cell).padEnd(width(at)) : String(cell).padStart(width(at))))
        .join("  "),
    )
    .join("\n");
}

function listed(times: ReadonlyMap<string, number>): string {
  return [...times]
    .sort(([, one], [, other]) => other - one)
    .map(([name, count]) => `${name} ${count}`)
    .join(", ");
}
