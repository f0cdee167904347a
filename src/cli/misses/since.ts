const HOUR_MS = 60 * 60_000;
const UNITS_MS = { h: HOUR_MS, d: 24 * HOUR_MS, w: 7 * 24 * HOUR_MS } as const;

/** "7d", "24h", "2w" or a day like 2026-11-01: the moment that it means, in milliseconds since the epoch; undefined for other words. */
export function sinceTime(words: string, now: number): number | undefined {
  const [, amount, unit] = /^(\d{1,4})([hdw])$/.exec(words) ?? [];
  if (amount !== undefined) return now - Number(amount) * UNITS_MS[unit as keyof typeof UNITS_MS];
  const day = /^\d{4}-\d\d-\d\d$/.test(words) ? Date.parse(words) : Number.NaN;
  return Number.isNaN(day) || day > now ? undefined : day;
}
