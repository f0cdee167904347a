import { FOCUS_LASTS_MS, type Focus } from "../understanding/focus.ts";
import type { ConversationStore } from "./ports.ts";

const MOST_TALKS = 10_000;

/** Remembers in the process alone: for the terminal, and where no database is wanted. */
export function memoryStore(now: () => number): ConversationStore {
  const claims = new Map<string, number>();
  const talks = new Map<string, { focus: Focus; expires: number }>();
  return {
    async claim(key, ttlMs) {
      const at = now();
      if ((claims.get(key) ?? 0) > at) return false;
      claims.set(key, at + ttlMs);
      if (claims.size > MOST_TALKS) dropOldest(claims);
      return true;
    },
    async recall(talk) {
      const known = talks.get(talk);
      return known && known.expires > now() ? known.focus : undefined;
    },
    async remember(talk, focus) {
      talks.delete(talk);
      talks.set(talk, { focus, expires: now() + FOCUS_LASTS_MS });
      if (talks.size > MOST_TALKS) dropOldest(talks);
    },
    async forget(talk) {
      talks.delete(talk);
    },
    async keepFeedback() {},
  };
}

function dropOldest(map: Map<string, unknown>): void {
  const oldest = map.keys().next().value;
  if (oldest !== undefined) map.delete(oldest);
}
