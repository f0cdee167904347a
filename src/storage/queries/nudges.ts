import { type Context, owner, personHash } from "../context.ts";
import { StorageUnavailable } from "../errors.ts";
import type { Nudges, Person } from "../storage.ts";
import type { Vault } from "../vault.ts";

export function nudges({ run, vault, now }: Context): Nudges {
  return {
    schedule: (person, address, dueAt) =>
      run("nudges.schedule", async (db) => {
        const keys = owner(vault, person);
        const row = {
          ...keys,
          sealed: sealNudge(vault, keys.person, person, address),
          due_at: dueAt,
          leased_until: 0,
        };
        await db
          .insertInto("rolewise_nudges")
          .values(row)
          .onConflict((conflict) => conflict.column("person").doUpdateSet(row))
          .execute();
      }),

    claimDue: (limit, leaseMs) =>
      run("nudges.claimDue", async (db) => {
        const time = now();
        // PostgreSQL checks the outer conditions again on a row that another instance has just leased; the inner ones it does not.
        const rows = await db
          .updateTable("rolewise_nudges")
          .set({ leased_until: time + leaseMs })
          .where("due_at", "<=", time)
          .where("leased_until", "<=", time)
          .where("person", "in", (from) =>
            from
              .selectFrom("rolewise_nudges")
              .select("person")
              .where("due_at", "<=", time)
              .where("leased_until", "<=", time)
              .orderBy("due_at")
              .limit(limit),
          )
          .returning(["person", "sealed", "due_at"])
          .execute();
        return rows
          .map((row) => ({ ...openNudge(vault, row.person, row.sealed), dueAt: row.due_at }))
          .sort((one, other) => one.dueAt - other.dueAt);
      }),

    reschedule: (person, dueAt) =>
      run("nudges.reschedule", async (db) => {
        const result = await db
          .updateTable("rolewise_nudges")
          .set({ due_at: dueAt, leased_until: 0 })
          .where("person", "=", personHash(vault, person))
          .executeTakeFirst();
        return result.numUpdatedRows > 0n;
      }),

    stop: (person) =>
      run("nudges.stop", async (db) => {
        const result = await db
          .deleteFrom("rolewise_nudges")
          .where("person", "=", personHash(vault, person))
          .executeTakeFirst();
        return result.numDeletedRows > 0n;
      }),
  };
}

/** The person is sealed with the address: the hash in the row does not lead back to them. */
function sealNudge(vault: Vault, key: string, person: Person, address: unknown): Buffer {
  const { platform, workspaceId, userId } = person;
  return vault.seal(place(key), { person: [platform, workspaceId, userId], address });
}

export function openNudge(
  vault: Vault,
  key: string,
  sealed: Uint8Array,
): { person: Person; address: unknown } {
  const document = vault.open(place(key), sealed);
  if (typeof document === "object" && document !== null && "person" in document && "address" in document) {
    const ids: unknown[] = Array.isArray(document.person) ? document.person : [];
    const [platform, workspaceId, userId] = ids;
    if (typeof platform === "string" && typeof workspaceId === "string" && typeof userId === "string") {
      return { person: { platform, workspaceId, userId }, address: document.address };
    }
  }
  throw new StorageUnavailable("unreadable");
}

function place(key: string): string {
  return `nudges:${key}`;
}
