import { UNKNOWN_EMPLOYER } from "../employer-ids.ts";
import type { Focus } from "../focus.ts";
import { isUnfiltered, type OpeningsFilters, PAGE_MAX } from "../openings-filters.ts";
import type { Question } from "../question.ts";
import { namesRole } from "../reading/mentions.ts";
import { readOpeningsFilters, type WordsKnown } from "../reading/openings-filters.ts";
import { joinPay } from "../reading/openings-pay.ts";
import type { Reading } from "../reading/reading.ts";
import { positionsOf } from "../reading/spans.ts";
import type { PeopleNamed } from "./people-named.ts";

export type OpeningsQuestion = Extract<Question, { intent: "openings" }>;

/** A question about openings with what its words narrow them down by; any other question as it is. */
export function withFilters(question: Question, reading: Reading, text: string, known: WordsKnown): Question {
  if (question.intent !== "openings") return question;
  const { page: _, ...kept } = question.filters ?? {};
  return asked(question.roles, joined(kept, readOpeningsFilters(reading, text, known).filters));
}

/** What is said now goes before what was said. */
function joined(before: OpeningsFilters, said: OpeningsFilters): OpeningsFilters {
  const pay = said.pay && joinPay(before.pay, said.pay);
  return { ...before, ...said, ...(pay ? { pay } : {}) };
}

const OPENINGS =
  /^(?:jobs?|openings?|vacanc(?:y|ies)|vacancys|positions?|postings?|listings?|adverts?|ads|gigs?|hiring|internships?)$/;
const INTERNSHIP = /^internships?$/;
const FROM = /^(?:at|from|with|by)$/;
const ANYTHING = /^(?:any|anything|hires?|open|roles?|something|whats?|work)$/;
const WHICH = /^(?:what|whats|which)$/;
const SEARCHES = new Set(
  (
    "a ads adverts all an and any anything are around at available by current currently do entry find for from get gigs give got have " +
    "hello hey hi hiring i in internship internships is job jobs just latest least level list listings look looking me min minimum " +
    "my near new now of on only open opening openings or over paying pls please position positions posting postings recent right rn " +
    "role roles search see send show some the there to today us vacancies vacancy vacancys want with within you"
  ).split(" "),
);
/** Said besides of an employer that has openings; of a role, "what jobs does a data engineer do" asks for something else. */
const SEARCHES_EMPLOYER = new Set("data does has hire hires something they what whats work".split(" "));

/**
 * A search and nothing else: "remote data engineer jobs from 100k", "any internships in Berlin?". What its words say
 * goes before what they are like: "jobs" alone may be about roles.
 */
export function plainSearch(
  reading: Reading,
  people: PeopleNamed,
  text: string,
  known: WordsKnown,
): OpeningsQuestion | undefined {
  const words = reading.tokens.map((token) => token.word);
  const roles = people.rolesOrAreas.slice(0, 1);
  // Few questions come further, so that the rest costs them nothing.
  if (words.length > MOST_WORDS || !mayBeSearch(words)) return undefined;
  if (roles.length > 0 && ASKS_OF_ROLE.test(words.join(" "))) return undefined;
  const { filters, used } = readOpeningsFilters(reading, text, known);
  if (!isSearched(words, roles, filters)) return undefined;
  const named = positionsOf(reading.mentions.filter(namesRole));
  const clears = clearedBy(words.join(" ")).length > 0;
  const isAll = words.every(
    (word, at) =>
      used.has(at) ||
      named.has(at) ||
      SEARCHES.has(word) ||
      (isKnown(filters.employer) && SEARCHES_EMPLOYER.has(word)) ||
      (clears && CLEARING_WORD.test(word)),
  );
  return isAll ? asked(roles, filters) : undefined;
}

function mayBeSearch(words: readonly string[]): boolean {
  if (words.some((word) => OPENINGS.test(word))) return true;
  return words.some((word) => FROM.test(word)) && words.some((word) => ANYTHING.test(word));
}

function isKnown(employer: string | undefined): boolean {
  return employer !== undefined && employer !== UNKNOWN_EMPLOYER;
}

/**
 * "Jobs" alone are looked for by role, by employer, by the most they pay, or as internships; "anything at Microsoft?" says
 * it without the word. Which jobs pay best is a question about roles.
 */
function isSearched(
  words: readonly string[],
  roles: readonly string[],
  { employer, pay }: OpeningsFilters,
): boolean {
  if (isKnown(employer) || !words.some((word) => OPENINGS.test(word))) return isKnown(employer);
  const isCapped = pay?.to !== undefined && !words.some((word) => WHICH.test(word));
  return isCapped || roles.length > 0 || words.some((word) => INTERNSHIP.test(word));
}

/** What may be said around a filter, a role or a place without asking for anything else. */
const AROUND = new Set(
  (
    "a about above actually ads adverts again all also an and any anyone anything are around as at available based but by can care " +
    "could do does else filter find first for from get give good got great have hiring hm hmm how i id if im in include instead is " +
    "it its job jobs just keep k latest least let level like limit list listings location look looking make maybe me min minimum " +
    "my narrow nah near new no not now of ok okay on one ones only opening openings or other over please pls position positions " +
    "posting postings rather role roles same see show so some something still than that the them then there these they thing " +
    "those though to too type us vacancies vacancy want we well what whats which who with within work would yeah yes you"
  ).split(" "),
);
const MORE =
  /^(?:(?:ok|okay|and|please|show|me|give|list|see|the|any|some|are|there|got|what) )*(?:more|next|rest|others|next (?:page|five|5|ones)|more (?:of (?:them|those)|please|pls|jobs|openings)|any others|remaining|continue|go on)$/;
