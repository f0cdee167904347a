const WORDS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  "half a": 0.5,
  "half an": 0.5,
  "a couple of": 2,
  "a couple": 2,
  "couple of": 2,
  couple: 2,
  "a few": 3,
  few: 3,
  several: 4,
};

/** A number as people write it, in digits (with `p` for the decimal point, see `joinNumbers`) or a small word. */
export const AMOUNT = `(\\d{1,2}(?:p\\d{1,2})?|half an?|a couple(?: of)?|couple(?: of)?|a few|few|several|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty)`;

export function amountOf(words: string): number | undefined {
  const digits = /^(\d+)(?:p(\d+))?$/.exec(words);
  if (digits) return Number(`${digits[1]}.${digits[2] ?? "0"}`);
  return WORDS[words];
}
