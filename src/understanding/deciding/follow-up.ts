import type { Topic } from "../../knowledge/topics.ts";
import type { Focus } from "../focus.ts";
import type { Intent, Question } from "../question.ts";
import type { Reading } from "../reading/reading.ts";
import { topicByShape } from "../reading/topic-patterns.ts";
import type { Vocabulary } from "../vocabulary/vocabulary.ts";
import type { PeopleNamed } from "./people-named.ts";
import { isPlainRole, LEADS_OVER } from "./plain-role.ts";
import { type Pointed, pointedAt } from "./pointing.ts";

/** What a turn says by itself, before the conversation is considered. */
export interface Turn {
  reading: Reading;
  people: PeopleNamed;
  topics: readonly Topic[];
  intent: Intent;
  cues: ReadonlySet<string>;
  /** A topic is asked for in so many words. */
  cued: boolean;
  /** The likeliest topic stands well clear. */
  topicSure: boolean;
}

export interface Resolved {
  question: Question;
  /** In plain words, for the explanation. */
  because: string;
}

const OPENS =
  /^(?:and|also|then|but|ok|okay|so|now|plus|what about|how about|what of|hows about|wbu|or|same for|same question|how is|whats|what if|for|with|as for|cool|nice|hmm|right|well|ah|oh|k|great|good|thanks|ta|cheers|interesting|fine|alright|aha|got it|i see|wow|sure|yeah|yes|yep)\b/;
const CORRECTS =
  /^(?:(?:oh|ah|ok|okay|um|hm|hmm|wait|haha|lol|argh|oops|ugh) ,? ?)*(?:no\b|nope|nah|sorry|sry|srry|actually|i meant|i mean|meant|not (?:that|the|this|quite|really|a|an)\b|wrong|correction|rather|scratch that|my bad|i said|oops|typo|i was asking|make that|wasnt|i didnt mean|didnt mean|try again|that was|thats not|wrong role|mistake)/;
const ADDS =
  /\b(?:add|include|throw in|toss in|plus|as well|too|also add|into the mix|three|alongside|and also|bring in|along with|put in)\b/;
/** "is prompt engineering a dead end": the field is what is asked about; in "do they need machine learning" it is not. */
const AREA_IS_SUBJECT =
  /^(?:(?:and|ok|okay|so|but|hey|hi|then) ,? ?)*(?:is|are|was|will|would|can|does|why|whats?|what is|how is|hows|how about|what about|about|tell me about) (?:in |of |for )?AREA\d/;
const COMPARES =
  /\b(?:vs|versus|v|compar\w*|against|differ\w*|better|harder|easier|than|or|between|stack up|over)\b/;
const STARTS_IN =
  /\b(?:start|started|starting|begin|get|getting|break|breaking|move|go|going|career|careers|jobs?|work|working|future|life) (?:\w+ )?(?:in|into|with|of) AREA\d/;
const BOTH = /\b(?:both|all (?:three|of them|of those|four)|either|each|the two|those two|these two|them)\b/;
const OF_TWO =
  /\b(?:both|(?:of )?(?:these|those|the|the last) (?:two|NUM)|either of (?:them|these|those|em)|each of (?:them|these|those)|of (?:them|em))\b/;
/** What lies between two: after one was set beside the other it is asked of both. */
const GAP = /\b(?:the|that|this|big|much of an?|large|small|huge) (?:\w+ )?(?:gap|difference|jump between)\b/;
const PRONOUN =
  /\b(?:they|them|their|theirs|it|its|that|this|these|those|he|she|his|her|one|there|the role|the job|the position|that role|this role|that job|such|same)\b/;