const CLEARS: readonly [keyof OpeningsFilters, RegExp][] = [
  [
    "place",
    /\b(?:anywhere|any (?:place|location|city|country)|(?:no matter|doesnt matter) where|everywhere)\b/,
  ],
  ["level", /\b(?:any|all|every|whatever) levels?\b/],
  ["work", /\b(?:remote or not|not only remote|not just remote|office too|any kind of work)\b/],
  [
    "pay",
    /\b(?:any|whatever|regardless of|ignore|forget|drop|without|no matter) (?:what )?(?:the |they |it )?(?:pays?|salary)\b/,
  ],
  [
    "pay",
    /\b(?:pay|salary|money) (?:does not|doesnt) matter\b|\bdont care (?:about|what) (?:the |they |it )?(?:pays?|salary|money)\b/,
  ],
  [
    "employer",
    /\b(?:any|every|all|whatever|whichever|other|no matter (?:which|what|the)) (?:other )?(?:employers?|compan(?:y|ies)|firms?)\b|\b(?:employer|company) (?:does not|doesnt) matter\b|\bno matter who\b|\bnot (?:only|just) (?:there|them|theirs)\b/,
  ],
  ["type", /\b(?:any|all) types?\b/],
];
/** "From 100k" stays where only the most is taken back. */
const NO_CEILING = /\bno (?:upper )?(?:limit|max|maximum|ceiling|cap)\b/;
const CEILING_WORD = /^(?:upper|limit|max|maximum|ceiling|cap)$/;
const DROPS =
  /\b(?:without|drop|forget|remove|ignore|skip) (?:the )?(pay|salary|level|place|location|city|remote|type|employer|company)\b/;
const DROPPED: Readonly<Record<string, keyof OpeningsFilters>> = {
  pay: "pay",
  salary: "pay",
  level: "level",
  place: "place",
  location: "place",
  city: "place",
  remote: "work",
  type: "type",
  employer: "employer",
  company: "employer",
};
const CLEARING_WORD =
  /^(?:anywhere|everywhere|place|location|city|country|matter|doesnt|where|every|whatever|levels?|just|office|kind|regardless|ignore|forget|drop|without|remove|skip|pays?|salary|money|types?|remote|employers?|company|companies|firms?|whichever|does|dont|care)$/;

/**
 * A turn in a talk about openings that narrows them down, widens them or goes on with the list: "only remote ones",
 * "and from 120k?", "anywhere", "more". Undefined where a word of it asks for anything else.
 */
export function refineOpenings(
  reading: Reading,
  people: PeopleNamed,
  text: string,
  focus: Focus,
  known: WordsKnown,
): { question: OpeningsQuestion; because: string } | undefined {
  const before = focus.question;
  if (before.intent !== "openings" || reading.tokens.length > MOST_WORDS) return undefined;
  const words = reading.tokens.map((token) => token.word).join(" ");
  if (MORE.test(words)) {
    const page = Math.min((before.filters?.page ?? 1) + 1, PAGE_MAX);
    return {
      question: asked(before.roles, { ...before.filters, page }),
      because: "it goes on with the list of openings",
    };
  }
  const { filters, used } = readOpeningsFilters(reading, text, known);
  const cleared = clearedBy(words).filter((name) => !(name in filters) || name === "work");
  const uncaps = filters.pay === undefined && NO_CEILING.test(words);
  const roles = people.rolesOrAreas.slice(0, 1);
  if (isUnfiltered(filters) && cleared.length === 0 && roles.length === 0 && !uncaps) return undefined;
  if (roles.length > 0 && ASKS_OF_ROLE.test(words)) return undefined;
  const named = positionsOf(reading.mentions.filter(namesRole));
  const rest = reading.tokens.filter(
    ({ word }, at) =>
      !used.has(at) &&
      !named.has(at) &&
      !AROUND.has(word) &&
      !(cleared.length > 0 && CLEARING_WORD.test(word)) &&
      !(uncaps && CEILING_WORD.test(word)),
  );
  if (rest.length > 0) return undefined;
  // Who names a role and asks for jobs again searches anew.
  const isNew = roles.length > 0 && reading.tokens.some(({ word }) => OPENINGS.test(word));
  const { page: _, ...kept } = (isNew ? undefined : before.filters) ?? {};
  const next = joined(kept, filters);
  for (const name of cleared) delete next[name];
  if (uncaps) uncap(next);
  return {
    question: asked(roles.length > 0 ? roles : before.roles, next),
    because: "it goes on about the same openings",
  };
}

/** "What is a data scientist?" is made of small words too. */
const ASKS_OF_ROLE = /\b(?:what|who|how|why) (?:is|are|does|do|can|would|s)\b|\bwhats (?!about)/;

/** Longer turns say more than a filter or two. */
const MOST_WORDS = 14;

function uncap(filters: OpeningsFilters): void {
  const { to: _, ...pay } = filters.pay ?? {};
  if (pay.from === undefined) delete filters.pay;
  else filters.pay = pay;
}

function clearedBy(words: string): (keyof OpeningsFilters)[] {
  const dropped = DROPPED[DROPS.exec(words)?.[1] ?? ""];
  const cleared = CLEARS.flatMap(([name, pattern]) => (pattern.test(words) ? [name] : []));
  return [...new Set(dropped ? [...cleared, dropped] : cleared)];
}

function asked(roles: readonly string[], filters: OpeningsFilters): OpeningsQuestion {
  const question: OpeningsQuestion = { intent: "openings", roles: [...roles], topics: [] };
  return Object.keys(filters).length === 0 ? question : { ...question, filters };
}
