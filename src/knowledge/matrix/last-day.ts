const MONTHS = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];
const DATE = new RegExp(
  `(?<year>\\b(?:19|20)\\d\\d(?!\\d))(?:-(?<month>0[1-9]|1[0-2])(?:-(?<day>[0-3]\\d))?\\b)?|\\b(?<name>${MONTHS.join("|")}) (?<nameYear>(?:19|20)\\d\\d)\\b`,
  "gi",
);

/**
 * The last day that a date in words covers, or undefined where it names none: "May 2024" ends on 31 May 2024, "2023-2025"
 * at the end of 2025, "2022-08-16 to 2022-09-16" on the later day.
 */
export function lastDay(words: string): Date | undefined {
  const days = [...words.matchAll(DATE)].map(({ groups = {} }) => {
    const { year, month, day, name, nameYear } = groups;
    if (name && nameYear) return endOfMonth(Number(nameYear), MONTHS.indexOf(name.toLowerCase()));
    if (!month) return endOfMonth(Number(year), 11);
    if (!day) return endOfMonth(Number(year), Number(month) - 1);
    return Date.UTC(Number(year), Number(month) - 1, Number(day));
  });
  return days.length > 0 ? new Date(Math.max(...days)) : undefined;
}

/** `month` counts from 0. */
function endOfMonth(year: number, month: number): number {
  return Date.UTC(year, month + 1, 0);
}

/** Whole months from `then` to `now`. */
export function monthsBetween(then: Date, now: Date): number {
  const months = (now.getUTCFullYear() - then.getUTCFullYear()) * 12 + now.getUTCMonth() - then.getUTCMonth();
  return now.getUTCDate() < then.getUTCDate() ? months - 1 : months;
}
