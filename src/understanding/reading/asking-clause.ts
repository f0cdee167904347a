/** How a question begins, after the small words that lead over to it. */
const ASKS =
  /^(?:(?:and|so|but|ok|well|also|then|or|please|pls|just|now|tell me|anyone know|wondering|curious|question) )*(?:what|whats|which|who|whos|whose|where|wheres|when|why|how|hows|is|are|am|do|does|did|can|could|would|will|should|shall|has|have|any|whether|if)\b/;
/** Shorter texts are their own question. */
const STORY_FROM = 60;

/**
 * The part of a story that asks: the last sentence that begins as a question, or else the last clause that does, or
 * else what is said last. Undefined where the text is no story. Takes the masked words, with " . " and " , " for pauses.
 */
export function askingClause(masked: string): string | undefined {
  const sentences = split(masked, " . ");
  if (sentences.length === 1 && masked.length < STORY_FROM) return undefined;
  const clauses = sentences.flatMap((sentence) => split(sentence, " , "));
  if (clauses.length < 2) return undefined;
  const asking = sentences.findLast((sentence) => ASKS.test(sentence));
  if (asking !== undefined) return asking;
  return sentences.length > 1
    ? sentences.at(-1)
    : (clauses.findLast((clause) => ASKS.test(clause)) ?? clauses.at(-1));
}

const QUESTION =
  /\b(?:what|whats|which|who|whos|whose|where|when|why|how|hows|is|are|do|does|did|can|could|would|will|should|has|have|any|whether|if)\b/;
/** A sentence of more characters is taken apart at its last pause. */
const LONG_SENTENCE = 80;

/** The last sentence or clause with a word that asks, of several; undefined where there is but one. Takes the masked words. */
export function lastQuestion(masked: string): string | undefined {
  const parts = split(masked, " . ").flatMap((sentence) => {
    const pause = sentence.length > LONG_SENTENCE ? sentence.lastIndexOf(" , ") : -1;
    return pause < 0 ? [sentence] : [sentence.slice(0, pause), sentence.slice(pause + 3)];
  });
  return parts.length < 2 ? undefined : parts.findLast((part) => QUESTION.test(part));
}

function split(words: string, at: string): string[] {
  return words
    .split(at)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}
