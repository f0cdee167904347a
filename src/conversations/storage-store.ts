import type { Storage } from "../storage/storage.ts";
import { focusSchema } from "../understanding/focus.ts";
import type { ConversationStore } from "./ports.ts";

/** Conversations over the shared storage, so that the next message may reach another instance. */
export function storageStore(storage: Storage): ConversationStore {
  return {
    claim: (key, ttlMs) => storage.claim(key, ttlMs),
    async recall(talk) {
      // An older version's focus is as good as none.
      return focusSchema.safeParse(await storage.memory.get(talk)).data;
    },
    remember: (talk, focus, place) => storage.memory.put(talk, focus, place),
    async forget(talk, place) {
      await storage.memory.forget(talk);
      await storage.people.erase(place);
    },
    keepFeedback: (place, question, verdict) => storage.feedback.add(place, question, verdict),
  };
}
