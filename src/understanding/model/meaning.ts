import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { EmbeddingHead } from "../classifier/embedding-head.ts";
import type { SentenceEncoder } from "../classifier/sentence-encoder.ts";
import { readMeaning, type SemanticModels, type Semantics } from "./semantics.ts";

/** What the sentence encoder is asked for. Slow to load and to ask; the words are asked first. */
export interface Meaning {
  /** Intents and topics of a question. */
  read(text: string): Promise<Semantics>;
  /** By role: how near a clause is, in [0, 1], to the nearest of what the role is described as. */
  likeness(clause: string, phrases: readonly DescribedPhrase[]): Promise<Map<string, number>>;
}

export interface DescribedPhrase {
  role: string;
  phrase: string;
}

export interface MeaningModels extends SemanticModels {
  /** Vectors of the phrases by which roles are described, of length 1. */
  phrases: ReadonlyMap<string, Float32Array>;
}

const FILE = "meaning.json";
const headSchema = z.object({
  kind: z.enum(["one-of", "any-of"]),
  labels: z.array(z.string()),
  seed: z.number(),
  features: z.number(),
  center: z.string(),
  weights: z.string(),
  bias: z.string(),
  slope: z.string(),
  offset: z.string(),
});
const fileSchema = z.object({
  intents: headSchema,
  topics: headSchema,
  phrases: z.array(z.tuple([z.string(), z.string()])),
});

export function createMeaning(
  load: () => Promise<{ encoder: SentenceEncoder; models: MeaningModels }>,
): Meaning {
  let loading: ReturnType<typeof load> | undefined;
  const ready = () => {
    loading ??= load();
    return loading;
  };
  return {
    async read(text) {
      const { encoder, models } = await ready();
      return readMeaning(encoder.encode(text), models);
    },
    async likeness(clause, phrases) {
      const { encoder, models } = await ready();
      const vector = encoder.encode(clause);
      const found = new Map<string, number>();
      for (const { role, phrase } of phrases) {
        const near = dot(vector, models.phrases.get(phrase) ?? encoder.encode(phrase));
        if (near > (found.get(role) ?? 0)) found.set(role, near);
      }
      return found;
    },
  };
}

export async function saveMeaning(folder: string, models: MeaningModels): Promise<void> {
  const phrases = [...models.phrases].map(([phrase, vector]) => [phrase, encode(vector)]);
  await writeFile(
    join(folder, FILE),
    JSON.stringify({ intents: packHead(models.intents), topics: packHead(models.topics), phrases }),
  );
}

export async function loadMeaning(folder: string): Promise<MeaningModels> {
  const { intents, topics, phrases } = fileSchema.parse(
    JSON.parse(await readFile(join(folder, FILE), "utf8")),
  );
  return {
    intents: unpackHead(intents),
    topics: unpackHead(topics),
    phrases: new Map(phrases.map(([phrase, vector]) => [phrase, decode(vector)])),
  };
}

function packHead({ center, weights, bias, slope, offset, ...rest }: EmbeddingHead) {
  return {
    ...rest,
    center: encode(center),
    weights: encode(weights),
    bias: encode(bias),
    slope: encode(slope),
    offset: encode(offset),
  };
}

function unpackHead({
  center,
  weights,
  bias,
  slope,
  offset,
  ...rest
}: z.infer<typeof headSchema>): EmbeddingHead {
  return {
    ...rest,
    center: decode(center),
    weights: decode(weights),
    bias: decode(bias),
    slope: decode(slope),
    offset: decode(offset),
  };
}

function encode(numbers: Float32Array): string {
  return Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength).toString("base64");
}

function decode(text: string): Float32Array {
  const bytes = Buffer.from(text, "base64");
  return new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += a[k]! * b[k]!;
  return sum;
}
