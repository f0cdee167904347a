import { Refusal } from "./validate/form-error.ts";

/** What goes wrong on demand, and the limit of calls a second that holds always. */

export interface Fault {
  method?: string;
  /** Tested against the path without `/api/v10`. */
  path?: RegExp;
  /** How many calls it meets; 1 unless told. */
  times?: number;
  /**
   * `limited`: 429 with `retryAfter` seconds; a number: that status; `lost`: done, but the answer never arrives;
   * `slow`: done, but the answer comes `ms` milliseconds later.
   */
  what:
    | "limited"
    | "lost"
    | "slow"
    | 403
    | 404
    | 500
    | 502
    | 503
    | { status: number; code: number; message: string };
  retryAfter?: number;
  ms?: number;
  global?: boolean;
}

export class Faults {
  readonly #pending: (Fault & { times: number })[] = [];
  readonly #perSecond: number;
  readonly #now: () => number;
  #windowStart = 0;
  #inWindow = 0;
  /** Calls refused by the limit of calls a second. */
  overLimit = 0;

  constructor(perSecond: number, now: () => number) {
    this.#perSecond = perSecond;
    this.#now = now;
  }

  add(fault: Fault): void {
    this.#pending.push({ ...fault, times: fault.times ?? 1 });
  }

  /** Throws what is due for this call, or says that its answer must get lost, or by how many milliseconds it is late. */
  meet(method: string, path: string): "lost" | number {
    if (!/^\/(interactions|webhooks)\//.test(path)) this.#count();
    const fault = this.#pending.find(
      (one) =>
        one.times > 0 && (one.method ?? method) === method && (one.path === undefined || one.path.test(path)),
    );
    if (!fault) return 0;
    fault.times -= 1;
    if (fault.what === "lost") return "lost";
    if (fault.what === "slow") return fault.ms ?? 0;
    if (fault.what === "limited") throw rateLimited(fault.retryAfter ?? 0.2, fault.global ?? false);
    if (typeof fault.what === "object") throw new Refusal(fault.what.status, fault.what);
    throw new Refusal(fault.what, { code: 0, message: `${fault.what}: asked for by a test` });
  }

  #count(): void {
    const now = this.#now();
    if (now - this.#windowStart >= 1000) {
      this.#windowStart = now;
      this.#inWindow = 0;
    }
    this.#inWindow += 1;
    if (this.#inWindow > this.#perSecond) {
      this.overLimit += 1;
      throw rateLimited((this.#windowStart + 1000 - now) / 1000, true);
    }
  }
}

function rateLimited(retryAfter: number, global: boolean): Refusal {
  return new Refusal(
    429,
    { code: 0, message: "You are being rate limited.", retry_after: retryAfter, global },
    {
      "retry-after": String(retryAfter),
      "x-ratelimit-scope": global ? "global" : "shared",
      ...(global ? { "x-ratelimit-global": "true" } : {}),
    },
  );
}
