import type { Focus } from "../focus.ts";
import type { Vocabulary } from "../vocabulary/vocabulary.ts";
import { pointedAt } from "./pointed-role.ts";
import type { Turn } from "./turn.ts";

/** "I'm the second one", "I do the 1st": up to the next pause. */
const SAYS_I_AM = /\b(?:im|i am|i was|i do|i run) ((?:(?!,)\S+ ?){1,8})/;
/** "a linguist": a job that no list holds. */
const A_JOB = /^(?:already |actually |just |only |currently )*an? (?!bit\b|little\b|lot\b|while\b)\w+/;
const POINTS = /\b(?:one|first|1st|second|2nd|third|3rd|last|former|latter|the)\b/;

/** "how do I get there from data analyst". */
const FROM = /(?<!\b(?:differ|different|far|apart|away) )\bfrom (?:an? |being an? )?[A-Z]+\d/;

const FROM_NOUN = /\bfrom (?:an? |being an? )?([a-z]+)(?: ,|$)/;

export interface OwnPlace {
  /** A role, or null for what is no role of ours. */
  role: string | null;
  /** The words beside those that say so. */
  rest: string;
}

/** Where the asker says that they stand; undefined where they do not say. */
export function ownPlace(
  turn: Turn,
  said: string,
  focus: Focus,
  vocabulary: Vocabulary,
): OwnPlace | undefined {
  const { start } = turn.people;
  if (start !== undefined) {
    const says = turn.cues.has("my-start") || turn.cues.has("here") || FROM.test(said);
    return says ? { role: start, rest: said } : undefined;
  }
  const noun = FROM_NOUN.exec(said)?.[1];
  const from = noun && pointedAt(noun, focus, vocabulary);
  if (from) return { role: from.role, rest: said };
  const clause = SAYS_I_AM.exec(said)?.[1];
  if (clause === undefined || /\b(?:ROLE|AREA)\d/.test(clause)) return undefined;
  const rest = said.replace(clause, ", ");
  if (POINTS.test(clause)) {
    const pointed = pointedAt(clause.trim(), focus, vocabulary);
    return pointed && { role: pointed.role, rest };
  }
  return A_JOB.test(clause) ? { role: null, rest } : undefined;
}
