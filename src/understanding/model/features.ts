import { askingClause } from "../reading/asking-clause.ts";
import { type Cue, findCues } from "../reading/cues.ts";
import { maskedForClassifier, type Reading } from "../reading/reading.ts";
import { positionsOf } from "../reading/spans.ts";
import { type FoundTopicCue, findTopicCues } from "../reading/topic-cues.ts";
import type { Vocabulary } from "../vocabulary/vocabulary.ts";

/** What the classifiers are shown of a question. */
export interface Features {
  text: string;
  tags: string[];
  /** How many words outside of names no question about careers has used. */
  strange: number;
  cues: Cue[];
  topicCues: FoundTopicCue[];
}

/** Whether questions about careers use a word: what a question is made of beside names tells whether it is one of ours. */
export type Familiar = (word: string) => boolean;

export function featuresOf(reading: Reading, vocabulary: Vocabulary, familiar: Familiar): Features {
  const cues = findCues(reading);
  const topicCues = findTopicCues(reading, vocabulary);
  const counts = new Map<string, number>();
  for (const mention of reading.mentions) counts.set(mention.kind, (counts.get(mention.kind) ?? 0) + 1);
  const roles = new Set(
    reading.mentions.flatMap((mention) => (mention.kind === "role" ? [mention.role] : [])),
  ).size;
  const tags = [
    `roles:${Math.min(roles, 3)}`,
    ...["area", "skill", "degree", "field", "industry", "profession", "background"].flatMap((kind) => {
      const count = counts.get(kind) ?? 0;
      return count === 0 ? [] : count === 1 ? [`has:${kind}`] : [`has:${kind}`, `many:${kind}`];
    }),
    ...cues.map((cue) => `cue:${cue.id}`),
    ...new Set(topicCues.map((cue) => `${cue.strength}:${cue.topic}`)),
    `length:${Math.min(4, Math.floor(Math.log2(1 + reading.tokens.length)))}`,
    ...(counts.size === 0 ? ["names-nothing"] : []),
    ...(topicCues.some((cue) => cue.strength === "cue") ? ["names-topic"] : []),
  ];
  return {
    text: withStress(reading.masked),
    tags,
    strange: strangeWords(reading, topicCues, familiar),
    cues,
    topicCues,
  };
}

/** What a story asks is said twice, so that it outweighs the story. */
function withStress(masked: string): string {
  const asking = askingClause(masked);
  return maskedForClassifier(asking === undefined ? masked : `${masked} . ${asking}`);
}

const SHORTEST_CONTENT_WORD = 3;

/** How many words stand outside of names and of words for topics that no question about careers has used. */
function strangeWords(reading: Reading, topicCues: readonly FoundTopicCue[], familiar: Familiar): number {
  const named = positionsOf([...reading.mentions, ...topicCues]);
  return reading.tokens.filter(
    (token, at) =>
      !named.has(at) &&
      token.word.length >= SHORTEST_CONTENT_WORD &&
      !/\d/.test(token.word) &&
      !familiar(token.word),
  ).length;
}
