import { employerId, UNKNOWN_EMPLOYER } from "../employer-ids.ts";
import type { Token } from "../text/tokens.ts";
import type { Span } from "./spans.ts";

/** What the job feeds call an employer: by its whole name, or by what the name begins with. */
export type EmployerKnown = (id: string) => "whole" | "part" | undefined;

export interface EmployerRead extends Span {
  id: string;
}

const LEADS = new Set(["at", "from", "with", "by", "of", "for"]);
/** "Not at Microsoft" must not find the jobs there. */
const NEGATES = new Set(
  "not no except excluding without besides than drop forget ignore skip remove".split(" "),
);
/** "Anything but Microsoft". */
const ALL = new Set("all any anybody anyone anything anywhere everybody everyone everything".split(" "));
const LONGEST_NAME = 5;
/** Of a name in small letters that nothing leads up to: "hii" is a greeting as well. */
const SHORTEST_BARE = 4;

export interface AroundEmployer {
  /** Whether the word at a position says something else. */
  taken(at: number): boolean;
  /** Whether it belongs to a name of ours. "At" overrules that: Snowflake is a tool and an employer. */
  named(at: number): boolean;
  known: EmployerKnown;
  isWord(word: string): boolean;
}

/** The employers that the feeds know, in the order of the words. */
export function readEmployers(tokens: readonly Token[], around: AroundEmployer): EmployerRead[] {
  const found: EmployerRead[] = [];
  for (let start = 0; start < tokens.length; start++) {
    if (around.taken(start) || isNegated(tokens, start)) continue;
    const employer = employerFrom(start, tokens, around);
    if (!employer) continue;
    found.push(employer);
    start = employer.end - 1;
  }
  return found;
}

/** The longest name that begins at a word. */
function employerFrom(
  start: number,
  tokens: readonly Token[],
  { taken, named, known, isWord }: AroundEmployer,
): EmployerRead | undefined {
  const before = tokens[start - 1]?.word ?? "";
  for (let length = Math.min(LONGEST_NAME, tokens.length - start); length >= 1; length--) {
    const end = start + length;
    const span = tokens.slice(start, end);
    if (span.some((_, n) => taken(start + n) || (named(start + n) && before !== "at"))) continue;
    const id = employerId(span.map(({ raw }) => raw).join(" "));
    const how = id === "" ? undefined : known(id);
    if (how === undefined) continue;
    const { raw = "" } = span[0] ?? {};
    const isCommon = length === 1 && isWord(raw.toLowerCase());
    if (isMeant({ id, isWhole: how === "whole", isCommon, isCapital: /^\p{Lu}/u.test(raw), before }))
      return { id, start, end };
  }
  return undefined;
}

/** One that is called like a common word is meant behind "at" and the like, or with a capital: "jobs at target", "Target jobs". */
function isMeant({
  id,
  isWhole,
  isCommon,
  isCapital,
  before,
}: {
  id: string;
  isWhole: boolean;
  isCommon: boolean;
  isCapital: boolean;
  before: string;
}): boolean {
  const isLed = LEADS.has(before);
  if (!isCommon) return isLed || isCapital || id.length >= SHORTEST_BARE;
  return isWhole ? isLed || isCapital : isCapital && before === "at";
}

/** Behind "at" without being an employer. */
const NO_EMPLOYER =
  /^(?:a|all|an|any|big|companies|entry|early|first|good|great|home|large|last|least|lead|mid|moment|most|my|night|nights|no|once|other|our|present|remote|school|senior|small|some|startup|startups|that|the|this|times|university|weekends|what|which|work|your)$/;

/** A name behind "at" that no feed knows: "at Google", "at Goldman Sachs". */
export function readStrangeEmployer(
  tokens: readonly Token[],
  taken: (at: number) => boolean,
): EmployerRead | undefined {
  const at = tokens.findIndex(
    ({ word, sentence }, n) =>
      tokens[n - 1]?.word === "at" &&
      tokens[n - 1]?.sentence === sentence &&
      !taken(n) &&
      /^\p{L}{2}/u.test(word) &&
      !NO_EMPLOYER.test(word) &&
      !isNegated(tokens, n),
  );
  if (at < 0) return undefined;
  let end = at + 1;
  // "Goldman Sachs": the rest of a name is capitalized as its beginning is.
  const isCapital = (n: number) => /^\p{Lu}/u.test(tokens[n]?.raw ?? "");
  while (
    isCapital(at) &&
    isCapital(end) &&
    end - at < LONGEST_NAME &&
    !taken(end) &&
    !tokens[end]?.afterPause
  )
    end += 1;
  return { id: UNKNOWN_EMPLOYER, start: at, end };
}

function isNegated(tokens: readonly Token[], start: number): boolean {
  const first = LEADS.has(tokens[start - 1]?.word ?? "") ? start - 1 : start;
  if (tokens[first - 1]?.word === "but") return ALL.has(tokens[first - 2]?.word ?? "");
  // "No, at Microsoft" denies what was before.
  return NEGATES.has(tokens[first - 1]?.word ?? "") && tokens[first]?.afterPause === false;
}
