import type { Normal } from "./encoder-parts.ts";

const HEADS = 4;
const EPSILON = 1e-6;

export function normalise(
  from: Float32Array,
  by: Normal,
  rows: number,
  size: number,
  to: Float32Array,
): void {
  for (let start = 0; start < rows * size; start += size) {
    let mean = 0;
    for (let at = 0; at < size; at++) mean += from[start + at]!;
    mean /= size;
    let variance = 0;
    for (let at = 0; at < size; at++) variance += (from[start + at]! - mean) ** 2;
    const factor = 1 / Math.sqrt(variance / size + EPSILON);
    for (let at = 0; at < size; at++) {
      to[start + at] = (from[start + at]! - mean) * factor * by.scale[at]! + by.shift[at]!;
    }
  }
}

/** Every row looks at every row, head by head. `qkv` holds queries, keys and values side by side. */
export function attend(qkv: Float32Array, rows: number, size: number, to: Float32Array): void {
  const stride = size * 3;
  const head = size / HEADS;
  const sharpness = 1 / Math.sqrt(head);
  const shares = new Float32Array(rows);
  to.fill(0, 0, rows * size);
  for (let first = 0; first < size; first += head) {
    for (let row = 0; row < rows; row++) {
      const query = row * stride + first;
      let top = Number.NEGATIVE_INFINITY;
      for (let other = 0; other < rows; other++) {
        const key = other * stride + size + first;
        let product = 0;
        for (let at = 0; at < head; at++) product += qkv[query + at]! * qkv[key + at]!;
        shares[other] = product * sharpness;
        top = Math.max(top, shares[other]!);
      }
      let sum = 0;
      for (let other = 0; other < rows; other++) {
        shares[other] = Math.exp(shares[other]! - top);
        sum += shares[other]!;
      }
      for (let other = 0; other < rows; other++) {
        const share = shares[other]! / sum;
        const value = other * stride + 2 * size + first;
        const out = row * size + first;
        for (let at = 0; at < head; at++) to[out + at] = to[out + at]! + share * qkv[value + at]!;
      }
    }
  }
}

export function add(to: Float32Array, other: Float32Array, length: number): void {
  for (let at = 0; at < length; at++) to[at] = to[at]! + other[at]!;
}

export function unit(vector: Float32Array): Float32Array {
  let square = 0;
  for (const value of vector) square += value * value;
  const factor = 1 / Math.sqrt(Math.max(square, 1e-12));
  return vector.map((value) => value * factor);
}
