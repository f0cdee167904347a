import type { Paragraph, PhrasingContent } from "mdast";
import type { Knowledge, Role } from "../knowledge/knowledge.ts";
import { findOpenings } from "../openings/find.ts";
import type { FeedState, OpeningsBoard } from "../openings/open-openings.ts";
import type { Opening, Pay } from "../openings/opening.ts";
import {
  isUnfiltered,
  OPENING_LEVELS,
  type OpeningsFilters,
  PAGE_MAX,
} from "../understanding/openings-filters.ts";
import { placeName } from "../understanding/places/place-ids.ts";
import type { Question } from "../understanding/question.ts";
import { UNKNOWN_PLACE } from "../understanding/reading/openings-filters.ts";
import { answerNoFeed, starters } from "./about-the-bot.ts";
import type { Answer, FollowUp, Section } from "./answer.ts";
import { bullets, finish, followUp, listWords } from "./document.ts";
import { nearRoles } from "./next.ts";
import { capitalize, inSentence, withArticle } from "./role-words.ts";

/** Openings as the answer needs them: the list of the moment, and the roles that a job's title names. */
export interface OpeningsSource {
  board(): OpeningsBoard;
  rolesOf(title: string): readonly string[];
}

type OpeningsQuestion = Extract<Question, { intent: "openings" }>;

const SHOWN_AT_ONCE = 5;

/** The openings that were asked for, newest first; with none, what was looked for and what there is instead. */
export function answerOpenings(
  question: OpeningsQuestion,
  knowledge: Knowledge,
  source: OpeningsSource | undefined,
): Answer {
  const board = source?.board();
  if (!source || !board || board.feeds.length === 0) return answerNoFeed(question.roles[0], knowledge);
  if (board.feeds.every((feed) => feed.readAt === undefined)) return answerNotRead(board.feeds, knowledge);
  const search = new Search(question, board, source, knowledge);
  return search.found.openings.length > 0 ? list(search, knowledge) : nothing(search, knowledge);
}

/** One question put to the board, and variations of it. */
class Search {
  readonly question: OpeningsQuestion;
  readonly filters: OpeningsFilters;
  readonly board: OpeningsBoard;
  readonly role: Role | undefined;
  readonly found: { openings: Opening[]; silent: number };
  readonly #source: OpeningsSource;

  constructor(
    question: OpeningsQuestion,
    board: OpeningsBoard,
    source: OpeningsSource,
    knowledge: Knowledge,
  ) {
    this.question = question;
    this.filters = question.filters ?? {};
    this.board = board;
    this.#source = source;
    this.role = question.roles[0] === undefined ? undefined : knowledge.roles.get(question.roles[0]);
    this.found = this.find(this.role?.id, this.filters);
  }

  find(role: string | undefined, filters: OpeningsFilters) {
    const ofRole = this.board.openings.filter(
      ({ title }) => role === undefined || this.#source.rolesOf(title).includes(role),
    );
    return findOpenings(ofRole, filters);
  }

  /** A button for another search, with how many it finds; none where it finds nothing. */
  offer(label: string, roles: readonly string[], { page: _, ...filters }: OpeningsFilters): FollowUp[] {
    const count = this.find(roles[0], filters).openings.length;
    return count === 0 ? [] : [followUp(`${label} (${count})`, ask(roles, filters))];
  }

  rolesOf(opening: Opening): readonly string[] {
    return this.#source.rolesOf(opening.title);
  }
}

/** A place that nobody knows is said once, and not asked for again. */
function ask(roles: readonly string[], { place, ...rest }: OpeningsFilters): OpeningsQuestion {
  const filters = place === undefined || place === UNKNOWN_PLACE ? rest : { ...rest, place };
  const question: OpeningsQuestion = { intent: "openings", roles: [...roles], topics: [] };
  return isUnfiltered(filters) && filters.page === undefined ? question : { ...question, filters };
}

function list(search: Search, knowledge: Knowledge): Answer {
  const { found, filters, question } = search;
  const pages = Math.ceil(found.openings.length / SHOWN_AT_ONCE);
  const page = Math.min(filters.page ?? 1, pages);
  const from = (page - 1) * SHOWN_AT_ONCE;
  const shown = found.openings.slice(from, from + SHOWN_AT_ONCE);
  const left = found.openings.length - from - shown.length;
  const count = found.openings.length;
  const part =
    pages === 1
      ? ""
      : ` These are ${from + 1} to ${from + shown.length}${left > 0 ? `, ${left} more follow` : ", the last"}.`;
  const more =
    left > 0 && page < PAGE_MAX
      ? [
          followUp(
            left === 1 ? "1 more" : `${Math.min(left, SHOWN_AT_ONCE)} of ${left} more`,
            ask(question.roles, { ...filters, page: page + 1 }),
          ),
        ]
      : [];
  return finish(
    {
      title: titleOf(search),
      summary: `${unknownPlace(filters)}${count === 1 ? "1 opening" : `${count} openings`}${looksFor(search)}${count === 1 ? "" : ", newest first"}.${part}`,
      sections: [...shown.map(openingSection), ...aboutTheList(search)],
      followUps: [...more, ...narrower(search), ...ofOtherRoles(search, knowledge), ...aboutTheRole(search)],
    },
    knowledge,
  );
}

