import { loadSentenceEncoder, type SentenceEncoder } from "./sentence-encoder.ts";

/** Gives the vector of a text's meaning: `EMBEDDING_SIZE` numbers. */
export type Embed = (text: string) => Promise<Float32Array>;

export interface EmbedderOptions {
  /** How many texts are remembered; at 4 KB each. */
  remembered?: number;
  load?: () => Promise<SentenceEncoder>;
}

/**
 * Loads the sentence encoder when it is first asked, not before (about 0.2 s and 60 MB), and remembers the texts
 * asked most lately. A load that failed is tried again at the next question.
 */
export function createEmbedder(options: EmbedderOptions = {}): Embed {
  const { remembered = 500, load = () => loadSentenceEncoder() } = options;
  const vectors = new Map<string, Float32Array>();
  let encoder: Promise<SentenceEncoder> | undefined;

  return async (text) => {
    const known = vectors.get(text);
    if (known) {
      // A Map keeps the order of insertion: what was asked last goes to its end.
      vectors.delete(text);
      vectors.set(text, known);
      return known;
    }
    encoder ??= load();
    const loading = encoder;
    const ready = await loading.catch((error: unknown) => {
      if (encoder === loading) encoder = undefined;
      throw error;
    });
    const vector = ready.encode(text);
    vectors.set(text, vector);
    if (vectors.size > remembered) {
      const oldest = vectors.keys().next();
      if (!oldest.done) vectors.delete(oldest.value);
    }
    return vector;
  };
}
