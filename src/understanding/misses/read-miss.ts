import type { Knowledge } from "../../knowledge/knowledge.ts";
import { TOPICS, type Topic } from "../../knowledge/topics.ts";
import { score } from "../classifier/index.ts";
import { buildSpelling } from "../model/build-spelling.ts";
import { featuresOf } from "../model/features.ts";
import type { Models } from "../model/models.ts";
import { INTENTS, type Intent } from "../question.ts";
import { maskedForClassifier, readText } from "../reading/reading.ts";
import { rolesOfTitle } from "../role-title.ts";
import type { Lexicon } from "../text/lexicon.ts";
import { buildVocabulary } from "../vocabulary/vocabulary.ts";

/** What is nearest to a question that was not answered. */
export interface MissReading {
  /** The words with names put as ROLE, TOOL and the like: what likeness goes by. */
  masked: string;
  /** Roles that the words name; a field counts where no role is named. */
  roles: string[];
  /** Likeliest first. */
  topics: { topic: Topic; probability: number }[];
  /** The likeliest intent that is one of ours. */
  intent: Intent;
}

export type ReadMiss = (text: string) => MissReading;

/** Reads with the same names, spelling and models as questions are read, deciding nothing. */
export function missReader(knowledge: Knowledge, models: Models, lexicon: Lexicon): ReadMiss {
  const vocabulary = buildVocabulary(knowledge);
  const spelling = buildSpelling(lexicon, models.words, vocabulary);
  return (text) => {
    const reading = readText(text, knowledge, vocabulary, spelling);
    const features = featuresOf(reading, vocabulary, (word) => models.familiar.has(word));
    const topics = score(models.topics, features.text, features.tags).flatMap(({ label, probability }) => {
      const topic = TOPICS.find((each) => each === label);
      return topic ? [{ topic, probability }] : [];
    });
    const [intent = "out-of-scope"] = score(models.intents, features.text, features.tags).flatMap(
      ({ label }) => INTENTS.filter((each) => each === label && each !== "out-of-scope"),
    );
    return {
      masked: maskedForClassifier(reading.masked),
      roles: rolesOfTitle(reading),
      topics,
      intent,
    };
  };
}
