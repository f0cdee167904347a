/** `trigger_id`s: valid for three seconds, for one view. */
export class Triggers {
  readonly #open = new Map<string, { userId: string; until: number }>();
  #counter = 0;

  issue(userId: string, lifeMs = 3_000): string {
    this.#counter += 1;
    const id = `trigger.${this.#counter}`;
    this.#open.set(id, { userId, until: Date.now() + lifeMs });
    return id;
  }

  use(id: string): { userId: string } | { error: string } {
    const trigger = this.#open.get(id);
    if (trigger === undefined) return { error: "exchanged_trigger_id" };
    this.#open.delete(id);
    return trigger.until < Date.now() ? { error: "expired_trigger_id" } : { userId: trigger.userId };
  }
}

/** `response_url`s: five uses within half an hour. */
export class ResponseUrls {
  readonly #open = new Map<string, ResponseTarget & { left: number }>();
  #counter = 0;

  issue(base: string, target: ResponseTarget, uses = 5): string {
    this.#counter += 1;
    const id = `r${this.#counter}`;
    this.#open.set(id, { ...target, left: uses });
    return `${base}/respond/${id}`;
  }

  use(id: string): ResponseTarget | undefined {
    const target = this.#open.get(id);
    if (target === undefined || target.left === 0) return undefined;
    target.left -= 1;
    return target;
  }
}

export interface ResponseTarget {
  teamId: string;
  channel: string;
  userId: string;
  /** The message whose button was pressed. */
  originalTs: string | undefined;
  thread: string | undefined;
}
