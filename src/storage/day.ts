const DAY_MS = 24 * 60 * 60_000;

/** Days since the epoch in UTC. Misses are counted by day, so that no time of theirs points at a message. */
export function dayOf(time: number): number {
  return Math.floor(time / DAY_MS);
}

/** 2026-11-24 */
export function isoDay(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}
