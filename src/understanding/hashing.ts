/** Where a hash starts, and what each step multiplies by: FNV-1a, 32 bits. */
export const FNV_START = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** A hash with one more number in it. */
export function fnvStep(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, FNV_PRIME);
}

/** FNV-1a over UTF-16 code units, the same on every machine; as a signed number of 32 bits. */
export function fnv1a(text: string, start = FNV_START): number {
  let hash = start;
  for (let at = 0; at < text.length; at++) hash = fnvStep(hash, text.charCodeAt(at));
  return hash;
}

/** FNV's low bits are weak on short strings: each bit of the result depends on all. */
export function mixBits(hash: number): number {
  let bits = hash ^ (hash >>> 16);
  bits = Math.imul(bits, 0x7feb352d);
  bits ^= bits >>> 15;
  bits = Math.imul(bits, 0x846ca68b);
  return bits ^ (bits >>> 16);
}
