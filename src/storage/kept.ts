import type { Kept, KeptChange } from "./storage.ts";

export const KEPT_FIELDS = ["profile", "plan", "nudgeSettings"] as const;

/** What is kept once a change has been made. */
export function applyChange(kept: Kept | undefined, change: KeptChange): Kept {
  const next: Kept = { ...kept };
  for (const field of KEPT_FIELDS) {
    const document = change[field];
    if (document === null) delete next[field];
    else if (document !== undefined) next[field] = document;
  }
  return next;
}
