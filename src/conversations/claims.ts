import type { Storage } from "../storage/storage.ts";

/** `unknown`: the storage does not say, or not for long again; another instance may be answering the same message. */
export type Claim = "ours" | "taken" | "unknown";

/** A message of before may have been answered without a claim for this long after the storage failed. */
const DOUBT_MS = 10_000;

/** Takes each message once: here, whatever the storage does, and among several instances where it answers. */
export class Claims {
  readonly #storage: Pick<Storage, "claim">;
  readonly #lastsMs: number;
  readonly #now: () => number;
  #doubtUntil = 0;
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
      if (!(await this.#storage.claim(key, this.#lastsMs))) return "taken";
      return this.#now() < this.#doubtUntil ? "unknown" : "ours";
    } catch (error) {
      onFault(error);
      this.#doubtUntil = this.#now() + DOUBT_MS;
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
