import { type EmbeddingHead, scoreEmbedding } from "../classifier/embedding-head.ts";
import type { Score } from "../classifier/index.ts";
import { askingClause } from "../reading/asking-clause.ts";
import { namesRole } from "../reading/mentions.ts";
import type { Reading } from "../reading/reading.ts";
import { wordsIn } from "../reading/spans.ts";

/** What a sentence encoder makes of a question: slower than the words, and asked only where they leave it open. */
export interface Semantics {
  intents: Score[];
  topics: Score[];
}

export interface SemanticModels {
  intents: EmbeddingHead;
  topics: EmbeddingHead;
}

export function readMeaning(vector: Float32Array, models: SemanticModels): Semantics {
  return { intents: scoreEmbedding(models.intents, vector), topics: scoreEmbedding(models.topics, vector) };
}

/**
 * The question as the encoder reads it: spelling mended, and each role put as "this role", since which one does not
 * matter. Of a long story only what it asks, since the encoder's time grows with length.
 */
export function textForEncoder(reading: Reading): string {
  const asking = reading.tokens.length > MOST_WORDS ? askingClause(reading.masked) : undefined;
  const words = wordsOf(asking ?? reading.masked);
  const read = words.length < FEWEST_WORDS ? wordsOf(reading.masked) : words;
  return read
    .slice(-MOST_WORDS)
    .map((word) => unmasked(word, reading))
    .join(" ");
}

function wordsOf(masked: string): string[] {
  return masked.split(" ").filter((word) => word !== "." && word !== ",");
}

function unmasked(word: string, { mentions, tokens }: Reading): string {
  const n = /^[A-Z]+(\d+)$/.exec(word)?.[1];
  const mention = n === undefined ? undefined : mentions[Number(n)];
  if (!mention) return word.toLowerCase();
  return namesRole(mention) ? "this role" : wordsIn(tokens, mention);
}

const MOST_WORDS = 28;
/** A clause of fewer words, "how", does not say what is asked. */
const FEWEST_WORDS = 4;

/** How much a second opinion weighs beside the first; found on the examples, left out by turns. */
export const MEANING_WEIGHT = 0.6;

/** Two distributions over labels joined, as a weighted product for exclusive labels. */
export function joinOneOf(words: readonly Score[], meaning: readonly Score[]): Score[] {
  const other = new Map(meaning.map((score) => [score.label, score.probability]));
  const joined = words.map(({ label, probability }) => ({
    label,
    probability: Math.max(probability, 1e-4) * Math.max(other.get(label) ?? 0, 1e-3) ** MEANING_WEIGHT,
  }));
  const total = joined.reduce((sum, { probability }) => sum + probability, 0);
  return joined
    .map(({ label, probability }) => ({ label, probability: probability / total }))
    .sort((a, b) => b.probability - a.probability);
}

/** Idiom is where a small encoder is weakest, so that for topics its voice is softer. */
export const TOPIC_WEIGHT = 0.6;

/** The mean of the two, for labels that are asked one by one. */
export function joinAnyOf(words: readonly Score[], meaning: readonly Score[]): Score[] {
  const other = new Map(meaning.map((score) => [score.label, score.probability]));
  return words
    .map(({ label, probability }) => ({
      label,
      probability: (probability + TOPIC_WEIGHT * (other.get(label) ?? 0)) / (1 + TOPIC_WEIGHT),
    }))
    .sort((a, b) => b.probability - a.probability);
}
