import {
  type JobType,
  type OpeningLevel,
  type OpeningsFilters,
  PAY_MAX,
  type WorkMode,
} from "../openings-filters.ts";
import { knownPlace, placeId } from "../places/place-ids.ts";
import { US_STATES } from "../places/us-states.ts";
import { normalize } from "../text/normalize.ts";
import type { Token } from "../text/tokens.ts";
import { payAmounts, UNITS_A_YEAR } from "./pay-amounts.ts";
import type { Reading } from "./reading.ts";

/** What is known of words beside the vocabulary of the knowledge base. */
export interface WordsKnown {
  /** Whether a job feed names a place of this id. */
  isPlace(id: string): boolean;
  /** Whether a lower-case word is one of the language. */
  isWord(word: string): boolean;
}

export interface FiltersRead {
  filters: OpeningsFilters;
  /** Positions of the tokens that said so. */
  used: ReadonlySet<number>;
}

/** A place that neither the list nor the feeds know. */
export const UNKNOWN_PLACE = "unknown";

const LEVELS: Readonly<Record<string, OpeningLevel>> = {
  entry: "entry",
  junior: "entry",
  juniors: "entry",
  jr: "entry",
  fresher: "entry",
  freshers: "entry",
  graduate: "entry",
  graduates: "entry",
  grad: "entry",
  grads: "entry",
  beginner: "entry",
  beginners: "entry",
  trainee: "entry",
  "no experience": "entry",
  mid: "mid",
  midlevel: "mid",
  intermediate: "mid",
  medior: "mid",
  senior: "senior",
  seniors: "senior",
  sr: "senior",
  snr: "senior",
  lead: "lead",
  principal: "lead",
  staff: "lead",
};
const WORK: Readonly<Record<string, WorkMode>> = {
  remote: "remote",
  remotely: "remote",
  wfh: "remote",
  "from home": "remote",
  "home office": "remote",
  "fully remote": "remote",
  hybrid: "hybrid",
  onsite: "on-site",
  "on site": "on-site",
  "in office": "on-site",
  "in the office": "on-site",
  "in person": "on-site",
  "not remote": "on-site",
  "no remote": "on-site",
  "non remote": "on-site",
};
const TYPES: Readonly<Record<string, JobType>> = {
  "full time": "full-time",
  fulltime: "full-time",
  permanent: "full-time",
  "part time": "part-time",
  parttime: "part-time",
  contract: "contract",
  contracts: "contract",
  contractor: "contract",
  freelance: "contract",
  freelancer: "contract",
  intern: "internship",
  interns: "internship",
  internship: "internship",
  internships: "internship",
};
/** The words above: no dictionary holds all of them, and "internships" is not an intern and ships. */
export const FILTER_WORDS: readonly string[] = [LEVELS, WORK, TYPES].flatMap((words) =>
  Object.keys(words).filter((word) => !word.includes(" ")),
);
/** "Lead ones" asks for a level; "lead data scientist" is a role of its own, and "any lead?" neither. */
const LED = /^(?:level|ones?|roles?|positions?|jobs?|openings?|engineers?|scientists?|analysts?)$/;
const LONGEST_PHRASE = 3;
const LONGEST_PLACE = 4;

/** Reads level, work mode, type, place and least pay off a question about openings. Linear in its length. */
export function readOpeningsFilters(reading: Reading, text: string, known: WordsKnown): FiltersRead {
  const used = new Set<number>();
  const filters: OpeningsFilters = {};
  const words = reading.tokens.map((token) => token.word);
  const named = positionsNamed(reading);
  for (let at = 0; at < words.length; at++) {
    const found = phraseAt(words, at);
    if (!found || (found.level === "lead" && (named.has(at) || !LED.test(words[at + found.length] ?? ""))))
      continue;
    const { length, ...filter } = found;
    Object.assign(filters, filter);
    for (let position = at; position < at + length; position++) used.add(position);
    at += length - 1;
  }
  const place = readPlace(reading.tokens, (at) => named.has(at) || used.has(at), known);
  if (place) {
    filters.place = place.id;
    for (let position = place.start; position < place.end; position++) used.add(position);
  }
  const pay = readLeastPay(text);
  if (pay) {
    filters.pay = pay;
    for (const [at, { word }] of reading.tokens.entries()) if (MONEY_WORD.test(word)) used.add(at);
  }
  return { filters, used };
}

