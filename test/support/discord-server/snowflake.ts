/** Milliseconds since the epoch of Discord's ids: 2015-01-01. */
const EPOCH = 1_420_070_400_000n;

/** Ids as Discord makes them: the time in the upper bits, so that a client reads when a thing was made. */
export class Snowflakes {
  #count = 0n;

  next(at: number): string {
    this.#count += 1n;
    return (((BigInt(at) - EPOCH) << 22n) | (this.#count & 0x3fffffn)).toString();
  }
}

export function timeOf(snowflake: string): number {
  return Number((BigInt(snowflake) >> 22n) + EPOCH);
}
