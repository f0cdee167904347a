import { join } from "node:path";
import { createBrain } from "../../src/conversations/brain.ts";
import { loadKnowledgeFast } from "../../src/knowledge/compiled.ts";
import { loadSentenceEncoder } from "../../src/understanding/classifier/sentence-encoder.ts";
import { readExamples } from "../../src/understanding/model/examples.ts";
import { createMeaning, loadMeaning } from "../../src/understanding/model/meaning.ts";
import { loadModels } from "../../src/understanding/model/models.ts";
import { loadLexicon } from "../../src/understanding/text/lexicon.ts";
import { PROJECT_ROOT } from "../../test/support/brain.ts";
import { trainBayes, trainNlpJs } from "../peers.mjs";

export const ARTIFACTS = join(PROJECT_ROOT, "dist", "artifacts");
export const KNOWLEDGE = join(PROJECT_ROOT, "knowledge");

/** Bayes over thousands of roles takes a large part of a second a question. */
const MOST_ROLE_QUESTIONS = 60;

/** Knowledge as files, and what the build makes of it. */
export interface Base {
  folder: string;
  compiled: string;
}

export const OURS: Base = { folder: KNOWLEDGE, compiled: join(ARTIFACTS, "knowledge.json") };

/** Something that is asked questions. */
export interface System {
  answer(text: string): unknown;
  /** How often the sentence encoder has been asked. */
  encoded?(): number;
  /** So many questions are enough for one that is slow. */
  most?: number;
}

export const SYSTEMS = {
  Rolewise: rolewise,
  "natural Bayes, intent alone": async () => {
    const { classify } = await trainBayes(await intentExamples());
    return { answer: classify };
  },
  "NLP.js, intent alone": async () => {
    const { classify } = await trainNlpJs(await intentExamples());
    return { answer: classify };
  },
  "natural Bayes, role alone": bayesOnRoles,
} satisfies Record<string, (base: Base) => Promise<System>>;

export type SystemName = keyof typeof SYSTEMS;

/** As `rolewise ask` answers, over the models of the last build. */
async function rolewise({ folder, compiled }: Base): Promise<System> {
  const [knowledge, models] = await Promise.all([loadKnowledgeFast(folder, compiled), loadModels(ARTIFACTS)]);
  let encoded = 0;
  const meaning = createMeaning(async () => {
    const [encoder, heads] = await Promise.all([loadSentenceEncoder(), loadMeaning(ARTIFACTS)]);
    const encode: typeof encoder.encode = (text) => {
      encoded += 1;
      return encoder.encode(text);
    };
    return { encoder: { encode }, models: heads };
  });
  const brain = createBrain(knowledge, models, loadLexicon(), meaning);
  return { answer: (text) => brain.respond(text, undefined), encoded: () => encoded };
}

/** Trained on every name of every role. */
async function bayesOnRoles({ folder, compiled }: Base): Promise<System> {
  const { roles } = await loadKnowledgeFast(folder, compiled);
  const { classify } = await trainBayes(
    [...roles.values()].flatMap(({ id, name, aliases }) =>
      [name, ...aliases].map((text) => ({ text, label: id })),
    ),
  );
  return { answer: classify, most: MOST_ROLE_QUESTIONS };
}

/** What our own intents are taught by. */
export async function intentExamples(): Promise<{ text: string; label: string }[]> {
  const examples = await readExamples(join(KNOWLEDGE, "examples"));
  return examples.flatMap(({ text, intent, teachesIntent }) =>
    teachesIntent ? { text, label: intent } : [],
  );
}
