import type { Topic } from "../../knowledge/topics.ts";
import { jointId, type SignList, signId } from "../classifier/sign-list.ts";
import { isPlainComparison } from "../deciding/plain-comparison.ts";
import { isPlainRole } from "../deciding/plain-role.ts";
import type { Candidate } from "./candidates.ts";
import { PATTERNS } from "./patterns.ts";
import type { Pointing } from "./pointing.ts";
import type { Scene } from "./scene.ts";
import { plainWords, type Turn } from "./turn.ts";

/** What is known of a turn beside its candidates. */
export interface TurnEvidence {
  turn: Turn;
  scene: Scene;
  pointing: Pointing;
  /** How likely an intent is, corrected by the names, the structure and the talk; and by the words alone. */
  intent: (intent: string) => number;
  intentByWords: (intent: string) => number;
  /** How likely a topic is; and by the clause that asks, undefined where that is all there is. */
  topic: (topic: Topic) => number;
  topicByClause: (topic: Topic) => number | undefined;
  /** Words for topics, as `strength:topic`. */
  topicCues: readonly string[];
  /** Words that no question about careers has used. */
  strange: number;
}

/** Facts about a role, which are the same for whoever wants to get there. */
const FACTS: ReadonlySet<Topic> = new Set([
  "salary",
  "interview",
  "industries",
  "outlook",
  "working-conditions",
  "definition",
  "responsibilities",
]);
/** What tells whether topics are taken over from the question before. */
const OF_TOPICS =
  /^(?:cued|sure|plain|plain-comparison|words-\w+|starts-with-and|same|sets-beside|more-or-less|which|difference|named-\d|corrects|asks-way|had-topics|before-\S+|level|pronoun)$/;

/** Everything about a turn that may speak for one reading of it or another. */
function cuesOf({ turn, scene, pointing }: TurnEvidence): string[] {
  const { people, reading } = turn;
  const words = plainWords(reading);
  const { roles } = people;
  const given: [string, boolean][] = [
    ["cued", turn.cued],
    ["sure", turn.topicSure],
    ["fact", turn.cued && turn.topics.some((topic) => FACTS.has(topic))],
    ["plain", isPlainRole(words)],
    ["plain-comparison", isPlainComparison(reading.masked)],
    ["start-role", typeof pointing.start === "string"],
    ["start-other", pointing.start === null],
    ["other", people.other],
    ["goal", people.goals.length > 0],
    ["other-goal", people.otherGoal],
    ["area", people.rolesOrAreas.length > roles.length],
    ["names-current", roles.some((role) => scene.current.includes(role))],
    ["names-earlier", roles.some((role) => scene.earlier.includes(role))],
    ["names-own", roles.some((role) => role === scene.own)],
    ["points", pointing.roles.length > 0],
    ["drops-pointed", pointing.dropped !== undefined],
    ["own-role", typeof scene.own === "string"],
    ["own-other", scene.own === null],
    ["had-topics", (scene.before?.topics.length ?? 0) > 0],
  ];
  return [
    ...[...turn.cues].map((cue) => `cue-${cue}`),
    ...Object.entries(PATTERNS).flatMap(([id, pattern]) => (pattern.test(words) ? [id] : [])),
    ...given.flatMap(([id, holds]) => (holds ? [id] : [])),
    ...pointing.roles.map(({ by }) => `by-${by}`),
    ...pointing.sets.map(([, by]) => `set-${by}`),
    `named-${Math.min(roles.length, 3)}`,
    `words-${lengthOf(reading.tokens.length)}`,
    `before-${scene.before?.intent ?? "nothing"}`,
    `current-${Math.min(scene.current.length, 3)}`,
    `earlier-${Math.min(scene.earlier.length, 2)}`,
  ];
}

function lengthOf(words: number): string {
  if (words <= 3) return "few";
  if (words <= 6) return "some";
  return words <= 10 ? "ten" : words <= 18 ? "many" : "story";
}

