/** What is being worked on, so that a stop can wait for it. */
export class InHand {
  readonly #running = new Map<string, Promise<void>>();

  run(key: string, work: () => Promise<void>): Promise<void> {
    const running = work().finally(() => {
      if (this.#running.get(key) === running) this.#running.delete(key);
    });
    this.#running.set(key, running);
    return running;
  }

  /** Waits for one piece of work, if it is under way. */
  async settled(key: string): Promise<void> {
    await this.#running.get(key);
  }

  /** Waits for all of it, at most `graceMs`. Answers whether all was finished. */
  async idle(graceMs: number): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const deadline = new Promise<boolean>((resolve) => {
      timer = setTimeout(() => resolve(false), graceMs);
    });
    const done = this.#drained().then(() => true);
    return Promise.race([done, deadline]).finally(() => clearTimeout(timer));
  }

  async #drained(): Promise<void> {
    while (this.#running.size > 0) await Promise.allSettled(this.#running.values());
  }
}
