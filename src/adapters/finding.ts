import type { SetupError } from "./adapter.ts";

/** What a check of the set-up found, in words for whoever set it up. */
export type Finding =
  | { state: "ok"; what: string }
  /** Nothing to mend, but good to know. */
  | { state: "note"; what: string }
  | { state: "wrong"; what: string; fix: string };

/** What a platform says about the set-up. */
export interface Checkup {
  /** The most fundamental first. */
  findings: Finding[];
  /** How far this machine's clock is ahead of the platform's, in milliseconds; undefined where it did not tell. */
  clockAheadMs: number | undefined;
}

/** A channel that the bot is told to post in, and what for. */
export interface NeededChannel {
  id: string;
  use: string;
}

export const ok = (what: string): Finding => ({ state: "ok", what });
export const note = (what: string): Finding => ({ state: "note", what });
export const wrong = (what: string, fix: string): Finding => ({ state: "wrong", what, fix });

/** Lines of set-up errors say what is wrong and, after a colon, what to do. */
export function wrongSetup({ message }: SetupError): Finding {
  const [what = "", ...remedy] = message.split(": ");
  const fix = remedy.join(": ");
  return wrong(what, `${fix.charAt(0).toUpperCase()}${fix.slice(1)}`);
}