function nothing(search: Search, knowledge: Knowledge): Answer {
  const { board, filters, role, question } = search;
  const offers = [...wider(search), ...ofNearRoles(search, knowledge)];
  const several =
    Object.keys(filters).length > 1 && role ? search.offer(`All ${role.short}`, [role.id], {}) : [];
  const all = isUnfiltered(filters) && !role ? [] : search.offer("All openings", [], {});
  const near = offers.length > 0 ? " Close to it I have what the buttons offer." : "";
  const none =
    board.openings.length === 0
      ? "The job feed has no openings just now. Ask again in a day or two."
      : `I looked for openings${looksFor(search)} and found none among ${board.openings.length}.${near}`;
  return finish(
    {
      title: "No openings found",
      summary: `${unknownPlace(filters)}${none}`,
      sections: aboutTheList(search),
      followUps: [
        ...offers,
        ...several,
        ...all,
        ...aboutTheRole(search),
        ...(question.roles.length === 0 && offers.length === 0 ? starters(knowledge).slice(0, 3) : []),
      ],
    },
    knowledge,
  );
}

function answerNotRead(feeds: readonly FeedState[], knowledge: Knowledge): Answer {
  const isDown = feeds.some((feed) => feed.isDown);
  return finish(
    {
      title: "Job openings",
      summary: isDown
        ? `My job feed (${feedNames(feeds)}) does not answer, so I cannot list openings just now. Please ask again in a few minutes; until then a job board serves you better.`
        : "I am still reading my job feed. Please ask again in a moment.",
      outcome: "declined",
      followUps: starters(knowledge),
    },
    knowledge,
  );
}

function titleOf({ role }: Search): string {
  return role ? `${capitalize(inSentence(role))} openings` : "Job openings";
}

/** " for a data engineer (remote, in the US, from USD 100,000 a year)". */
function looksFor({ role, filters }: Search): string {
  const { level, work, type, place, pay } = filters;
  const parts = [
    level && LEVEL_WORDS[level],
    work && WORK_WORDS[work],
    type,
    place && place !== UNKNOWN_PLACE && `in ${placeName(place)}`,
    pay && `from ${money(pay.from, pay.currency)} a year`,
  ].filter((part) => part !== undefined && part !== "" && part !== false);
  return `${role ? ` for ${withArticle(role)}` : ""}${parts.length > 0 ? ` (${parts.join(", ")})` : ""}`;
}

function unknownPlace({ place }: OpeningsFilters): string {
  return place === UNKNOWN_PLACE
    ? "None of my openings names the place you said, so I looked everywhere. "
    : "";
}

const LEVEL_WORDS = {
  entry: "entry level",
  mid: "mid level",
  senior: "senior level",
  lead: "lead level",
} as const;
const WORK_WORDS = { remote: "remote", hybrid: "hybrid", "on-site": "on site" } as const;

function openingSection(opening: Opening): Section {
  const { title, employer, url, level, type, posted, until } = opening;
  const facts = [
    whereWords(opening),
    [type, level && LEVEL_WORDS[level]].filter(Boolean).join(", "),
    opening.pay ? payWords(opening.pay) : "pay not said",
    [posted && `posted ${day(posted)}`, until && `open until ${day(until)}`].filter(Boolean).join(", "),
  ].filter((fact) => fact !== "");
  const children: PhrasingContent[] = [
    { type: "text", value: `${facts.map(capitalize).join(". ")}.` },
    { type: "break" },
    { type: "link", url, children: [{ type: "text", value: `See the advert at ${new URL(url).host}` }] },
  ];
  const paragraph: Paragraph = { type: "paragraph", children };
  return {
    heading: employer ? `${title}, ${employer}` : title,
    body: { type: "root", children: [paragraph] },
  };
}

function whereWords({ work, place }: Opening): string {
  if (work === "remote") return place ? `remote, ${place}` : "remote";
  return [place, work && WORK_WORDS[work]].filter(Boolean).join(", ");
}

function payWords({ currency, from, to, unit }: Pay): string {
  const each = unit === "hour" ? "an hour" : `a ${unit}`;
  if (from !== undefined && to !== undefined) return `${currency} ${amount(from)} to ${amount(to)} ${each}`;
  return to === undefined
    ? `${currency} ${amount(from ?? 0)} ${each}`
    : `up to ${currency} ${amount(to)} ${each}`;
}

function money(value: number, currency: string | undefined): string {
  return currency === undefined ? amount(value) : `${currency} ${amount(value)}`;
}

