import type { Knowledge, Role } from "../../knowledge/knowledge.ts";
import { type FoundOpenings, findOpenings } from "../../openings/find.ts";
import type { OpeningsBoard } from "../../openings/open-openings.ts";
import type { Opening } from "../../openings/opening.ts";
import { UNKNOWN_EMPLOYER } from "../../understanding/employer-ids.ts";
import { isUnfiltered, type OpeningsFilters } from "../../understanding/openings-filters.ts";
import type { Question } from "../../understanding/question.ts";
import { UNKNOWN_PLACE } from "../../understanding/reading/openings-filters.ts";
import type { FollowUp } from "../answer.ts";
import { followUp } from "../document.ts";

/** Openings as the answer needs them: the list of the moment, and the roles that a job's title names. */
export interface OpeningsSource {
  board(): OpeningsBoard;
  rolesOf(title: string): readonly string[];
}

export type OpeningsQuestion = Extract<Question, { intent: "openings" }>;

/** One question put to the board, and variations of it. */
export class Search {
  readonly question: OpeningsQuestion;
  readonly filters: OpeningsFilters;
  readonly board: OpeningsBoard;
  readonly role: Role | undefined;
  readonly found: FoundOpenings;
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

  find(role: string | undefined, filters: OpeningsFilters): FoundOpenings {
    const ofRole = this.board.openings.filter(
      ({ title }) => role === undefined || this.#source.rolesOf(title).includes(role),
    );
    return findOpenings(ofRole, filters);
  }

  /** A button for another search, with how many it finds; none where that is no more than `known`. */
  offer(
    label: string,
    roles: readonly string[],
    { page: _, ...filters }: OpeningsFilters,
    known = 0,
  ): FollowUp[] {
    const count = this.find(roles[0], filters).openings.length;
    return count <= known ? [] : [followUp(`${label} (${count})`, ask(roles, filters))];
  }

  rolesOf(opening: Opening): readonly string[] {
    return this.#source.rolesOf(opening.title);
  }
}

/** A place or an employer that nobody knows is said once, and not asked for again. */
export function ask(
  roles: readonly string[],
  { place, employer, ...rest }: OpeningsFilters,
): OpeningsQuestion {
  const filters = {
    ...rest,
    ...(place === undefined || place === UNKNOWN_PLACE ? {} : { place }),
    ...(employer === undefined || employer === UNKNOWN_EMPLOYER ? {} : { employer }),
  };
  const question: OpeningsQuestion = { intent: "openings", roles: [...roles], topics: [] };
  return isUnfiltered(filters) && filters.page === undefined ? question : { ...question, filters };
}
