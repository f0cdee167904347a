import type { Focus } from "../focus.ts";
import { NOUNS } from "./pointed-role.ts";

/** Several roles of the talk that a turn points at together, and by what. */
export type PointedSet = readonly [roles: readonly string[], by: string];

const COUNTED = /\b(first|former|last|latter|other) (two|NUM|three|pair)\b/;
const PLURALS = /\b(managers|engineers|scientists|analysts|architects|developers|devs|leads|researchers)\b/;

/** "the first two", "the two analysts". */
export function setsPointedAt(words: string, { listed, discussed, question }: Focus): PointedSet[] {
  const found: PointedSet[] = [];
  const [, which, count] = COUNTED.exec(words) ?? [];
  if (which !== undefined && listed.length > 2) {
    const few = count === "three" ? 3 : 2;
    const others = listed.filter((role) => role !== question.roles[0]);
    const ends = which === "first" || which === "former" ? listed.slice(0, few) : listed.slice(-few);
    found.push(which === "other" ? [others, "others"] : [ends, "counted"]);
  }
  const noun = NOUNS[PLURALS.exec(words)?.[1] ?? ""];
  const all = [...new Set([...listed, ...discussed])];
  const alike = noun === undefined ? [] : all.filter((role) => role.split("-").includes(noun));
  if (alike.length > 1 && alike.length < all.length) found.push([alike, "nouns"]);
  return found;
}

/** "how does one get to be that, from the former". */
const FROM_ONE = /\b(?:that|there|it)\b.*\bfrom the (first|second|former|latter|other)\b/;
const ENDS =
  /\b(?:from )?the (first|second|former|latter|other)(?: one| role| job)?\b.*\b(?:to|into|become|becoming|be) (?:an? )?the (first|second|former|latter|other)\b|\b(former)\b.*\b(?:to|become|becoming|be|into)\b.*\b(latter)\b/;

/** "from the first to the second", "I'm the former now, how do I become the latter". */
export function endsPointedAt(words: string, listed: readonly string[]): [string, string] | undefined {
  const start = FROM_ONE.exec(words)?.[1];
  if (start !== undefined && listed.length === 2) {
    const at = start === "first" || start === "former" ? 0 : 1;
    return [listed[at]!, listed[1 - at]!];
  }
  const match = ENDS.exec(words);
  const [one, other] = [match?.[1] ?? match?.[3], match?.[2] ?? match?.[4]];
  const place = (word: string | undefined) => (word === "first" || word === "former" ? 0 : 1);
  const [first, second] = [listed[place(one)], listed[place(other)]];
  return match && first !== undefined && second !== undefined && first !== second
    ? [first, second]
    : undefined;
}