function phraseAt(
  words: readonly string[],
  at: number,
): { level?: OpeningLevel; work?: WorkMode; type?: JobType; length: number } | undefined {
  for (let length = LONGEST_PHRASE; length >= 1; length--) {
    const phrase = words.slice(at, at + length).join(" ");
    if (Object.hasOwn(LEVELS, phrase)) return { level: LEVELS[phrase]!, length };
    if (Object.hasOwn(WORK, phrase)) return { work: WORK[phrase]!, length };
    if (Object.hasOwn(TYPES, phrase)) return { type: TYPES[phrase]!, length };
  }
  return undefined;
}

const BEFORE_PLACE = new Set(["in", "near", "around", "within"]);
/** Capitalized behind "in", and no place. */
const NO_PLACE =
  /^(?:i|january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|english|german|french|spanish|summer|winter|spring|autumn|fall|q[1-4])$/;

function readPlace(
  tokens: readonly Token[],
  taken: (at: number) => boolean,
  known: WordsKnown,
): { id: string; start: number; end: number } | undefined {
  let unknown: { id: string; start: number; end: number } | undefined;
  const shouted = tokens.every(({ raw }) => raw === raw.toUpperCase());
  for (let at = 0; at < tokens.length; at++) {
    if (taken(at)) continue;
    const led = BEFORE_PLACE.has(tokens[at - 1]?.word ?? "");
    for (let length = Math.min(LONGEST_PLACE, tokens.length - at); length >= 1; length--) {
      const span = tokens.slice(at, at + length);
      if (span.some((_, n) => taken(at + n))) continue;
      const name = span.map(({ raw }) => raw).join(" ");
      const id = knownPlace(name) ?? (isFeedPlace(span, led, known) ? placeId(name) : undefined);
      if (id !== undefined) return { id, start: at, end: at + length };
    }
    const code = shouted ? undefined : codeAt(tokens, at, led);
    if (code) return { id: code, start: at, end: at + 1 };
    const { raw } = tokens[at]!;
    const lower = raw.toLowerCase();
    const stranger = /^\p{Lu}\p{Ll}+$/u.test(raw)
      ? !shouted
      : /^\p{Ll}{4,}$/u.test(raw) && !known.isWord(lower);
    if (led && stranger && !NO_PLACE.test(lower)) unknown ??= { id: UNKNOWN_PLACE, start: at, end: at + 1 };
  }
  return unknown;
}

/** A place of the feeds may be called like a common word: then it is meant behind "in", or with a capital. */
function isFeedPlace(span: readonly Token[], led: boolean, known: WordsKnown): boolean {
  const [first] = span;
  const isPlain = span.length === 1 && !led && !/^\p{Lu}/u.test(first?.raw ?? "");
  return !isPlain && known.isPlace(placeId(span.map(({ raw }) => raw).join(" ")));
}

/** "US" in capitals; "MD" behind "in" or behind a place. */
function codeAt(tokens: readonly Token[], at: number, led: boolean): string | undefined {
  const { raw } = tokens[at]!;
  if (raw === "US") return "us";
  return led && Object.hasOwn(US_STATES, raw) ? `us-${raw.toLowerCase()}` : undefined;
}

/** Words that belong to an amount: its digits, its currency, what it is paid for. */
const MONEY_WORD =
  /^(?:\d[\d.,]*(?:k|lpa)?|k|usd|eur|gbp|inr|cad|aud|chf|dollars?|euros?|pounds?|bucks|lpa|lakhs?|thousand|pay|pays|paying|paid|salary|earning|earn|earns|year|yr|annum|month|day|hour|hr|h|pa|minimum|min)$/;
const AT_MOST = /(?:under|below|up to|less than|at most|max(?:imum)?|no more than|until)\s*$/i;
/** Whoever writes a bare number means money from here on: no other number in such a question is as high. */
const BARE_PAY_FROM = 10_000;
const LEAST_A_YEAR = 1_000;

function readLeastPay(text: string): OpeningsFilters["pay"] {
  const plain = normalize(text);
  for (const { amount, currency, unit, isPlain, start } of payAmounts(plain)) {
    if (!isPlain && amount < BARE_PAY_FROM) continue;
    if (AT_MOST.test(plain.slice(Math.max(0, start - 16), start))) continue;
    const from = Math.round(amount * UNITS_A_YEAR[unit ?? "year"]);
    if (from < LEAST_A_YEAR || from > PAY_MAX) continue;
    return currency === undefined ? { from } : { from, currency };
  }
  return undefined;
}

function positionsNamed({ mentions }: Reading): ReadonlySet<number> {
  const named = new Set<number>();
  for (const { start, end } of mentions) for (let at = start; at < end; at++) named.add(at);
  return named;
}
