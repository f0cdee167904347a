/** So many rows are swept once they have doubled, where nobody else sweeps. */
const SWEPT_FROM = 10_000;

/** Rows by key that vanish at their time. */
export class Expiring<Row extends { expiresAt: number }> {
  readonly #rows = new Map<string, Row>();
  readonly #now: () => number;
  #sweepAt = SWEPT_FROM;

  constructor(now: () => number) {
    this.#now = now;
  }

  get(key: string): Row | undefined {
    const row = this.#rows.get(key);
    return row && row.expiresAt > this.#now() ? row : undefined;
  }

  set(key: string, row: Row): void {
    this.#rows.set(key, row);
    if (this.#rows.size <= this.#sweepAt) return;
    this.sweep();
    this.#sweepAt = Math.max(SWEPT_FROM, 2 * this.#rows.size);
  }

  delete(key: string): void {
    this.#rows.delete(key);
  }

  /** Rows that have not expired. */
  live(): Row[] {
    return [...this.#rows.values()].filter((row) => row.expiresAt > this.#now());
  }

  /** Deletes the rows that match, expired ones included, and says how many. */
  deleteWhere(matches: (row: Row) => boolean): number {
    return deleteWhere(this.#rows, matches);
  }

  sweep(): number {
    return this.deleteWhere((row) => row.expiresAt <= this.#now());
  }
}

export function deleteWhere<Row>(rows: Map<string, Row>, matches: (row: Row) => boolean): number {
  let deleted = 0;
  for (const [key, row] of rows) {
    if (!matches(row)) continue;
    rows.delete(key);
    deleted++;
  }
  return deleted;
}
