import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Brain, Response } from "../../src/conversations/brain.ts";
import { nextFocus } from "../../src/conversations/next-focus.ts";
import { loadSentenceEncoder } from "../../src/understanding/classifier/sentence-encoder.ts";
import type { Focus } from "../../src/understanding/focus.ts";
import { buildSpelling } from "../../src/understanding/model/build-spelling.ts";
import { createMeaning, loadMeaning } from "../../src/understanding/model/meaning.ts";
import { loadModels, type Models } from "../../src/understanding/model/models.ts";
import type { Mention } from "../../src/understanding/reading/mentions.ts";
import { type Reading, readText } from "../../src/understanding/reading/reading.ts";
import { loadLexicon } from "../../src/understanding/text/lexicon.ts";
import { createUnderstander, type Understander } from "../../src/understanding/understand.ts";
import { buildVocabulary } from "../../src/understanding/vocabulary/vocabulary.ts";
import { PROJECT_ROOT, realKnowledge } from "../support/brain.ts";

const ARTIFACTS_DIR = join(PROJECT_ROOT, "dist", "artifacts");

export function builtModels(): Promise<Models> {
  if (!existsSync(join(ARTIFACTS_DIR, "intents.bin")))
    throw new Error("The models are not built: run `npm run build` first, as `npm test` does.");
  return loadModels(ARTIFACTS_DIR);
}

/** The sentence encoder with the heads of the last build, read when it is first asked. */
export function builtMeaning() {
  return createMeaning(async () => {
    const [encoder, models] = await Promise.all([loadSentenceEncoder(), loadMeaning(ARTIFACTS_DIR)]);
    return { encoder, models };
  });
}

/** As `rolewise` runs it: real knowledge, built models, the encoder for what the words leave open. */
export async function realUnderstander(): Promise<Understander> {
  return createUnderstander(await realKnowledge(), await builtModels(), loadLexicon(), builtMeaning());
}

/** Says one turn after the other, each in the light of those before. */
export async function converse(brain: Brain, turns: readonly string[]): Promise<Response[]> {
  const responses: Response[] = [];
  let focus: Focus | undefined;
  for (const turn of turns) {
    const response = await brain.respond(turn, focus);
    focus = nextFocus(response, focus);
    responses.push(response);
  }
  return responses;
}

/** Reads texts with the real names and the spelling of the last build. */
export async function realReader(): Promise<(text: string) => Reading> {
  const [knowledge, models] = await Promise.all([realKnowledge(), builtModels()]);
  const vocabulary = buildVocabulary(knowledge);
  const spelling = buildSpelling(loadLexicon(), models.words, vocabulary);
  return (text) => readText(text, knowledge, vocabulary, spelling);
}

/** Ids of the roles that mentions name, fields included, in order. */
export function rolesOf(mentions: readonly Mention[]): string[] {
  return mentions.flatMap((mention) =>
    mention.kind === "role" || mention.kind === "area" ? [mention.role] : [],
  );
}
