import { loadKnowledge } from "../../src/knowledge/load.ts";
import type { ProfileReader } from "../../src/understanding/profile/read-profile.ts";
import { readText } from "../../src/understanding/reading/reading.ts";
import { buildVocabulary } from "../../src/understanding/vocabulary/vocabulary.ts";

/** The knowledge base of the repository: what people are really advised from. */
export const knowledge = await loadKnowledge("knowledge");

const vocabulary = buildVocabulary(knowledge);

export const reader: ProfileReader = {
  read: (text) => readText(text, knowledge, vocabulary, undefined),
  thisYear: 2026,
};
