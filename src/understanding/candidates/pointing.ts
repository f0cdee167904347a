import type { Focus } from "../focus.ts";
import type { Vocabulary } from "../vocabulary/vocabulary.ts";
import { ownPlace } from "./own-place.ts";
import { LEAVES_OUT } from "./patterns.ts";
import { type Pointed, pointedAt, pointedAtByBareNoun, pointedAtByName } from "./pointed-role.ts";
import { endsPointedAt, type PointedSet, setsPointedAt } from "./pointed-sets.ts";
import { asTyped, plainWords, type Turn } from "./turn.ts";

/** What a turn points at without naming it, and where it says that the asker stands. */
export interface Pointing {
  roles: readonly Pointed[];
  sets: readonly PointedSet[];
  /** A role that it leaves out. */
  dropped: string | undefined;
  /** Both ends of a move: "from the first to the second". */
  ends: readonly [from: string, to: string] | undefined;
  /** A role that is named by a noun which, in this talk, means another one: "and the developer?". */
  nounFor: string | undefined;
  /** A role, null for what is no role of ours, undefined where the turn does not say. */
  start: string | null | undefined;
}

export function pointingOf(turn: Turn, focus: Focus | undefined, vocabulary: Vocabulary): Pointing {
  const { people, reading } = turn;
  const start = people.start;
  if (!focus) return { roles: [], sets: [], dropped: undefined, ends: undefined, nounFor: undefined, start };
  const words = plainWords(reading);
  const said = asTyped(reading);
  const own = ownPlace(turn, said, focus, vocabulary);
  const byName = pointedAtByName(words, reading, focus);
  // Whoever names a role means it, unless it is their own.
  const namesOnlyStart = people.roles.every((role) => role === start);
  const byWords = namesOnlyStart ? pointedAt(own ? own.rest : said, focus, vocabulary) : undefined;
  const byNoun = pointedAtByBareNoun(reading, focus, vocabulary);
  const leavingOut = LEAVES_OUT.exec(said)?.[0];
  return {
    roles: [byName ?? byWords, byNoun].filter((pointed) => pointed !== undefined),
    sets: setsPointedAt(words, reading, focus, vocabulary),
    dropped: leavingOut === undefined ? undefined : pointedAt(leavingOut, focus, vocabulary)?.role,
    ends: endsPointedAt(words, focus.listed),
    nounFor: byNoun?.named,
    start: own ? own.role : start,
  };
}
