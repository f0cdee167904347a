import type { Focus } from "../focus.ts";
import { namesRole } from "../reading/mentions.ts";
import type { Reading } from "../reading/reading.ts";
import type { Vocabulary } from "../vocabulary/vocabulary.ts";
import { NOUNS } from "./pointed-role.ts";

/** Several roles of the talk that a turn points at together, and by what. */
export type PointedSet = readonly [roles: readonly string[], by: string];

const COUNTED = /\b(first|former|top|last|latter|bottom|other) (two|NUM|three|pair|duo|couple)\b/;
const SEVERAL = "(?:ones|two|pair|duo|couple|people|folks|guys|roles|jobs|lot|side)";
const BY_WORD = new RegExp(`\\b(?:the|those|these|just|only)(?: two)? (\\w+) ${SEVERAL}\\b`);
const PLURALS = /\b(managers|engineers|scientists|analysts|architects|developers|devs|leads|researchers)\b/;

/** "the first two", "the two analysts", "the ops ones", "the BI pair". */
export function setsPointedAt(
  words: string,
  reading: Reading,
  { listed, discussed, question }: Focus,
  vocabulary: Vocabulary,
): PointedSet[] {
  const found: PointedSet[] = [];
  const [, which, count] = COUNTED.exec(words) ?? [];
  if (which !== undefined && listed.length > 2) {
    const few = count === "three" ? 3 : 2;
    const others = listed.filter((role) => role !== question.roles[0]);
    const ends = /^(?:first|former|top)$/.test(which) ? listed.slice(0, few) : listed.slice(-few);
    found.push(which === "other" ? [others, "others"] : [ends, "counted"]);
  }
  const noun = NOUNS[PLURALS.exec(words)?.[1] ?? ""];
  const all = [...new Set([...listed, ...discussed])];
  const alike = noun === undefined ? [] : all.filter((role) => role.split("-").includes(noun));
  if (alike.length > 1 && alike.length < all.length) found.push([alike, "nouns"]);
  const word = BY_WORD.exec(words)?.[1];
  const said = word === undefined ? [] : all.filter(isSaidBy(word, reading, vocabulary));
  if (said.length > 1 && said.length < all.length) found.push([said, "word"]);
  return found;
}

/** Whether a word, or the name that it stands for, is part of a role's name. */
function isSaidBy(word: string, { mentions }: Reading, vocabulary: Vocabulary) {
  const mention = mentions[Number(/^[A-Z]+(\d+)$/.exec(word)?.[1])];
  const named = mention && namesRole(mention) ? mention.role.split("-") : undefined;
  const part = NOUNS[word] ?? word;
  return (role: string) =>
    named
      ? named.slice(0, -1).every((each) => role.split("-").includes(each))
      : role.split("-").includes(part) || vocabulary.wordsOfRoles.get(role)?.has(word) === true;
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
