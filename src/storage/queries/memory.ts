import { type Context, owner } from "../context.ts";
import { type ConversationMemory, FOCUS_TTL_MS } from "../storage.ts";

export function memory({ run, runPassing, vault, now }: Context): ConversationMemory {
  const hash = (conversation: string) => vault.hash("conversation", conversation);
  return {
    get: (conversation) =>
      run("memory.get", async (db) => {
        const key = hash(conversation);
        const row = await db
          .selectFrom("rolewise_memory")
          .select("sealed")
          .where("key", "=", key)
          .where("expires_at", ">", now())
          .executeTakeFirst();
        return row && vault.open(memoryPlace(key), row.sealed);
      }),

    put: (conversation, focus, person) =>
      runPassing("memory.put", async (db) => {
        const key = hash(conversation);
        const row = {
          ...owner(vault, person),
          sealed: vault.seal(memoryPlace(key), focus),
          expires_at: now() + FOCUS_TTL_MS,
        };
        await db
          .insertInto("rolewise_memory")
          .values({ key, ...row })
          .onConflict((conflict) => conflict.column("key").doUpdateSet(row))
          .execute();
      }),

    forget: (conversation) =>
      run("memory.forget", async (db) => {
        await db.deleteFrom("rolewise_memory").where("key", "=", hash(conversation)).execute();
      }),
  };
}

export function memoryPlace(key: string): string {
  return `memory:${key}`;
}
