import type { Topic } from "../../knowledge/topics.ts";
import type { Focus } from "../focus.ts";
import type { Intent, Question } from "../question.ts";
import type { Reading } from "../reading/reading.ts";
import type { Vocabulary } from "../vocabulary/vocabulary.ts";
import type { PeopleNamed } from "./people-named.ts";

/** What a turn says by itself, before the conversation is considered. */
export interface Turn {
  reading: Reading;
  people: PeopleNamed;
  topics: readonly Topic[];
  intent: Intent;
  cues: ReadonlySet<string>;
}

export interface Resolved {
  question: Question;
  /** In plain words, for the explanation. */
  because: string;
}

const OPENS =
  /^(?:and|also|then|but|ok|okay|so|now|plus|what about|how about|what of|hows about|wbu|or|same for|same question|how is|whats|what if|for|with|as for|cool|nice|hmm|right|well|ah|oh|k|great|good|thanks|ta|cheers|interesting|fine|alright|aha|got it|i see|wow|sure|yeah|yes|yep)\b/;
const ELLIPSIS =
  /^(?:(?:ok|okay|so|and|also|then|but|now|cool|hmm|right|well|ah|oh|k|great|nice|interesting|fine|alright|aha|got it|i see|wow|sure|yeah|yes|thx|thanks|ta|cheers|um|uh|hm|please|pls) ,? ?)*(?:what about|how about|what of|and|or|same for|same question for|same thing for|whats about|hows about|how bout|what bout|wat about|wbout|wbt|now|then|for|as for|if|what if|do|now do|try|let us do|lets do|show|tell me about|go on to|give me|versus|vs)?\b/;
const CORRECTS =
  /^(?:(?:oh|ah|ok|okay|um|hm|hmm|wait|haha|lol|argh|oops|ugh) ,? ?)*(?:no\b|nope|nah|sorry|actually|i meant|i mean|meant|not (?:that|the|this|quite|really|a|an)\b|wrong|correction|rather|scratch that|my bad|i said|oops|typo|i was asking|make that|wasnt|i didnt mean|didnt mean|try again|that was|thats not|wrong role|mistake)/;
const ADDS =
  /\b(?:add|include|throw in|toss in|plus|as well|too|also add|into the mix|three|alongside|and also|bring in|along with|put in)\b/;
const COMPARES =
  /\b(?:vs|versus|v|compar\w*|against|differ\w*|better|harder|easier|than|or|between|stack up|over)\b/;
const BOTH = /\b(?:both|all (?:three|of them|of those|four)|either|each|the two|those two|these two|them)\b/;
const PRONOUN =
  /\b(?:they|them|their|theirs|it|its|that|this|these|those|he|she|his|her|one|there|the role|the job|the position|that role|this role|that job|such|same)\b/;
const ORDINALS: [RegExp, number][] = [
  [/\b(?:first|1st|former|number one|no 1|option a|first one|the one you (?:said|named) first)\b/, 0],
  [/\b(?:second|2nd|latter|number two|no 2|option b|the other(?: one| role| job)?|other one)\b/, 1],
  [/\b(?:third|3rd|number three|no 3)\b/, 2],
  [/\b(?:last|final)(?: one| role| option| of them)\b/, -1],
];

/** Reads a turn in the light of what the conversation is about; undefined where it stands on its own. */
export function resolveFollowUp(turn: Turn, focus: Focus, vocabulary: Vocabulary): Resolved | undefined {
  const { people, intent } = turn;
  const words = plainWords(turn.reading);
  const before = focus.question;
  const pointed = people.roles.length === 0 ? pointedAt(words, focus, vocabulary) : undefined;
  if (pointed)
    return {
      question: about(pointed, turn, before, CORRECTS.test(words)),
      because: `"${pointed.words}" points at ${pointed.role}`,
    };

  const roles = people.roles.length > 0 ? people.roles : aloneAreas(turn, words);
  if (
    focus.asked &&
    roles.length > 0 &&
    isShort(turn, 9) &&
    turn.topics.length === 0 &&
    !turn.cues.has("versus")
  ) {
    return { question: fill(before, roles), because: "it answers which role was meant" };
  }
  if (roles.length > 0) return withNewRole(turn, roles, words, before);
  return withoutRole(turn, words, before, intent);
}