/** What is said to the bot or about it says nothing about the roles of the talk. */
const STANDS_ALONE: ReadonlySet<Intent> = new Set(["thanks", "privacy", "greeting"]);
/** Reads a turn in the light of what the conversation is about; undefined where it stands on its own. */
export function resolveFollowUp(turn: Turn, focus: Focus, vocabulary: Vocabulary): Resolved | undefined {
  const { people } = turn;
  if (STANDS_ALONE.has(turn.intent)) return undefined;
  const words = plainWords(turn.reading);
  const before = focus.question;
  const ends = endsPointedAt(words, focus.listed);
  if (ends) {
    const [from, to] = ends;
    return {
      question: { intent: "transition", from, roles: [to], topics: turn.cued ? [...turn.topics] : [] },
      because: "it points at both that were spoken of",
    };
  }
  const onlyStart = people.roles.every((role) => role === people.start);
  const pointed = onlyStart ? pointedAt(unmaskedJobs(turn.reading), focus, vocabulary) : undefined;
  const [current] = before.roles;
  if (pointed && current !== undefined && current !== pointed.role && turn.cues.has("compares")) {
    return {
      question: {
        intent: "compare",
        roles: [current, pointed.role],
        topics: turn.cued ? [...turn.topics] : [],
      },
      because: `"${pointed.words}" points at ${pointed.role}, and the two are set side by side`,
    };
  }
  if (pointed) {
    const said = unmaskedJobs(turn.reading);
    const shape = topicByShape(said.replace(pointed.words, "ROLE0"));
    const plain = isPlainRole(said.replace(pointed.words, "")) && !turn.cued;
    const asked = shape ? { ...turn, topics: [shape] } : plain ? { ...turn, topics: [] } : turn;
    return {
      question: about(pointed, asked, before, CORRECTS.test(words)),
      because: `"${pointed.words}" points at ${pointed.role}`,
    };
  }

  const roles = people.roles.length > 0 ? people.roles : aloneAreas(turn, words);
  const [goal] = people.goals;
  if (
    goal !== undefined &&
    people.start === undefined &&
    before.roles.length === 1 &&
    before.roles[0] !== undefined &&
    before.roles[0] !== goal &&
    /\bfrom (?:there|that|then)\b/.test(words)
  ) {
    return {
      question: {
        intent: "transition",
        from: before.roles[0],
        roles: [goal],
        topics: turn.cued ? [...turn.topics] : [],
      },
      because: "it goes on from the goal before",
    };
  }
  if (
    goal !== undefined &&
    people.start === undefined &&
    focus.own !== undefined &&
    focus.own !== goal &&
    turn.cues.has("first-person")
  ) {
    return {
      question: {
        intent: "transition",
        from: focus.own,
        roles: [goal],
        topics: turn.cued ? [...turn.topics] : [],
      },
      because: "the asker said before where they stand",
    };
  }
  if (
    focus.asked &&
    before.intent !== "find-roles" &&
    before.intent !== "advice" &&
    roles.length > 0 &&
    isShort(turn, 12) &&
    (turn.topics.length === 0 || isPlainRole(words) || !turn.cued) &&
    !turn.cues.has("versus")
  ) {
    return { question: fill(before, roles), because: "it answers which role was meant" };
  }
  if (roles.length > 0) return withNewRole(turn, roles, words, before);
  // "how do I start in data science" names another subject, though no role.
  if (people.rolesOrAreas.length > 0 && STARTS_IN.test(words)) return undefined;
  return withoutRole(turn, words, focus);
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
      question: replaceRole(before, roles[0]!, isPlainRole(words) || !turn.cued ? [] : topics, people.start),
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
        topics: turn.cued || turn.topicSure ? [...topics] : before.topics,
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
  const bare = isShort(turn, 9) && LEADS_OVER.test(words) && !turn.cued;
  if (!bare || !isPlainRole(words)) return undefined;
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

function withoutRole(turn: Turn, words: string, focus: Focus): Resolved | undefined {
  const { intent } = turn;
  const before = focus.question;
  // "and a junior?" names no topic of its own: the one before goes on.
  const topics = turn.cued || turn.topicSure || before.topics.length === 0 ? turn.topics : before.topics;
  const [first] = before.roles;
  if (first === undefined) return undefined;
  if (saysWhoAsks(turn) && leadsUp(before)) {
    return {
      question: { intent: "transition", from: turn.people.start ?? null, roles: [first], topics: [] },
      because: "it says where the asker stands",
    };
  }
  const comparesNow =
    intent === "compare" ||
    (intent !== "find-roles" && (turn.cues.has("which-of") || turn.cues.has("compares")));
  const ofTwo = comparesNow || OF_TWO.test(words) || GAP.test(words);
  if (ofTwo && before.roles.length < 2 && before.intent !== "transition" && focus.listed.length >= 2) {
    return {
      question: { intent: "compare", roles: focus.listed.slice(0, 2), topics: [...topics] },
      because: "it compares the two that were spoken of",
    };
  }
  if (
    before.intent === "transition" &&
    before.from !== null &&
    (turn.cues.has("than") || OF_TWO.test(words))
  ) {
    return {
      question: { intent: "compare", roles: [before.from, first], topics: [...topics] },
      because: "it sets the goal beside the start",
    };
  }
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
  const aboutThem =
    intent === "lookup" ||
    (intent === "advice" &&
      turn.people.start === undefined &&
      (turn.cued || /\b(?:they|them|their)\b/.test(words)));
  if (aboutThem && (topics.length > 0 || PRONOUN.test(words) || OPENS.test(words))) {
    return {
      question: { intent: "lookup", roles: [first], topics: [...topics] },
      because: `it goes on about ${first}`,
    };
  }
  if (intent === "transition" && turn.people.start !== undefined && !ANY_FIELD.test(words)) {
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

/** "I'm a physics student", and nothing asked. */
function saysWhoAsks(turn: Turn): boolean {
  return (
    turn.people.start !== undefined &&
    (turn.cues.has("my-start") || turn.cues.has("here")) &&
    !turn.cued &&
    isShort(turn, 9)
  );
}

/** Questions that lead up to somebody's own move to the role. */
function leadsUp(before: Question): boolean {
  if (before.intent === "transition") return before.from === null;
  const own: readonly Topic[] = ["getting-started", "education", "experience", "skills"];
  return before.intent === "lookup" && before.topics.some((topic) => own.includes(topic));
}

/** The asker's own part in a move goes on: what they miss, how long it takes them. */
function goesOnMoving(words: string): boolean {
  return /\b(?:i|me|my|missing|take|takes|long|gap|carry over|carries over|transfer\w*|learn|first|step|realistic|doable|switch|move|jump|without|hard)\b/.test(
    words,
  );
}

function about(pointed: Pointed, turn: Turn, before: Question, corrects: boolean): Question {
  if (turn.topics.length === 0 && before.intent === "compare" && !corrects)
    return { intent: "lookup", roles: [pointed.role], topics: before.topics };
  if (corrects || (turn.topics.length === 0 && before.intent === "lookup"))
    return replaceRole(before, pointed.role, turn.topics, undefined);
  const starts = turn.people.start !== undefined || SAYS_WHO.test(turn.reading.masked);
  const moves = starts && (turn.cues.has("move") || turn.cues.has("goal"));
  if (turn.intent === "transition" || moves) {
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

const ENDS =
  /\b(?:from )?the (first|second|former|latter|other)(?: one| role| job)?\b.*\b(?:to|into|become|becoming|be) (?:an? )?the (first|second|former|latter|other)\b|\b(former)\b.*\b(?:to|become|becoming|be|into)\b.*\b(latter)\b/;

/** "from the first to the second", "I'm the former now, how do I become the latter". */
function endsPointedAt(words: string, listed: readonly string[]): [string, string] | undefined {
  const match = ENDS.exec(words);
  const [one, other] = [match?.[1] ?? match?.[3], match?.[2] ?? match?.[4]];
  const place = (word: string | undefined) => (word === "first" || word === "former" ? 0 : 1);
  const [first, second] = [listed[place(one)], listed[place(other)]];
  return match && first !== undefined && second !== undefined && first !== second
    ? [first, second]
    : undefined;
}

/** "could I get into data" asks of the whole field, whatever role the talk was about. */
const ANY_FIELD =
  /\b(?:into|in|to|for) (?:data|tech|ai|ml|it|analytics|coding|computers|this (?:world|field|industry)|the field)(?: (?:at all|somehow|stuff|thing|world|jobs?|work))?(?: ,|$)/;

/** The asker says what they are, though it may be a job that no list holds. */
const SAYS_WHO = /\b(?:im|i am|i work as|ive been) an? (?!ROLE|bit\b|little\b|lot\b)\w+/;

/** A field that stands nearly alone means its role: "and data engineering?". */
function aloneAreas(turn: Turn, words: string): string[] {
  return turn.people.rolesOrAreas.length > 0 &&
    (isPlainRole(words) || turn.cues.has("versus") || AREA_IS_SUBJECT.test(words))
    ? turn.people.rolesOrAreas
    : [];
}

function isShort(turn: Turn, most: number): boolean {
  const inNames = turn.reading.mentions.reduce((sum, mention) => sum + mention.end - mention.start - 1, 0);
  return turn.reading.tokens.length - inNames <= most;
}

/** The masked words with other professions as typed: "product manager" after the data product manager is no profession. */
function unmaskedJobs(reading: Reading): string {
  return plainWords(reading).replace(/\bJOB(\d+)/g, (mask, n) => {
    const mention = reading.mentions[Number(n)];
    return mention
      ? reading.tokens
          .slice(mention.start, mention.end)
          .map((token) => token.word)
          .join(" ")
      : mask;
  });
}

function plainWords(reading: Reading): string {
  return reading.masked.replace(/ \. /g, " , ");
}
