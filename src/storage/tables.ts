/**
 * The tables on both databases. Ids are keyed hashes (`Vault.hash`), `sealed` and its like are ciphertext (`Vault.seal`),
 * times are milliseconds since the epoch, `day` is days since it. The prefix keeps us apart in a shared database.
 */
export interface Tables {
  rolewise_meta: { key: string; value: string };
  rolewise_claims: { key: string; expires_at: number };
  rolewise_memory: { key: string; expires_at: number; sealed: Uint8Array } & Owned;
  rolewise_people: {
    profile: Uint8Array | null;
    plan: Uint8Array | null;
    nudge_settings: Uint8Array | null;
    /** Counts writes, so that a change made from a stale reading is noticed. */
    version: number;
    created_at: number;
    changed_at: number;
  } & Owned;
  rolewise_nudges: { sealed: Uint8Array; due_at: number; leased_until: number } & Owned;
  rolewise_feedback: { question: string; verdict: string; given_at: number } & Owned;
  rolewise_misses: {
    workspace: string;
    folded: string;
    text: string;
    day: number;
    asked: number;
    /** Of these, how many left open what was meant, and how many got an answer that was rated down. */
    unclear: number;
    disliked: number;
  };
  rolewise_installations: { key: string; sealed: Uint8Array; changed_at: number };
}

interface Owned {
  person: string;
  workspace: string;
}
