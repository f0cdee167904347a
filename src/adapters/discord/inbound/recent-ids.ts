/**
 * Remembers the newest ids, to drop what the gateway delivers twice after a resume. The claim that counts among
 * several instances is made by the conversations; this one spares interactions a second acknowledgement.
 */
export class RecentIds {
  readonly #ids = new Set<string>();
  readonly #size: number;

  constructor(size = 10_000) {
    this.#size = size;
  }

  /** True the first time. */
  first(id: string): boolean {
    if (this.#ids.has(id)) return false;
    if (this.#ids.size >= this.#size) {
      const [oldest] = this.#ids;
      if (oldest !== undefined) this.#ids.delete(oldest);
    }
    this.#ids.add(id);
    return true;
  }
}
