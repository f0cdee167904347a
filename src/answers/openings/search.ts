import type { Knowledge, Role } from "../../knowledge/knowledge.ts";
import { type FoundOpenings, findOpenings } from "../../openings/find.ts";
import type { OpeningsBoard } from "../../openings/open-openings.ts";
import type { Opening } from "../../openings/opening.ts";
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
export function ask(roles: readonly string[], { place, ...rest }: OpeningsFilters): OpeningsQuestion {
  const filters = place === undefined || place === UNKNOWN_PLACE ? rest : { ...rest, place };
  const question: OpeningsQuestion = { intent: "openings", roles: [...roles], topics: [] };
  return isUnfiltered(filters) && filters.page === undefined ? question : { ...question, filters };
}
