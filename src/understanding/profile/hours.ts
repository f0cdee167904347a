import { AMOUNT, amountOf } from "./amounts.ts";

const PERIODS: readonly (readonly [RegExp, number])[] = [
  [/^(?:week|weekly|wk|wkly|w)$/, 1],
  [/^(?:day|daily)$/, 7],
  [/^(?:evening|night|weekday|weeknight|workday)s?$/, 5],
  [/^(?:weekend|weekends|saturday|sunday)s?$/, 1],
  [/^(?:month|monthly)$/, 0.25],
];

const WITH_PERIOD = new RegExp(
  String.raw`(?<![\w@])${AMOUNT}\s?(?:or so )?(?:h|hr|hrs|hour|hours|std)\b(?: (?:of study|to study|to learn|free|spare|for learning|for this|for study))? ?(?:, )?(?:a|an|per|each|every|in a|the|on|at|p|at the)? ?(week|weekly|wk|wkly|w|day|daily|evenings?|nights?|weekdays?|weeknights?|workdays?|weekends?|saturdays?|sundays?|month|monthly)\b`,
);
const PER_WEEK_FIRST = new RegExp(
  String.raw`\b(?:weekly|per week|every week|each week|a week|hours a week is|study time)\b(?: \w+){0,3} ${AMOUNT}\s?(?:h|hr|hrs|hours?)\b`,
);
const ALONE = new RegExp(
  String.raw`\b(?:have|spare|spend|got|invest|commit|about|around|only|make it|make that|say|rather)(?: \w+){0,2} ${AMOUNT}\s?(?:h|hr|hrs|hours?)\b`,
);
const HPW = /(?<![\w@])(\d{1,2}(?:p\d)?)\s?(?:hpw|h pw|hrs pw|hours pw)\b/;

/** "Saving 5 hours a week" is what a piece of work brought. */
const SAVED = new RegExp(
  String.raw`\b(?:sav(?:e|ed|es|ing)|cut|cutting|freed|freeing|reduced|reducing)(?: \w+){0,3} ${AMOUNT}\s?(?:h|hr|hrs|hours?)\b`,
  "g",
);

/** Hours a week that somebody has for learning, off marked text. A working week is none: above 40 hours nothing is read. */
export function readHours(text: string): number | undefined {
  const marked = text.replace(SAVED, "");
  const hours =
    withPeriod(marked) ?? single(marked, HPW) ?? single(marked, PER_WEEK_FIRST) ?? single(marked, ALONE);
  return hours !== undefined && hours > 0 && hours <= 40 ? Math.round(hours * 2) / 2 || 0.5 : undefined;
}

/** A bare number, where hours or years were asked for. */
export function bareAmount(marked: string): number | undefined {
  const match = new RegExp(String.raw`(?:^|\s)${AMOUNT}(?:\s|h\b|y\b|$)`).exec(marked);
  return match ? amountOf(match[1] ?? "") : undefined;
}

function withPeriod(marked: string): number | undefined {
  const match = WITH_PERIOD.exec(marked);
  const amount = match && amountOf(match[1] ?? "");
  const times = match && PERIODS.find(([period]) => period.test(match[2] ?? ""))?.[1];
  return amount !== undefined && amount !== null && times !== undefined && times !== null
    ? amount * times
    : undefined;
}

function single(marked: string, pattern: RegExp): number | undefined {
  const match = pattern.exec(marked);
  return match ? amountOf(match[1] ?? "") : undefined;
}
