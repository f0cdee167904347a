import { seededRandom } from "./random.ts";

/** Turns a vector of length 1 into `count` features whose products are close to a Gaussian kernel's values. */
export type CosineFeatures = (vector: Float32Array, out: Float32Array) => void;

/** The kernel is `exp(-SHARPNESS * distance²)`. */
const SHARPNESS = 0.5;

/**
 * Structured orthogonal random features (Yu et al., 2016): three rounds of random signs and a Hadamard transform stand for
 * a random rotation, so that nothing but the seed need be kept. `size` is a power of two, `count` a multiple of it.
 */
export function cosineFeatures(size: number, count: number, seed: number): CosineFeatures {
  if (!Number.isInteger(Math.log2(size)) || count % size !== 0) {
    throw new Error(`Cosine features need a size that is a power of two and divides ${count}, not ${size}.`);
  }
  const random = seededRandom(seed);
  const signs = Float32Array.from({ length: count * 3 }, () => (random() < 0.5 ? -1 : 1));
  const phases = Float32Array.from({ length: count }, () => random() * 2 * Math.PI);
  // Each transform grows lengths by the root of the size: two of three are taken back, one is what a Gaussian's rows have.
  const stretch = Math.sqrt(2 * SHARPNESS) / size;
  const height = Math.sqrt(2 / count);
  const work = new Float32Array(size);

  return (vector, out) => {
    for (let from = 0; from < count; from += size) {
      work.set(vector);
      for (let round = 0; round < 3; round++) {
        const first = from * 3 + round * size;
        for (let at = 0; at < size; at++) work[at] = work[at]! * signs[first + at]!;
        hadamard(work);
      }
      for (let at = 0; at < size; at++) {
        out[from + at] = height * Math.cos(work[at]! * stretch + phases[from + at]!);
      }
    }
  };
}

/** The Walsh-Hadamard transform, in place, without scaling. */
function hadamard(values: Float32Array): void {
  for (let half = 1; half < values.length; half *= 2) {
    for (let start = 0; start < values.length; start += 2 * half) {
      for (let at = start; at < start + half; at++) {
        const one = values[at]!;
        const other = values[at + half]!;
        values[at] = one + other;
        values[at + half] = one - other;
      }
    }
  }
}
