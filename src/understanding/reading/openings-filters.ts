import type { JobType, OpeningLevel, OpeningsFilters, WorkMode } from "../openings-filters.ts";
import { knownPlace, placeId } from "../places/place-ids.ts";
import { US_STATES } from "../places/us-states.ts";
import type { Token } from "../text/tokens.ts";
import { type EmployerKnown, readEmployers, readStrangeEmployer } from "./openings-employer.ts";
import { PAY_WORD, readPayBounds } from "./openings-pay.ts";
import type { Reading } from "./reading.ts";
import { positionsOf, type Span } from "./spans.ts";

/** What is known of words beside the vocabulary of the knowledge base. */
export interface WordsKnown {
  /** Whether a job feed names a place of this id. */
  isPlace(id: string): boolean;
  employer: EmployerKnown;
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

/** Reads level, work mode, type, place, employer and pay off a question about openings. Linear in its length. */
export function readOpeningsFilters(reading: Reading, text: string, known: WordsKnown): FiltersRead {
  const used = new Set<number>();
  const filters: OpeningsFilters = {};
  const words = reading.tokens.map((token) => token.word);
  const named = positionsOf(reading.mentions);
  for (let at = 0; at < words.length; at++) {
    const found = phraseAt(words, at);
    if (!found || (found.level === "lead" && (named.has(at) || !LED.test(words[at + found.length] ?? ""))))
      continue;
    const { length, ...filter } = found;
    Object.assign(filters, filter);
    for (let position = at; position < at + length; position++) used.add(position);
    at += length - 1;
  }
  const isUsed = (at: number) => used.has(at);
  const isTaken = (at: number) => named.has(at) || used.has(at);
  const use = ({ start, end }: Span) => {
    for (let position = start; position < end; position++) used.add(position);
  };
  const employers = readEmployers(reading.tokens, {
    taken: isUsed,
    named: (at) => named.has(at),
    known: known.employer,
    isWord: known.isWord,
  });
  for (const each of employers) use(each);
  const place = readPlace(reading.tokens, isTaken, known);
  if (place) {
    filters.place = place.id;
    use(place);
  }
  // Of several the first is looked for, and the answer says so.
  const employer = employers[0] ?? readStrangeEmployer(reading.tokens, isTaken);
  if (employer) {
    filters.employer = employer.id;
    use(employer);
  }
  const pay = readPayBounds(text);
  if (pay) {
    filters.pay = pay;
    for (const [at, { word }] of reading.tokens.entries()) if (PAY_WORD.test(word)) used.add(at);
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
