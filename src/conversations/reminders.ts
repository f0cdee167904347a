import type { Person } from "../storage/storage.ts";
import type { Conversations, Reminder } from "./conversations.ts";
import type { Reply } from "./message.ts";

export interface RemindersOptions {
  conversations: Pick<Conversations, "takeDueReminders">;
  /** Who writes to people, by platform; false where somebody cannot be reached. */
  senders: ReadonlyMap<string, (person: Person, reply: Reply) => Promise<boolean>>;
  /** Told of what could not be sent; it is tried again in a few minutes. Never given a text. */
  onFault(error: unknown, platform: string): void;
  /** From 0 to 1. */
  random(): number;
  /** Milliseconds from one look to the next. */
  everyMs?: number;
}

const EVERY_MS = 60_000;
/** What fell due while nobody ran goes out soon, but not at the very moment at which everything starts. */
const FIRST_WITHIN_MS = 5_000;
const AT_ONCE = 20;

/**
 * Sends the reminders that fall due, until it is stopped. The storage says what is due and gives each to one instance
 * alone, so that any number of these may run, and none need have run when a reminder fell due.
 */
export function startReminders(options: RemindersOptions): { stop(): Promise<void> } {
  const { conversations, random, everyMs = EVERY_MS } = options;
  let stopped = false;
  let running: Promise<void> = Promise.resolve();
  let timer = later(random() * Math.min(FIRST_WITHIN_MS, everyMs));

  // A quarter earlier or later, so that instances that started together do not look together for ever.
  function later(ms: number): NodeJS.Timeout {
    return setTimeout(() => {
      running = look().finally(() => {
        if (!stopped) timer = later(everyMs * (0.75 + random() / 2));
      });
    }, ms).unref();
  }

  async function look(): Promise<void> {
    for (;;) {
      const due = await conversations.takeDueReminders(AT_ONCE);
      let sent = 0;
      for (const reminder of due) if (!stopped && (await send(reminder))) sent++;
      if (stopped || due.length < AT_ONCE || sent === 0) return;
    }
  }

  async function send({ person, reply, sent, handBack }: Reminder): Promise<boolean> {
    const write = options.senders.get(person.platform);
    try {
      if (write === undefined) {
        await handBack();
        return false;
      }
      // Whoever cannot be reached now is not tried again before it falls due next.
      await write(person, reply);
      await sent();
      return true;
    } catch (error) {
      options.onFault(error, person.platform);
      return false;
    }
  }

  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