function amount(value: number): string {
  return value.toLocaleString("en-US", { maximumFractionDigits: 2 });
}

function day(time: number): string {
  const options = { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" } as const;
  return new Date(time).toLocaleDateString("en-GB", options);
}

/** Where the list comes from, how old it is, and what it leaves out. */
function aboutTheList({ board, found, filters }: Search): Section[] {
  const fresh = board.feeds.filter((feed) => !feed.isDown && feed.readAt !== undefined);
  const old = board.feeds.filter((feed) => feed.isDown && feed.readAt !== undefined);
  const never = board.feeds.filter((feed) => feed.readAt === undefined);
  const lines = [
    fresh.length > 0
      ? `From ${feedNames(fresh)}, read ${ago(board.now - Math.min(...fresh.map((feed) => feed.readAt ?? 0)))}. What counts is the advert itself.`
      : undefined,
    ...old.map(
      ({ name, readAt = 0 }) =>
        `${name} does not answer just now; its openings are as they were ${ago(board.now - readAt)}.`,
    ),
    never.length > 0 ? `Not read yet: ${feedNames(never)}.` : undefined,
    found.silent > 0 && !isUnfiltered(filters)
      ? `Left out: ${found.silent} that ${found.silent === 1 ? "does" : "do"} not say what you asked about.`
      : undefined,
  ].filter((line) => line !== undefined);
  return [bullets("About this list", lines.map(literal))];
}

/** Names of feeds are text, not Markdown. */
function literal(text: string): string {
  return text.replace(/[\\`*_[\]<>#!~|]/g, "\\$&");
}

function feedNames(feeds: readonly FeedState[]): string {
  return listWords([...new Set(feeds.map((feed) => feed.name))].slice(0, 4));
}

function ago(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  if (minutes < 1) return "just now";
  if (minutes < 90) return `${minutes} ${minutes === 1 ? "minute" : "minutes"} ago`;
  const hours = Math.round(minutes / 60);
  return hours < 48 ? `${hours} hours ago` : `${Math.round(hours / 24)} days ago`;
}

/** What divides the list further: shown only where it leaves some out. */
function narrower({ question, filters, found }: Search): FollowUp[] {
  const all = found.openings.length;
  if (all < 2) return [];
  const count = (isOne: (opening: Opening) => boolean) => found.openings.filter(isOne).length;
  const divides = (n: number) => n > 0 && n < all;
  const { page: _, ...kept } = filters;
  const offers: FollowUp[] = [];
  const remote = count((opening) => opening.work === "remote");
  if (kept.work === undefined && divides(remote))
    offers.push(followUp(`Only remote (${remote})`, ask(question.roles, { ...kept, work: "remote" })));
  for (const level of kept.level === undefined ? OPENING_LEVELS : []) {
    const n = count((opening) => opening.level === level);
    if (divides(n))
      offers.push(
        followUp(`${capitalize(LEVEL_WORDS[level])} (${n})`, ask(question.roles, { ...kept, level })),
      );
  }
  return offers;
}

const WITHOUT: readonly [keyof OpeningsFilters, string][] = [
  ["pay", "Whatever the pay"],
  ["place", "Anywhere"],
  ["work", "Remote or not"],
  ["level", "Any level"],
  ["type", "Any type"],
];

/** The same search without one of its filters, each with what it finds. */
function wider(search: Search): FollowUp[] {
  return WITHOUT.flatMap(([name, label]) => {
    if (search.filters[name] === undefined) return [];
    const { [name]: _, ...rest } = search.filters;
    return search.offer(label, search.question.roles, rest);
  });
}

function ofNearRoles(search: Search, knowledge: Knowledge): FollowUp[] {
  const { role, filters } = search;
  if (!role) return [];
  return nearRoles(role, knowledge)
    .flatMap((near) => search.offer(near.short, [near.id], filters))
    .slice(0, 3);
}

/** Where no role was asked for: the roles that the list is about, the commonest first. */
function ofOtherRoles(search: Search, knowledge: Knowledge): FollowUp[] {
  if (search.role) return [];
  const counts = new Map<string, number>();
  for (const opening of search.found.openings)
    for (const id of search.rolesOf(opening)) counts.set(id, (counts.get(id) ?? 0) + 1);
  if (counts.size < 2) return [];
  return [...counts]
    .sort(([, one], [, other]) => other - one)
    .slice(0, 4)
    .flatMap(([id]) => search.offer(knowledge.roles.get(id)?.short ?? id, [id], search.filters));
}

function aboutTheRole({ role }: Search): FollowUp[] {
  if (!role) return [];
  return [
    followUp("What adverts ask for", {
      intent: "lookup",
      roles: [role.id],
      topics: ["skills"],
    }),
    followUp("Pay", { intent: "lookup", roles: [role.id], topics: ["salary"] }),
    followUp("Interviews", { intent: "lookup", roles: [role.id], topics: ["interview"] }),
  ];
}
