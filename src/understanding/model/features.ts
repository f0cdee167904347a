import { type Cue, findCues } from "../reading/cues.ts";
import { maskedForClassifier, type Reading } from "../reading/reading.ts";
import { type FoundTopicCue, findTopicCues } from "../reading/topic-cues.ts";
import type { Vocabulary } from "../vocabulary/vocabulary.ts";

/** What the classifiers are shown of a question. */
export interface Features {
  text: string;
  /** For the topics. */
  tags: string[];
  /** For the intents: also how strange the words are. */
  intentTags: string[];
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
  const strange = strangeness(reading, familiar);
  return {
    text: maskedForClassifier(reading.masked),
    tags,
    intentTags: [...tags, ...strangeTags(strange)],
    strange: strange.count,
    cues,
    topicCues,
  };
}

const SHORTEST_CONTENT_WORD = 3;

/** How many words stand outside of names that no question about careers has used. */
function strangeness(reading: Reading, familiar: Familiar): { count: number; quarter: number } {
  const named = new Set(
    reading.mentions.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, k) => start + k)),
  );
  const words = reading.tokens.filter(
    (token, at) => !named.has(at) && token.word.length >= SHORTEST_CONTENT_WORD && !/\d/.test(token.word),
  );
  const count = words.filter((token) => !familiar(token.word)).length;
  return { count, quarter: words.length === 0 ? 0 : Math.ceil((4 * count) / words.length) };
}

function strangeTags({ count, quarter }: { count: number; quarter: number }): string[] {
  return [`strange:${Math.min(count, 4)}`, `strange-share:${quarter}`];
}
