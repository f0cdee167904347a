import type { Context } from "../context.ts";
import type { Storage } from "../storage.ts";

/** One statement on both databases: the row is inserted, or taken over where it expired, or nothing comes back. */
export function claims({ runPassing, vault, now }: Context): Storage["claim"] {
  return (key, ttlMs) =>
    runPassing("claim", async (db) => {
      const time = now();
      const taken = await db
        .insertInto("rolewise_claims")
        .values({ key: vault.hash("claim", key), expires_at: time + ttlMs })
        .onConflict((conflict) =>
          conflict
            .column("key")
            .doUpdateSet({ expires_at: time + ttlMs })
            .where("rolewise_claims.expires_at", "<=", time),
        )
        .returning("key")
        .executeTakeFirst();
      return taken !== undefined;
    });
}
