import { createRanker, type Ranker } from "./ranker.ts";

/** Ids in rising order, then their weights: four bytes each, little-endian. */
export function encodeRanker({ index, weights }: Ranker): Buffer {
  const bytes = Buffer.alloc(8 * weights.length);
  for (const [place, id] of index.hashes.entries()) bytes.writeInt32LE(id, 4 * place);
  for (const [place, weight] of weights.entries()) bytes.writeFloatLE(weight, 4 * (weights.length + place));
  return bytes;
}

export function decodeRanker(bytes: Buffer): Ranker {
  const count = bytes.length / 8;
  return createRanker(
    Int32Array.from({ length: count }, (_, place) => bytes.readInt32LE(4 * place)),
    Float32Array.from({ length: count }, (_, place) => bytes.readFloatLE(4 * (count + place))),
  );
}