function withNewRole(
  turn: Turn,
  roles: readonly string[],
  words: string,
  before: Question,
): Resolved | undefined {
  const { topics, people, intent } = turn;
  if (CORRECTS.test(words) && before.roles.length > 0 && roles.length === 1 && !turn.cues.has("versus")) {
    return {
      question: replaceRole(before, roles[0]!, topics, people.start),
      because: "it corrects the role of the question before",
    };
  }
  if (roles.length !== 1 || before.roles.length === 0) return undefined;
  const [role] = roles as [string];
  if (ADDS.test(words) && before.intent === "compare") {
    return {
      question: {
        ...before,
        roles: [...new Set([...before.roles, role])],
        topics: topics.length > 0 ? [...topics] : before.topics,
      },
      because: "it adds a role to the comparison",
    };
  }
  const compares = COMPARES.test(words) && !/\bor (?:so|something)\b/.test(words);
  if (
    compares &&
    isShort(turn, 14) &&
    !before.roles.includes(role) &&
    (PRONOUN.test(words) || intent === "compare" || turn.cues.has("versus") || turn.cues.has("compares"))
  ) {
    const first = before.intent === "compare" ? before.roles : before.roles.slice(0, 1);
    const kept = before.intent === "lookup" || before.intent === "compare" ? before.topics : [];
    return {
      question: {
        intent: "compare",
        roles: [...first.slice(0, 1), role],
        topics: topics.length > 0 ? [...topics] : [...kept],
      },
      because: `it compares with ${first[0]}, which was asked about before`,
    };
  }
  const bare = isShort(turn, 8) && ELLIPSIS.test(words) && topics.length === 0;
  if (!bare || !isPlainRole(turn, words)) return undefined;
  if (before.intent === "transition") {
    const question: Question =
      people.start !== undefined && people.goals.length === 0
        ? { ...before, from: people.start }
        : { ...before, roles: [role] };
    return { question, because: "it names another role for the same move" };
  }
  if (before.intent === "lookup" || before.intent === "compare") {
    return {
      question: { intent: "lookup", roles: [role], topics: [...before.topics] },
      because: "it asks the same of another role",
    };
  }
  return undefined;
}

function withoutRole(turn: Turn, words: string, before: Question, intent: Intent): Resolved | undefined {
  const { topics } = turn;
  const [first] = before.roles;
  if (first === undefined) return undefined;
  const comparesNow = intent === "compare" || turn.cues.has("which-of");
  if (before.roles.length >= 2 && (comparesNow || BOTH.test(words) || intent === "lookup")) {
    if (before.intent === "compare" || comparesNow || BOTH.test(words)) {
      return {
        question: { intent: "compare", roles: [...before.roles], topics: [...topics] },
        because: "it goes on with the same comparison",
      };
    }
  }
  if (
    before.intent === "transition" &&
    (intent === "transition" || intent === "advice" || (intent === "lookup" && goesOnMoving(words)))
  ) {
    return { question: { ...before, topics: [...topics] }, because: "it goes on with the same move" };
  }
  if (intent === "lookup" && (topics.length > 0 || PRONOUN.test(words) || OPENS.test(words))) {
    return {
      question: { intent: "lookup", roles: [first], topics: [...topics] },
      because: `it goes on about ${first}`,
    };
  }
  if (intent === "transition" && before.intent === "lookup" && turn.people.start !== undefined) {
    return {
      question: { intent: "transition", from: turn.people.start, roles: [first], topics: [...topics] },
      because: `the goal is ${first}, asked about before`,
    };
  }
  if (intent === "openings" && isShort(turn, 10)) {
    return {
      question: { intent: "openings", roles: [first], topics: [] },
      because: `it goes on about ${first}`,
    };
  }
  return undefined;
}

/** The asker's own part in a move goes on: what they miss, how long it takes them. */
function goesOnMoving(words: string): boolean {
  return /\b(?:i|me|my|missing|take|takes|long|gap|carry over|carries over|transfer\w*|learn|first|step|realistic|doable|switch|move|jump|without|hard)\b/.test(
    words,
  );
}

interface Pointed {
  role: string;
  words: string;
}

