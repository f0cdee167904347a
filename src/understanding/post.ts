import type { Reading } from "./reading/reading.ts";
import { wordsIn } from "./reading/spans.ts";

/** What somebody's post (a job advert, a career question) speaks of. */
export interface PostReading {
  /** Role ids with the words that named each, most mentions first. */
  roles: { id: string; words: string[] }[];
  /** Ids of skills, degrees, fields and industries named, in order. */
  terms: string[];
  /** Yearly pay named in it, in the currency it names; undefined where none is. */
  pay: { from: number; to: number; currency: string } | undefined;
}

export function readPost(text: string, reading: Reading): PostReading {
  const roles = new Map<string, Set<string>>();
  const terms = new Set<string>();
  for (const mention of reading.mentions) {
    const words = wordsIn(reading.tokens, mention);
    if (mention.kind === "role") roles.set(mention.role, (roles.get(mention.role) ?? new Set()).add(words));
    else if (mention.kind === "area") {
      if (mention.term) terms.add(mention.term.id);
    } else if ("id" in mention && !mention.negated) terms.add(mention.id);
  }
  return {
    roles: [...roles]
      .map(([id, words]) => ({ id, words: [...words] }))
      .sort((a, b) => b.words.length - a.words.length),
    terms: [...terms],
    pay: payIn(text),
  };
}

const CURRENCIES: Record<string, string> = {
  $: "USD",
  "€": "EUR",
  "£": "GBP",
  usd: "USD",
  eur: "EUR",
  gbp: "GBP",
  cad: "CAD",
};
const AMOUNT = String.raw`(\d{2,3}(?:[.,]\d{3})|\d{5,6}|\d{2,3}(?:\.\d)?\s?k)`;
const PAY = new RegExp(
  String.raw`(\$|€|£|\b(?:usd|eur|gbp|cad))\s?${AMOUNT}(?:\s?(?:-|–|—|to|and)\s?(?:\$|€|£|usd|eur|gbp|cad)?\s?${AMOUNT})?`,
  "i",
);

/** The first yearly range or amount that a currency goes with: "$130k-160k", "€ 65.000". */
function payIn(text: string): PostReading["pay"] {
  const match = PAY.exec(text.slice(0, 8000));
  if (!match) return undefined;
  const from = amount(match[2] ?? "");
  const to = match[3] ? amount(match[3]) : from;
  const currency = CURRENCIES[(match[1] ?? "").toLowerCase()];
  return currency && from >= 10_000 && to >= from ? { from, to, currency } : undefined;
}

function amount(text: string): number {
  const plain = text.toLowerCase().replace(/\s/g, "");
  return plain.endsWith("k") ? Number.parseFloat(plain) * 1000 : Number(plain.replace(/[.,]/g, ""));
}
