/** From a feature's hash to its row, by open addressing: no allocation and one or two probes a look-up. */
export interface HashIndex {
  /** Hashes in rising order; a hash's place is its row. */
  readonly hashes: Int32Array;
  readonly slots: Int32Array;
}

export function buildHashIndex(sorted: Int32Array): HashIndex {
  let size = 4;
  while (size < sorted.length * 2) size *= 2;
  const slots = new Int32Array(size).fill(-1);
  for (let row = 0; row < sorted.length; row++) {
    let slot = spread(sorted[row]!) & (size - 1);
    while (slots[slot] !== -1) slot = (slot + 1) & (size - 1);
    slots[slot] = row;
  }
  return { hashes: sorted, slots };
}

/** The row of a hash, or -1. */
export function rowOf(index: HashIndex, hash: number): number {
  const { hashes, slots } = index;
  const mask = slots.length - 1;
  let slot = spread(hash) & mask;
  for (;;) {
    const row = slots[slot]!;
    if (row === -1 || hashes[row] === hash) return row;
    slot = (slot + 1) & mask;
  }
}

function spread(hash: number): number {
  return Math.imul(hash, 0x9e3779b1) >>> 8;
}
