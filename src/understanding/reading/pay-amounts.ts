/** Amounts of money in a text, as people and adverts write them: "$100k", "from 98,000 to 208,000 USD", "60 €/h", "12 LPA". */

export const PAY_UNITS = ["year", "month", "week", "day", "hour"] as const;
export type PayUnit = (typeof PAY_UNITS)[number];

/** How many of a unit are worked in a year: 52 weeks of 40 hours, 5 days a week. */
export const UNITS_A_YEAR: Readonly<Record<PayUnit, number>> = {
  year: 1,
  month: 12,
  week: 52,
  day: 260,
  hour: 2080,
};

export interface PayAmount {
  amount: number;
  /** ISO 4217; undefined where none is said. */
  currency: string | undefined;
  /** Undefined where none is said. */
  unit: PayUnit | undefined;
  /** It is plainly money: a currency, or thousands by a word or letter. */
  isPlain: boolean;
  /** Where it stands in the text, end exclusive. */
  start: number;
  end: number;
}

const SIGNS: Readonly<Record<string, string>> = { $: "USD", "€": "EUR", "£": "GBP", "₹": "INR" };
const CODES = "usd|eur|gbp|inr|cad|aud|nzd|sgd|chf|sek|nok|dkk|pln|czk|jpy|brl|zar|aed|ils|mxn";
const WORDS: Readonly<Record<string, string>> = {
  dollar: "USD",
  dollars: "USD",
  bucks: "USD",
  euro: "EUR",
  euros: "EUR",
  pound: "GBP",
  pounds: "GBP",
  quid: "GBP",
  rupees: "INR",
  lpa: "INR",
};
const TIMES: Readonly<Record<string, number>> = {
  k: 1_000,
  thousand: 1_000,
  lakh: 100_000,
  lakhs: 100_000,
  lac: 100_000,
  lpa: 100_000,
};
const UNIT_WORDS: Readonly<Record<string, PayUnit>> = {
  year: "year",
  yr: "year",
  y: "year",
  annum: "year",
  annually: "year",
  yearly: "year",
  pa: "year",
  month: "month",
  monthly: "month",
  mo: "month",
  week: "week",
  weekly: "week",
  day: "day",
  daily: "day",
  hour: "hour",
  hourly: "hour",
  hr: "hour",
  h: "hour",
};

const CURRENCY = `[$€£₹]|\\b(?:${CODES})\\b`;
const AMOUNT = new RegExp(
  `(?<lead>${CURRENCY})?\\s?(?<![\\p{L}\\p{N}.,])(?<number>\\d{1,3}(?:[, ']\\d{3})+(?:\\.\\d{1,2})?|\\d{1,3}(?:\\.\\d{3}){1,2}|\\d{1,8}(?:\\.\\d{1,2})?)(?!\\d)` +
    "(?:\\s?(?<times>k|thousand|lakhs?|lac|lpa)(?![\\p{L}\\p{N}]))?\\+?" +
    `(?:\\s?(?<tail>${CURRENCY}|\\b(?:dollars?|bucks|euros?|pounds?|quid|rupees)\\b))?` +
    "(?:\\s?(?:/|\\b(?:an?|per|each|p)\\b)?\\s?(?<unit>year|yr|annum|annually|yearly|pa|month|monthly|mo|week|weekly|day|daily|hour|hourly|hr|h|y)(?![\\p{L}\\p{N}]))?",
  "giu",
);

export function payAmounts(text: string): PayAmount[] {
  const found = [...text.matchAll(AMOUNT)].map(readMatch);
  for (let at = found.length - 2; at >= 0; at--) {
    const [one, next] = [found[at]!, found[at + 1]!];
    // "100-130k USD a year": what stands behind the second goes for both.
    if (!/^\s*(?:-|–|—|to|and|bis)\s*$/.test(text.slice(one.end, next.start))) continue;
    const times =
      one.times === undefined && next.times !== undefined && one.amount < next.amount ? next.times : 1;
    found[at] = {
      ...one,
      amount: one.amount * times,
      currency: one.currency ?? next.currency,
      unit: one.unit ?? next.unit,
      isPlain: one.isPlain || next.isPlain,
    };
    found[at + 1] = {
      ...next,
      currency: next.currency ?? one.currency,
      isPlain: one.isPlain || next.isPlain,
    };
  }
  return found.map(({ times: _, ...amount }) => amount);
}

function readMatch(match: RegExpExecArray): PayAmount & { times: number | undefined } {
  const { lead, number = "", times, tail, unit } = match.groups ?? {};
  const currency = currencyOf(lead) ?? currencyOf(tail) ?? currencyOf(times);
  const factor = times === undefined ? undefined : TIMES[times.toLowerCase()];
  const plain = (/\.\d{3}/.test(number) ? number.replaceAll(".", "") : number).replace(/[, ']/g, "");
  return {
    amount: Number(plain) * (factor ?? 1),
    currency,
    unit:
      unit === undefined
        ? times?.toLowerCase() === "lpa"
          ? "year"
          : undefined
        : UNIT_WORDS[unit.toLowerCase()],
    isPlain: currency !== undefined || factor !== undefined,
    times: factor,
    start: match.index,
    end: match.index + match[0].length,
  };
}

function currencyOf(words: string | undefined): string | undefined {
  if (words === undefined) return undefined;
  const lower = words.toLowerCase();
  return (
    SIGNS[words] ??
    WORDS[lower] ??
    (/^[a-z]{3}$/.test(lower) && CODES.includes(lower) ? lower.toUpperCase() : undefined)
  );
}
