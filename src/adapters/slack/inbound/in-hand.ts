/** The work that has begun and is not done, so that a stop can wait for it. */
export class InHand {
  readonly #running = new Set<Promise<unknown>>();

  track<T>(work: Promise<T>): Promise<T> {
    const done = work.then(
      () => undefined,
      () => undefined,
    );
    this.#running.add(done);
    void done.then(() => this.#running.delete(done));
    return work;
  }

  get size(): number {
    return this.#running.size;
  }

  /** Waits until nothing is in hand. */
  async settled(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running);
  }
}
