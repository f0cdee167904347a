import type { Focus } from "../understanding/focus.ts";
import type { Verdict } from "./conversations.ts";
import type { Place } from "./message.ts";

/** What conversations need of a store. Every method may reject when the store is down; facts are answered all the same. */
export interface ConversationStore {
  /** True for the first caller of a key within `ttlMs`, for all instances together. */
  claim(key: string, ttlMs: number): Promise<boolean>;
  /** What the talk of a place is about; forgotten after a quarter of an hour. */
  recall(talk: string): Promise<Focus | undefined>;
  remember(talk: string, focus: Focus, place: Place): Promise<void>;
  /** Erases what is kept about whoever speaks at a place. */
  forget(talk: string, place: Place): Promise<void>;
  keepFeedback(place: Place, question: string, verdict: Verdict): Promise<void>;
}
