import type { IncomingMessage } from "../../../conversations/message.ts";

/** An edit of the question edits the answer for this long. */
export const EDIT_MS = 5 * 60_000;

export interface Answered {
  message: IncomingMessage;
  /** The `ts` of each part of the answer, once it stands; none where it was not shown in the open. */
  posts: Promise<string[]>;
  thread: string | undefined;
  at: number;
}

/** Which posts answer which message, for as long as an edit may change them. Keys are `team:channel:ts`. */
export class AnsweredMessages {
  readonly #answered = new Map<string, Answered>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** As `note`, unless the message is known already: a second delivery answers nothing. */
  begin(key: string, answered: Omit<Answered, "at">): void {
    if (this.find(key) === undefined) this.note(key, answered);
  }

  note(key: string, answered: Omit<Answered, "at">): void {
    const at = this.#now();
    for (const [old, entry] of this.#answered) {
      if (at - entry.at <= EDIT_MS) break;
      this.#answered.delete(old);
    }
    // A key that is set again keeps its old place otherwise, and the walk above stops at the first fresh one.
    this.#answered.delete(key);
    this.#answered.set(key, { ...answered, at });
  }

  find(key: string): Answered | undefined {
    const entry = this.#answered.get(key);
    return entry !== undefined && this.#now() - entry.at <= EDIT_MS ? entry : undefined;
  }
}