/** Rarer kinds of signs weigh less until they prove themselves. */
const JOINT = 0.7;
const LEXICAL = 0.35;
const LOG_SHARE = 1 / 3;
const MOST_WORDS = 40;

/** The signs of each candidate, in their order. */
export function signsOf(candidates: readonly Candidate[], evidence: TurnEvidence): SignList[] {
  const cues = cuesOf(evidence);
  const cueIds = cues.map(nameId);
  const topicCues = cues.filter((cue) => OF_TOPICS.test(cue)).map(nameId);
  const wordsForTopics = evidence.topicCues.map(nameId);
  const words = wordsOf(evidence.turn).map(signId);
  const pairs = words.slice(1).map((word, n) => jointId(words[n]!, word));
  return candidates.map(({ question, ways, topicsFrom }) => {
    const ids: number[] = [];
    const values: number[] = [];
    const add = (value: number, ...parts: number[]) => {
      ids.push(jointId(...parts));
      values.push(value);
    };
    const intent = nameId(question.intent);
    const from = nameId(`topics from ${topicsFrom}`);
    const likely = logShare(evidence.intent(question.intent));
    const byWords = logShare(evidence.intentByWords(question.intent));
    add(1, intent);
    add(likely, P);
    add(likely, P, intent);
    add(byWords, P_WORDS);
    add(byWords, P_WORDS, intent);
    add(Math.min(evidence.strange, 4) / 2, STRANGE, intent);
    add(1, from);
    add(1, from, intent);
    for (const cue of cueIds) add(1, cue, intent);
    for (const cue of topicCues) {
      add(1, cue, from);
      add(1, cue, from, intent);
    }
    for (const name of ways) {
      const way = nameId(name);
      add(1, way);
      add(1, way, intent);
      for (const cue of cueIds) add(JOINT, cue, way);
      for (const word of words) add(LEXICAL, WORD, word, way, intent);
    }
    for (const word of words) {
      add(JOINT, WORD, word, intent);
      add(LEXICAL, WORD, word, from);
    }
    for (const pair of pairs) add(JOINT, PAIR, pair, intent);
    const [first] = question.topics;
    if (first !== undefined) {
      const topic = logShare(evidence.topic(first));
      add(topic, TOPIC, from);
      add(topic, TOPIC, from, intent);
      const byClause = evidence.topicByClause(first);
      if (byClause !== undefined) add(logShare(byClause), TOPIC_BY_CLAUSE);
      if (question.topics.length > 1) add(1, SEVERAL_TOPICS);
    }
    for (const name of question.topics) {
      const topic = nameId(name);
      add(1, topic, intent);
      for (const cue of wordsForTopics) add(JOINT, topic, cue);
      for (const word of words) add(LEXICAL, topic, WORD, word);
    }
    return { ids, values };
  });
}

function logShare(probability: number): number {
  return Math.log(Math.max(probability, 1e-3)) * LOG_SHARE;
}

const nameIds = new Map<string, number>();

/** Names are few and come from here; words of what people type are not kept. */
function nameId(name: string): number {
  let id = nameIds.get(name);
  if (id === undefined) {
    id = signId(name);
    nameIds.set(name, id);
  }
  return id;
}

const [P, P_WORDS, STRANGE, WORD, PAIR, TOPIC, TOPIC_BY_CLAUSE, SEVERAL_TOPICS] = [
  "p",
  "p by words",
  "strange",
  "word",
  "pair",
  "p of topic",
  "p of topic by clause",
  "several topics",
].map(signId) as [number, number, number, number, number, number, number, number];

/** Names are put as their kind, and both ends are marked. */
function wordsOf({ reading }: Turn): string[] {
  const words = reading.masked.split(" ").map((word) => word.replace(/^([A-Z]+)\d+$/, "$1"));
  return ["^", ...words.slice(0, MOST_WORDS), "$"];
}
