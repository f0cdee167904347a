import type { Knowledge } from "../knowledge/knowledge.ts";
import type { FeedState } from "../openings/open-openings.ts";
import { UNKNOWN_EMPLOYER } from "../understanding/employer-ids.ts";
import { isUnfiltered, type OpeningsFilters, PAGE_MAX } from "../understanding/openings-filters.ts";
import { UNKNOWN_PLACE } from "../understanding/reading/openings-filters.ts";
import { answerNoFeed, starters } from "./about-the-bot.ts";
import type { Answer } from "./answer.ts";
import { finish, followUp, listWords } from "./document.ts";
import { aboutTheList, feedNames } from "./openings/about-the-list.ts";
import { aboutTheRole, narrower, ofNearRoles, ofOtherRoles, wider } from "./openings/offers.ts";
import { ask, type OpeningsQuestion, type OpeningsSource, Search } from "./openings/search.ts";
import { looksFor, openingSection } from "./openings/words.ts";
import { capitalize, inSentence } from "./role-words.ts";

const SHOWN_AT_ONCE = 5;
/** So few leave somebody wanting more. */
const FEW = 3;

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
      : ` These are ${from + 1} to ${from + shown.length}${left > 0 ? `, ${left} more ${left === 1 ? "follows" : "follow"}` : ", the last"}.`;
  const nextLabel = left > SHOWN_AT_ONCE ? `${SHOWN_AT_ONCE} of ${left} more` : `${left} more`;
  const hasNext = left > 0 && page < PAGE_MAX;
  const more = hasNext ? [followUp(nextLabel, ask(question.roles, { ...filters, page: page + 1 }))] : [];
  return finish(
    {
      title: titleOf(search),
      summary: `${notKnown(filters)}${count === 1 ? "1 opening" : `${count} openings`}${looksFor(search)}${count === 1 ? "" : ", newest first"}.${part}`,
      sections: [...shown.map(openingSection), ...aboutTheList(search)],
      followUps: [
        ...more,
        ...narrower(search),
        ...(count < FEW ? wider(search) : []),
        ...ofOtherRoles(search, knowledge),
        ...aboutTheRole(search),
      ],
    },
    knowledge,
  );
}

function nothing(search: Search, knowledge: Knowledge): Answer {
  const { board, filters, role, question } = search;
  const offers = [...wider(search), ...ofNearRoles(search, knowledge)];
  const several =
    Object.keys(filters).length > 1 && role ? search.offer("All for this role", [role.id], {}) : [];
  const all = isUnfiltered(filters) && !role ? [] : search.offer("All openings", [], {});
  const closest = offers.slice(0, 2).map(({ label }) => label);
  const near = closest.length > 0 ? ` The closest I have: ${listWords(closest, "or")}.` : "";
  const none =
    board.openings.length === 0
      ? "The job feed has no openings just now. Ask again in a day or two."
      : `I looked for openings${looksFor(search)} and found none among ${board.openings.length}.${near}`;
  return finish(
    {
      title: "No openings found",
      summary: `${notKnown(filters)}${none}`,
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

/** Said before anything else, since it is not what was asked for. */
function notKnown({ place, employer }: OpeningsFilters): string {
  const lines = [
    place === UNKNOWN_PLACE ? "None of my openings names the place you said, so I looked everywhere. " : "",
    employer === UNKNOWN_EMPLOYER
      ? "None of my openings is with the employer you named, so I looked at all employers. "
      : "",
  ];
  return lines.join("");
}
