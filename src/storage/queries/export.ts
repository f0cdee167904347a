import type { Kysely } from "kysely";
import { personHash } from "../context.ts";
import type { Person, PersonExport } from "../storage.ts";
import type { Tables } from "../tables.ts";
import type { Vault } from "../vault.ts";
import { openKept } from "./kept.ts";
import { memoryPlace } from "./memory.ts";
import { openNudge } from "./nudges.ts";

/** Reads everything of a person; what has expired by `time` is no longer kept, even where it has not been swept. */
export async function exportPerson(
  db: Kysely<Tables>,
  vault: Vault,
  person: Person,
  time: number,
): Promise<PersonExport> {
  const key = personHash(vault, person);
  const row = await db
    .selectFrom("rolewise_people")
    .select(["profile", "plan", "nudge_settings", "created_at", "changed_at"])
    .where("person", "=", key)
    .executeTakeFirst();
  const nudge = await db
    .selectFrom("rolewise_nudges")
    .select(["sealed", "due_at"])
    .where("person", "=", key)
    .executeTakeFirst();
  const memory = await db
    .selectFrom("rolewise_memory")
    .select(["key", "sealed", "expires_at"])
    .where("person", "=", key)
    .where("expires_at", ">", time)
    .orderBy("expires_at")
    .execute();
  const feedback = await db
    .selectFrom("rolewise_feedback")
    .select(["question", "verdict", "given_at as at"])
    .where("person", "=", key)
    .orderBy("given_at")
    .orderBy("question")
    .execute();
  return {
    ...(row && { ...openKept(vault, key, row), keptSince: row.created_at, changedAt: row.changed_at }),
    ...(nudge && { nudge: { dueAt: nudge.due_at, address: openNudge(vault, key, nudge.sealed).address } }),
    memory: memory.map((focus) => ({
      focus: vault.open(memoryPlace(focus.key), focus.sealed),
      expiresAt: focus.expires_at,
    })),
    feedback,
  };
}
