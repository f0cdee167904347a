import type { Storage } from "../storage/storage.ts";

/** `unknown`: the storage did not say; another instance may be answering the same message. */
export type Claim = "ours" | "taken" | "unknown";

/** Takes each message once: here, whatever the storage does, and among several instances where it answers. */
export class Claims {
  readonly #storage: Pick<Storage, "claim">;
  readonly #lastsMs: number;
  readonly #now: () => number;
  /** When each claim of this process ends, in that order. */
  readonly #here = new Map<string, number>();

  constructor(storage: Pick<Storage, "claim">, lastsMs: number, now: () => number) {
    this.#storage = storage;
    this.#lastsMs = lastsMs;
    this.#now = now;
  }

  async claim(key: string, onFault: (error: unknown) => void): Promise<Claim> {
    this.#forgetOld();
    if (this.#here.has(key)) return "taken";
    this.#here.set(key, this.#now() + this.#lastsMs);
    try {
      return (await this.#storage.claim(key, this.#lastsMs)) ? "ours" : "taken";
    } catch (error) {
      onFault(error);
      return "unknown";
    }
  }

  #forgetOld(): void {
    for (const [key, until] of this.#here) {
      if (until > this.#now()) return;
      this.#here.delete(key);
    }
  }
}
