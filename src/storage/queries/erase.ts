import type { Kysely } from "kysely";
import type { Erased, ErasedWorkspace } from "../storage.ts";
import type { Tables } from "../tables.ts";

/** Each table that holds rows of people. A table that joins them belongs here: the erase test searches all tables. */
const OWNED = {
  people: "rolewise_people",
  nudges: "rolewise_nudges",
  memory: "rolewise_memory",
  feedback: "rolewise_feedback",
} as const;

export function erasePerson(db: Kysely<Tables>, person: string): Promise<Erased> {
  return db.transaction().execute((transaction) => eraseOwned(transaction, "person", person));
}

export function eraseWorkspace(db: Kysely<Tables>, workspace: string): Promise<ErasedWorkspace> {
  return db.transaction().execute(async (transaction) => ({
    ...(await eraseOwned(transaction, "workspace", workspace)),
    misses: count(
      await transaction.deleteFrom("rolewise_misses").where("workspace", "=", workspace).executeTakeFirst(),
    ),
    installations: count(
      await transaction.deleteFrom("rolewise_installations").where("key", "=", workspace).executeTakeFirst(),
    ),
  }));
}

async function eraseOwned(
  db: Kysely<Tables>,
  column: "person" | "workspace",
  value: string,
): Promise<Erased> {
  const from = async (table: (typeof OWNED)[keyof typeof OWNED]) =>
    count(await db.deleteFrom(table).where(column, "=", value).executeTakeFirst());
  return {
    people: await from(OWNED.people),
    nudges: await from(OWNED.nudges),
    memory: await from(OWNED.memory),
    feedback: await from(OWNED.feedback),
  };
}

function count(result: { numDeletedRows: bigint }): number {
  return Number(result.numDeletedRows);
}
