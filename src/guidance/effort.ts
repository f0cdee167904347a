import type { Skill } from "../knowledge/schema.ts";

/**
 * How long learning takes: the editors' rule of thumb, to be shown as such. Hours of practice from one level to the next,
 * for a programming language; other kinds take a share of it.
 */
const HOURS_TO_LEVEL = [0, 8, 20, 40, 80, 120] as const;

const SHARE: Record<Skill["kind"], number> = {
  language: 1,
  maths: 1.2,
  method: 1,
  engineering: 0.9,
  people: 0.8,
  platform: 0.7,
  library: 0.6,
  database: 0.6,
  domain: 0.6,
  tool: 0.4,
};

export const PROJECT_HOURS = 40;

/** Hours from one level to a higher one, in steps of five. */
export function hoursToLearn(kind: Skill["kind"], from: number, to: number): number {
  let hours = 0;
  for (let level = from + 1; level <= to; level++) hours += HOURS_TO_LEVEL[level] ?? 0;
  return Math.max(5, Math.round((hours * SHARE[kind]) / 5) * 5);
}

/** Whole weeks at so many hours a week; undefined where the hours were not told. */
export function weeksFor(hours: number, hoursPerWeek: number | undefined): number | undefined {
  return hoursPerWeek === undefined ? undefined : Math.max(1, Math.ceil(hours / hoursPerWeek));
}
