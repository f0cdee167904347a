import type { Focus } from "../focus.ts";
import { namesRole } from "../reading/mentions.ts";
import type { Reading } from "../reading/reading.ts";
import { wordsIn } from "../reading/spans.ts";
import type { Vocabulary } from "../vocabulary/vocabulary.ts";

/** By what a turn points at a role without naming it. */
export type PointedBy = "ordinal" | "attribute" | "choice" | "noun" | "name" | "bare-noun";

/** A role that a turn points at without naming it. */
export interface Pointed {
  role: string;
  by: PointedBy;
}

const ORDINALS: [RegExp, number][] = [
  [/\b(?:the (?:very )?(?:first|1st)|first one|1st one|number one|no 1|option a)\b/, 0],
  [/\bformer\b/, -2],
  [/\blatter\b/, -1],
  [
    /\b(?:the (?:second|2nd)|that second (?:one|thing|role|job)|second one|2nd one|number two|no 2|option b|the others?(?: one| role| job)?(?! (?:two|NUM|three))|other one)\b/,
    1,
  ],
  [/\b(?:the )?middle (?:one|role|job)\b/, 1],
  [/\b(?:the (?:third|3rd)|third one|number three|no 3)\b/, 2],
  [/\b(?:last|final)(?: one| role| option| of them)\b/, -1],
];

/** Nouns for people that need the talk to say of which field. */
export const NOUNS: Readonly<Record<string, string>> = {
  manager: "manager",
  boss: "manager",
  managers: "manager",
  bosses: "manager",
  mgr: "manager",
  lead: "lead",
  leads: "lead",
  leader: "lead",
  principal: "lead",
  staff: "lead",
  engineer: "engineer",
  engineers: "engineer",
  engineering: "engineer",
  eng: "engineer",
  scientist: "scientist",
  scientists: "scientist",
  analyst: "analyst",
  analysts: "analyst",
  architect: "architect",
  architects: "architect",
  developer: "developer",
  developers: "developer",
  dev: "developer",
  devs: "developer",
  researcher: "scientist",
  head: "head",
  director: "head",
  chief: "head",
};
/** "my boss" is a person, no role of the talk. */
const OWNERS = new Set(["my", "our", "your", "ur", "his", "her", "hiring", "current", "direct"]);
/** Longer turns than this name what they mean. */
const SHORT = 15;

export function pointedAt(words: string, focus: Focus, vocabulary: Vocabulary): Pointed | undefined {
  const found = (by: PointedBy, role: string | undefined) => (role === undefined ? undefined : { role, by });
  return (
    found("ordinal", byOrdinal(words, focus)) ??
    found("attribute", byAttribute(words, focus, vocabulary)) ??
    found("choice", byChoice(words, focus, vocabulary)) ??
    found("noun", byNoun(words, focus, vocabulary))
  );
}

function byOrdinal(words: string, focus: Focus): string | undefined {
  const listed = listedIn(focus);
  if (listed.length < 2) return undefined;
  for (const [pattern, at] of ORDINALS) {
    const match = pattern.exec(words);
    const role = match && listed.at(at);
    if (
      role &&
      !/\b(?:first|last) (?:step|thing|job|project|three|two|year|month|week|move|name)|\bothers? (?:topic|thing|stuff|question|way|people|day|team)/.test(
        words,
      )
    ) {
      return otherThan(match[0], role, listed, focus, words);
    }
  }
  return undefined;
}

/** "the other one" is whichever is not named beside it, or else was not looked at last. */
function otherThan(
  match: string,
  role: string,
  listed: readonly string[],
  focus: Focus,
  words: string,
): string {
  if (!match.includes("other")) return role;
  const nouns = words.split(" ").flatMap((word) => NOUNS[word] ?? []);
  const rest = listed.filter((each) => !nouns.some((noun) => each.split("-").includes(noun)));
  if (rest.length === 1 && rest[0] !== undefined) return rest[0];
  const looked = focus.question.roles.length === 1 ? focus.question.roles[0] : listed[0];
  return listed.findLast((each) => each !== looked) ?? role;
}

/** "the lead one": of those listed the one with that word, or else its relative. */
function byAttribute(words: string, focus: Focus, vocabulary: Vocabulary): string | undefined {
  const named = /(?:\bthe |^)(?:\w+ )?(\w+) (?:ones?|role|person|people|guys?|job|version|sort)\b/.exec(
    words,
  );
  const word = named?.[1];
  if (!word) return undefined;
  if (ORDINARY.test(word)) {
    const ordinary = listedIn(focus).filter((each) => !/\b(?:lead|manager|head)\b/.test(each));
    const [only] = listedIn(focus);
    if (ordinary.length === 0 && only !== undefined) return vocabulary.grammar.plainOf(only);
    return ordinary.length === 1 ? ordinary[0] : undefined;
  }
  return relative(NOUNS[word] ?? word, focus, vocabulary);
}

