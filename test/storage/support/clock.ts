export interface FakeClock {
  now: () => number;
  advance(ms: number): void;
}

/** A clock that stands still at noon (UTC) of a day until it is moved. */
export function fakeClock(): FakeClock {
  let time = Date.UTC(2026, 10, 24, 12);
  return {
    now: () => time,
    advance: (ms) => {
      time += ms;
    },
  };
}

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const DAY = 24 * 60 * MINUTE;
