import type { Recorder } from "../recorder.ts";
import type { Turn, Where } from "../story.ts";

/** What a person sees after a turn. */
export interface Seen {
  /** One a message; a long answer comes as several. `twin` is the text that stands for blocks, where there is one. */
  messages: { shown: string; twin?: string }[];
  /** Whether others in the place can read it. */
  by: "everybody" | "the asker alone";
}

/** One platform with the bot in it; a talk is one person in one place. */
export interface Platform {
  /** Begins a talk of somebody new. */
  begin(where: Where): Talk;
  /** What the platform holds against the bot: refused calls, missed deadlines. */
  complaints(): string[];
  stop(): Promise<void>;
}

export interface Talk {
  /** Resolves once something is to be seen; what it gives looks again each time, as more may come. */
  take(turn: Turn): Promise<() => Seen>;
}

export type StartPlatform = (recorder: Recorder) => Promise<Platform>;

/** Waits until `check` gives something. */
export async function until<T>(what: string, check: () => T | undefined | false): Promise<T> {
  const end = Date.now() + 8_000;
  for (;;) {
    const value = check();
    if (value !== undefined && value !== false) return value;
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

export const silentLog = { debug() {}, info() {}, warn() {}, error() {} };