const ORDINARY = /^(?:normal|plain|regular|ordinary|usual|standard|vanilla)$/;
const SORT = "(?:ones?|guys?|people|person|folks|lot|crowd|side|role|job)";

/** "the ML one", "the DS one", "the vision people": of those listed the one that works in the field or shares most of the name. */
export function pointedAtByName(words: string, { mentions }: Reading, focus: Focus): Pointed | undefined {
  const match = new RegExp(`\\b(?:ROLE|AREA)(\\d+) ${SORT}\\b`).exec(words);
  const mention = match && mentions[Number(match[1])];
  const listed = listedIn(focus);
  if (!match || !mention || !namesRole(mention) || listed.length < 2) return undefined;
  const parts = new Set(mention.role.split("-"));
  const shared = (role: string) => role.split("-").filter((part) => parts.has(part)).length;
  const most = Math.max(...listed.map(shared));
  const nearest = listed.includes(mention.role)
    ? [mention.role]
    : listed.filter((role) => shared(role) === most && most > 0);
  return nearest.length === 1 && nearest[0] !== undefined ? { role: nearest[0], by: "name" } : undefined;
}

const CHOICE =
  /^(?:(?:ok|okay|fine|right|so|well|hm|hmm|then|the|cool|good|great|alright|let us say|id say|,) )*([a-z]+)(?: (?:it is|then|it shall be|wins))*(?: ,|$)/;

/** "vision it is", "prompt. do they code": a word that stands in one of the names alone. */
function byChoice(words: string, focus: Focus, vocabulary: Vocabulary): string | undefined {
  const word = CHOICE.exec(words)?.[1];
  const listed = listedIn(focus);
  if (word === undefined || listed.length < 2 || word.length < 2) return undefined;
  const named = listed.filter(
    (role) => role.split("-").includes(word) || vocabulary.wordsOfRoles.get(role)?.has(word),
  );
  return named.length === 1 ? named[0] : undefined;
}

/** "what about a manager?", "sorry, I meant engineer", "the boss". */
function byNoun(words: string, focus: Focus, vocabulary: Vocabulary): string | undefined {
  const plain = words
    .replace(/\bJOB\d+/g, "")
    .split(" ")
    .filter((word) => word !== "");
  if (plain.length > SHORT || /(?:ROLE|AREA)\d/.test(plain.join(" "))) return undefined;
  for (const [at, word] of plain.entries()) {
    if (OWNERS.has(plain[at - 1] ?? "")) continue;
    const noun = NOUNS[word];
    const role = noun && relative(noun, focus, vocabulary);
    if (role) return role;
  }
  return undefined;
}

/** The role with that word that is nearest to those of the talk: listed already, or sharing most of their words. */
function relative(word: string, focus: Focus, vocabulary: Vocabulary): string | undefined {
  const listed = listedIn(focus);
  const byId = listed.filter((role) => role.split("-").includes(word));
  const isOfAnId = [...vocabulary.wordsOfRoles.keys()].some((role) => role.split("-").includes(word));
  const inList = isOfAnId ? byId : listed.filter((role) => vocabulary.wordsOfRoles.get(role)?.has(word));
  if (inList.length === 1) return inList[0];
  if (inList.length > 1) return undefined;
  // "scientist" and "science", "analyst" and "analytics" are one root.
  const root = (part: string) => part.slice(0, 5);
  const from = new Set(listed.flatMap((role) => role.split("-").map(root)));
  let best: string | undefined;
  let most = 0;
  for (const [role] of vocabulary.wordsOfRoles) {
    if (listed.includes(role) || !role.split("-").includes(word)) continue;
    const parts = role.split("-");
    const shared = parts.filter((part) => from.has(root(part))).length / Math.sqrt(parts.length);
    if (shared > most) {
      most = shared;
      best = role;
    }
  }
  return best;
}

function listedIn(focus: Focus): readonly string[] {
  return focus.listed.length > 0 ? focus.listed : focus.question.roles;
}

/** "and the developer": a name of a role that is a mere noun means, in a talk, the nearest role with that noun. */
export function pointedAtByBareNoun(
  { mentions, tokens }: Reading,
  focus: Focus,
  vocabulary: Vocabulary,
): (Pointed & { named: string }) | undefined {
  for (const mention of mentions) {
    if (mention.kind !== "role") continue;
    const noun = NOUNS[wordsIn(tokens, mention)];
    const role = noun && relative(noun, focus, vocabulary);
    if (role && role !== mention.role) return { role, by: "bare-noun", named: mention.role };
  }
  return undefined;
}
