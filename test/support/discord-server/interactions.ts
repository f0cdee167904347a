import { randomBytes } from "node:crypto";
import type { StoredMessage, User } from "./world.ts";

/** Discord gives up on an interaction after this many milliseconds. */
export const FIRST_REPLY_MS = 3_000;
const TOKEN_LIFE_MS = 15 * 60_000;

export type Acknowledgement =
  | { type: 4 | 7; data: unknown }
  | { type: 5; ephemeral: boolean }
  | { type: 6 }
  | { type: 8; data: { choices: { name: string; value: string | number }[] } }
  | { type: 9; data: unknown };

/** One interaction and everything the bot did with it. */
export class Interaction {
  readonly token = randomBytes(24).toString("hex");
  readonly kind: 2 | 3 | 4 | 5;
  readonly id: string;
  readonly createdAt: number;
  readonly channelId: string;
  readonly user: User;
  /** The message whose button was pressed. */
  readonly source: StoredMessage | undefined;
  acknowledgement: Acknowledgement | undefined;
  /** Milliseconds from the interaction to its acknowledgement. */
  acknowledgedAfter: number | undefined;
  /** Acknowledgements after the first, each refused with 40060. */
  secondAcknowledgements = 0;
  /** The first reply, visible or still "thinking". */
  original: StoredMessage | undefined;
  readonly followUps: StoredMessage[] = [];
  /** How often something visible appeared or changed: 1 for a reply, 1 more for an edit. */
  visible = 0;
  readonly #watchers = new Set<() => void>();

  constructor(about: {
    kind: Interaction["kind"];
    id: string;
    createdAt: number;
    channelId: string;
    user: User;
    source: StoredMessage | undefined;
  }) {
    this.kind = about.kind;
    this.id = about.id;
    this.createdAt = about.createdAt;
    this.channelId = about.channelId;
    this.user = about.user;
    this.source = about.source;
  }

  get tokenExpired(): boolean {
    return Date.now() - this.createdAt > TOKEN_LIFE_MS;
  }

  changed(): void {
    for (const watcher of this.#watchers) watcher();
  }

  /** Waits until `done` holds; fails after `timeoutMs` with what had happened until then. */
  async until(done: (self: Interaction) => boolean, timeoutMs = 5_000): Promise<this> {
    if (done(this)) return this;
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#watchers.delete(check);
        reject(new Error(`interaction not answered: acknowledged ${JSON.stringify(this.acknowledgement)}`));
      }, timeoutMs);
      const check = () => {
        if (!done(this)) return;
        clearTimeout(timer);
        this.#watchers.delete(check);
        resolve();
      };
      this.#watchers.add(check);
    });
    return this;
  }

  /** The message that answers: a reply, an update in place, or the edit of a deferred one. */
  async answer(timeoutMs?: number): Promise<StoredMessage> {
    await this.until((self) => self.visible > 0 && self.original !== undefined, timeoutMs);
    return this.original!;
  }
}