function pointedAt(words: string, focus: Focus, vocabulary: Vocabulary): Pointed | undefined {
  const listed = focus.listed.length > 0 ? focus.listed : focus.question.roles;
  const ordinal = ORDINALS.map(([pattern, at]) => ({ match: pattern.exec(words), at })).find(
    ({ match }) => match,
  );
  if (
    ordinal?.match &&
    listed.length >= 2 &&
    /\b(?:one|role|former|latter|other|option|1st|2nd|3rd|first|second|third)\b/.test(words)
  ) {
    const role = listed.at(ordinal.at);
    if (role && !/\b(?:first|last) (?:step|thing|job|project|three|two|year|month|week|move)/.test(words))
      return { role, words: ordinal.match[0] };
  }
  const named = /\bthe (?:\w+ )?(\w+) (?:one|role|person|guy|job|version)\b/.exec(words);
  const word = named?.[1];
  if (!named || !word) return undefined;
  const inList = listed.filter((role) => vocabulary.wordsOfRoles.get(role)?.has(word));
  if (inList.length === 1) return { role: inList[0]!, words: named[0] };
  const related = relatedByWord(listed, word, vocabulary);
  return related ? { role: related, words: named[0] } : undefined;
}

/** "the lead one" after the ML engineer: the role whose names have that word and most words of the role before. */
function relatedByWord(listed: readonly string[], word: string, vocabulary: Vocabulary): string | undefined {
  const from = new Set(listed.flatMap((role) => role.split("-")));
  let best: string | undefined;
  let most = 0;
  for (const [role, words] of vocabulary.wordsOfRoles) {
    if (!words.has(word) || listed.includes(role)) continue;
    const shared = role.split("-").filter((part) => from.has(part)).length;
    if (shared > most) {
      most = shared;
      best = role;
    }
  }
  return best;
}

function about(pointed: Pointed, turn: Turn, before: Question, corrects: boolean): Question {
  if (corrects || (turn.topics.length === 0 && before.intent === "lookup"))
    return replaceRole(before, pointed.role, turn.topics, undefined);
  if (turn.intent === "transition") {
    const from = turn.people.start ?? (before.intent === "transition" ? before.from : null);
    return { intent: "transition", from, roles: [pointed.role], topics: [...turn.topics] };
  }
  return { intent: "lookup", roles: [pointed.role], topics: [...turn.topics] };
}

function replaceRole(
  before: Question,
  role: string,
  topics: readonly Topic[],
  start: string | null | undefined,
): Question {
  const asked = topics.length > 0 ? [...topics] : before.topics;
  if (before.intent === "transition") {
    return start !== undefined && start === role
      ? { ...before, from: role, topics: asked }
      : { ...before, roles: [role], topics: asked };
  }
  if (before.intent === "compare" && before.roles.length >= 2) {
    const likeness = (other: string) =>
      other.split("-").filter((part) => role.split("-").includes(part)).length;
    const wrong = [...before.roles].reverse().sort((a, b) => likeness(b) - likeness(a))[0];
    return { ...before, roles: before.roles.map((each) => (each === wrong ? role : each)), topics: asked };
  }
  if (before.intent === "lookup" || before.intent === "openings")
    return { ...before, roles: [role], topics: before.intent === "lookup" ? asked : [] };
  return { intent: "lookup", roles: [role], topics: asked };
}

function fill(before: Question, roles: readonly string[]): Question {
  if (before.intent === "compare") return { ...before, roles: [...new Set([...before.roles, ...roles])] };
  return { ...before, roles: [roles[0]!] };
}

/** Nothing is said but a role, and small words that lead over to it. */
function isPlainRole(turn: Turn, words: string): boolean {
  const rest = words
    .replace(/\b(?:ROLE|AREA)\d+/g, "")
    .replace(ELLIPSIS, "")
    .replace(
      /\b(?:a|an|the|of|for|about|to|in|then|please|pls|instead|too|as well|now|and|what|how|just|is|are|one|though|say|like|ok|with|from|do|does|it|hmm|so|well|if|im|i|am|was|be|want|wanted|would|same|question|thing|maybe|perhaps|or|role|job|thats|but)\b/g,
      "",
    )
    .replace(/[\s,.]+/g, "");
  return rest.length <= 6;
}

/** A field that stands nearly alone means its role: "and data engineering?". */
function aloneAreas(turn: Turn, words: string): string[] {
  return turn.people.rolesOrAreas.length > 0 && (isPlainRole(turn, words) || turn.cues.has("versus"))
    ? turn.people.rolesOrAreas
    : [];
}

function isShort(turn: Turn, most: number): boolean {
  const inNames = turn.reading.mentions.reduce((sum, mention) => sum + mention.end - mention.start - 1, 0);
  return turn.reading.tokens.length - inNames <= most;
}

function plainWords(reading: Reading): string {
  return reading.masked.replace(/ \. /g, " , ");
}
