/** A follow-up needs no mention for this long after the bot last spoke in the thread. */
export const TALK_MS = 15 * 60_000;

/** Looking for old talks costs a walk over all of them. */
const SWEEP_MS = 60_000;

interface Talk {
  /** Who asked; the talk is between them and the bot. */
  userId: string;
  lastBotTurn: number;
  /** Somebody else has joined in: from then on only a mention addresses the bot. */
  closed: boolean;
}

/**
 * The threads whose root addressed the bot, kept in memory: they matter for a quarter of an hour.
 * Keys are `team:channel:root`.
 */
export class Talks {
  readonly #talks = new Map<string, Talk>();
  readonly #now: () => number;
  #swept = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** The bot answered in the thread. A new talk opens only where the root addressed the bot. */
  botSpoke(thread: string, userId: string, rootAddressedBot: boolean): void {
    const talk = this.#talks.get(thread);
    if (talk !== undefined) talk.lastBotTurn = this.#now();
    else if (rootAddressedBot) {
      this.#forgetOld();
      this.#talks.set(thread, { userId, lastBotTurn: this.#now(), closed: false });
    }
  }

  /** Somebody else joined, or the asker turned to somebody else. */
  close(thread: string): void {
    const talk = this.#talks.get(thread);
    if (talk !== undefined) talk.closed = true;
  }

  /** Notes who writes in the thread, and says whether it is for the bot. */
  personSpoke(thread: string, userId: string): "for-bot" | "not-for-bot" | "unknown-thread" {
    const talk = this.#talks.get(thread);
    if (talk === undefined) return "unknown-thread";
    if (talk.userId !== userId) talk.closed = true;
    return !talk.closed && this.#now() - talk.lastBotTurn <= TALK_MS ? "for-bot" : "not-for-bot";
  }

  /** Puts back a talk that was read from Slack after a restart. */
  restore(thread: string, talk: { userId: string; lastBotTurn: number; closed: boolean }): void {
    this.#forgetOld();
    this.#talks.set(thread, { ...talk });
  }

  #forgetOld(): void {
    const now = this.#now();
    if (now - this.#swept < SWEEP_MS) return;
    this.#swept = now;
    const oldest = now - TALK_MS;
    for (const [thread, talk] of this.#talks) {
      // Insertion order is not age order once a talk was renewed, so the whole map is looked at.
      if (talk.lastBotTurn < oldest) this.#talks.delete(thread);
    }
  }
}
