import { type OpeningsFilters, PAY_MAX } from "../openings-filters.ts";
import { normalize } from "../text/normalize.ts";
import { type PayAmount, payAmounts, UNITS_A_YEAR } from "./pay-amounts.ts";

/** Words that belong to an amount: its digits, its currency, what it is paid for, and which end of the pay it is. */
export const PAY_WORD =
  /^(?:\d[\d.,]*(?:k|lpa)?|k|usd|eur|gbp|inr|cad|aud|chf|dollars?|euros?|pounds?|bucks|lpa|lakhs?|thousand|pay|pays|paying|paid|salary|earning|earn|earns|year|yr|annum|month|day|hour|hr|h|pa|minimum|min|maximum|max|under|below|up|to|less|lower|than|at|the|most|least|more|over|above|higher|nothing|no|not|or|and|but|between|until|tops|range|cap|capped|limit)$/;

const NOT_LESS = /(?:\b(?:nothing|not|no|never)\s+(?:under|below|less than|lower than))\s*$/i;
const AT_MOST =
  /(?:\b(?:under|below|beneath|up to|(?:less|lower) than|at (?:the )?most|max(?:imum)?\.?(?: (?:of|pay|salary|is))*|(?:no|not|nothing|never) (?:more than|over|above|higher than)|not exceeding|until|capp?(?:ed)? at)|<=?)\s*:?\s*$/i;
const OR_LESS = /^\s*(?:(?:or|and) (?:less|under|below|lower)|max(?:imum)?|tops|at (?:the )?most)\b/i;
const RANGE = /^\s*(?:-|–|—|to|up to|until|bis)\s*$/i;
const BETWEEN = /\b(?:between|from)\s*$/i;
/** As far as the longest of the words above reaches, on either side. */
const REACH = 32;
/** Whoever writes a bare number means money from here on: no other number in such a question is as high. */
const BARE_PAY_FROM = 10_000;
/** "2000 a month", and no "8 hour day". */
const RATE_FROM = 300;
const LEAST_A_YEAR = 1_000;

type PayBounds = NonNullable<OpeningsFilters["pay"]>;
type Sided = { amount: PayAmount; yearly: number; isMost: boolean };

/** The least and the most that a text wants paid, a year; an amount with nothing said of it is the least. */
export function readPayBounds(text: string): PayBounds | undefined {
  const plain = normalize(text);
  const amounts = payAmounts(plain).flatMap((amount): Sided[] => {
    if (!amount.isPlain && amount.amount < (isByTheMonth(amount) ? RATE_FROM : BARE_PAY_FROM)) return [];
    const yearly = Math.round(amount.amount * UNITS_A_YEAR[amount.unit ?? "year"]);
    if (yearly < LEAST_A_YEAR || yearly > PAY_MAX) return [];
    return [{ amount, yearly, isMost: isMost(plain, amount) }];
  });
  const [first, second] = amounts;
  if (!first) return undefined;
  const currency = amounts.find(({ amount }) => amount.currency !== undefined)?.amount.currency;
  const bounds =
    second && isRange(plain, first, second)
      ? between(first.yearly, second.yearly)
      : {
          from: amounts.find((each) => !each.isMost)?.yearly,
          to: amounts.find((each) => each.isMost)?.yearly,
        };
  return boundsOf({ ...bounds, currency });
}

/** What was said before with what is said now: one end leaves the other where it was, unless they meet. */
export function joinPay(before: PayBounds | undefined, said: PayBounds): PayBounds {
  if (before === undefined || (said.from !== undefined && said.to !== undefined)) return said;
  const { from, to, currency } = { ...before, ...said };
  return from !== undefined && to !== undefined && from >= to
    ? said
    : (boundsOf({ from, to, currency }) ?? said);
}

function isMost(text: string, { start, end }: PayAmount): boolean {
  const before = text.slice(Math.max(0, start - REACH), start);
  return (AT_MOST.test(before) && !NOT_LESS.test(before)) || OR_LESS.test(text.slice(end, end + REACH));
}

function isByTheMonth({ unit }: PayAmount): boolean {
  return unit !== undefined && unit !== "year";
}

/** "100k-130k", "from 100k to 130k", "between 100k and 130k". */
function isRange(text: string, { amount: one }: Sided, { amount: next }: Sided): boolean {
  const joint = text.slice(one.end, next.start);
  if (RANGE.test(joint)) return true;
  return /^\s*and\s*$/i.test(joint) && BETWEEN.test(text.slice(Math.max(0, one.start - REACH), one.start));
}

function between(one: number, other: number): { from: number; to: number } {
  return { from: Math.min(one, other), to: Math.max(one, other) };
}

/** Without the ends that are not said, and without a highest below the lowest. */
function boundsOf({
  from,
  to,
  currency,
}: {
  from: number | undefined;
  to: number | undefined;
  currency: string | undefined;
}): PayBounds | undefined {
  if (from === undefined && to === undefined) return undefined;
  const isOrdered = from === undefined || to === undefined || from <= to;
  return {
    ...(from === undefined ? {} : { from }),
    ...(to === undefined || !isOrdered ? {} : { to }),
    ...(currency === undefined ? {} : { currency }),
  };
}
