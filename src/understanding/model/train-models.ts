import type { Knowledge } from "../../knowledge/knowledge.ts";
import { trainEmbeddingHead } from "../classifier/embedding-head.ts";
import { train } from "../classifier/index.ts";
import type { LinearModel } from "../classifier/linear-model.ts";
import { TOPICAL_INTENTS } from "../question.ts";
import { readText } from "../reading/reading.ts";
import { loadLexicon } from "../text/lexicon.ts";
import { buildVocabulary } from "../vocabulary/vocabulary.ts";
import { buildSpelling } from "./build-spelling.ts";
import type { Example } from "./examples.ts";
import { featuresOf } from "./features.ts";
import type { MeaningModels } from "./meaning.ts";
import type { WordModels } from "./models.ts";
import { textForEncoder } from "./semantics.ts";
import { countTexts, countWords } from "./word-counts.ts";

/** Fixed, so that two builds of the same examples give the same weights. */
const SEED = 20261124;

/** With so many lines, more passes over them change nothing. */
const PASSES = 10;
/** Topics are said in so many ways that rare words count, and each only a little. */
const TOPIC_TRAINING = { cost: 0.1, positiveWeight: 2, rarest: 1, passes: PASSES };
/** Most questions are look-ups, and the few that greet or ask for help must not be taken for one. */
const INTENT_TRAINING = { positiveWeight: "by-share", passes: PASSES } as const;
/** Fewer parts held out than usual: with so many lines the probabilities are as good, and the build stays under a minute. */
const FOLDS = 2;
/** Lines held out to fit the probabilities of what the encoder says. */
const HELD = 800;

/** So many examples are put to the encoder, evenly chosen: more would cost the build its minute and tell it no more. */
const MOST_ENCODED = 3_600;

/** So many questions about careers must use a word before it counts as a word of theirs. */
const FAMILIAR_FROM = 2;

function thinOut<T>(lines: readonly T[], most: number): T[] {
  const share = Math.min(1, most / lines.length);
  return lines.filter((_, n) => Math.floor((n + 1) * share) > Math.floor(n * share));
}

/** What reads the examples as the bot will read questions. */
function readerOf(examples: readonly Example[], knowledge: Knowledge) {
  const vocabulary = buildVocabulary(knowledge);
  const lexicon = loadLexicon();
  const words = countWords(
    examples.map((example) => example.text),
    lexicon,
    new Set(vocabulary.roles.words((named) => named.how !== "informal name")),
  );
  return { vocabulary, words, spelling: buildSpelling(lexicon, words, vocabulary) };
}

/** What makes probabilities of a model's margins. */
export type Scale = Pick<LinearModel, "slope" | "offset">;
export interface Scales {
  intents: Scale;
  topics: Scale;
}

/**
 * Trains on the examples as the bot will see questions: names masked, spelling mended, cues as tags. `unscaled` leaves out the
 * half of the time that goes into fitting probabilities, for models that take the scales of others.
 */
export function trainModels(
  examples: readonly Example[],
  knowledge: Knowledge,
  { unscaled = false } = {},
): WordModels {
  const { vocabulary, words, spelling } = readerOf(examples, knowledge);
  const uses = (isOurs: boolean) =>
    countTexts(
      examples
        .filter((each) => each.teachesIntent && (each.intent !== "out-of-scope") === isOurs)
        .map((each) => each.text),
    );
  const [ours, others] = [uses(true), uses(false)];
  /** A single line, or fewer than speak of other things, makes no word one of ours. */
  const isOurs = (word: string, without: number) => {
    const count = (ours.get(word) ?? 0) - without;
    return count >= FAMILIAR_FROM && count >= (others.get(word) ?? 0);
  };
  const lines = examples.map((example) => {
    // A word is familiar by some other example than this one, or every word of training would be.
    const familiar = (word: string) => isOurs(word, example.intent === "out-of-scope" ? 0 : 1);
    const reading = readText(example.text, knowledge, vocabulary, spelling);
    const { text, tags } = featuresOf(reading, vocabulary, familiar);
    return {
      text,
      tags,
      intent: example.intent,
      topics: example.topics,
      teachesIntent: example.teachesIntent,
    };
  });
  const folds = unscaled ? 0 : FOLDS;
  const intents = train(
    lines
      .filter((line) => line.teachesIntent)
      .map(({ text, tags, intent }) => ({ text, tags, labels: [intent] })),
    { kind: "one-of", seed: SEED, folds, ...INTENT_TRAINING },
  );
  // The other intents would only teach what is no topic.
  const topics = train(
    lines
      .filter((line) => TOPICAL_INTENTS.has(line.intent))
      .map(({ text, tags, topics: labels }) => ({ text, tags, labels })),
    { kind: "any-of", seed: SEED, folds, ...TOPIC_TRAINING },
  );
  return {
    intents,
    topics,
    words,
    familiar: new Set([...ours.keys()].filter((word) => isOurs(word, 0))),
  };
}

/** Trains the second opinion: the same labels on the vectors of the examples. `encode` gives a vector of length 1. */
export function trainMeaning(
  examples: readonly Example[],
  knowledge: Knowledge,
  encode: (text: string) => Float32Array,
): MeaningModels {
  const { vocabulary, spelling } = readerOf(examples, knowledge);
  const lines = thinOut(examples, MOST_ENCODED).map(({ text, intent, topics, teachesIntent }) => ({
    intent,
    topics,
    teachesIntent,
    vector: encode(textForEncoder(readText(text, knowledge, vocabulary, spelling))),
  }));
  const phrases = [...knowledge.roles.values()].flatMap((role) => role.describedAs);
  return {
    intents: trainEmbeddingHead(
      lines
        .filter((line) => line.teachesIntent)
        .map(({ vector, intent }) => ({
          vector,
          labels: [intent],
        })),
      { kind: "one-of", seed: SEED, held: HELD },
    ),
    topics: trainEmbeddingHead(
      lines
        .filter((line) => TOPICAL_INTENTS.has(line.intent))
        .map(({ vector, topics }) => ({ vector, labels: topics })),
      { kind: "any-of", seed: SEED, held: HELD },
    ),
    phrases: new Map(phrases.map((phrase) => [phrase, encode(phrase)])),
  };
}
