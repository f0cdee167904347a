import type { Kysely } from "kysely";
import { type Context, owner, personHash } from "../context.ts";
import { StorageUnavailable } from "../errors.ts";
import { applyChange } from "../kept.ts";
import type { KeptChange, People, Person } from "../storage.ts";
import type { Tables } from "../tables.ts";
import type { Vault } from "../vault.ts";
import { erasePerson } from "./erase.ts";
import { exportPerson } from "./export.ts";
import { openKept, sealChange } from "./kept.ts";

/** Two taps that land on two instances are served by the second try; losing five times in a row is a fault elsewhere. */
const CHANGE_TRIES = 5;

export function people({ run, vault, now, erased }: Context): People {
  return {
    get: (person) => run("people.get", async (db) => (await read(db, vault, person))?.kept),

    put: (person, change) =>
      run("people.put", async (db) => {
        await insert(db, vault, person, change, now())
          .onConflict((conflict) =>
            conflict.column("person").doUpdateSet((row) => ({
              ...sealChange(vault, personHash(vault, person), change),
              version: row("rolewise_people.version", "+", 1),
              changed_at: now(),
            })),
          )
          .execute();
      }),

    change: (person, decide) =>
      run("people.change", async (db) => {
        for (let tries = 0; tries < CHANGE_TRIES; tries++) {
          const found = await read(db, vault, person);
          const change = decide(found?.kept);
          if (change === undefined) return found?.kept;
          if (await writeUnlessChanged(db, vault, person, change, found?.version, now())) {
            return applyChange(found?.kept, change);
          }
        }
        throw new StorageUnavailable("busy");
      }),

    export: (person) => run("people.export", (db) => exportPerson(db, vault, person, now())),

    erase: (person) =>
      run("people.erase", async (db) => {
        const counts = await erasePerson(db, personHash(vault, person));
        await erased(db);
        return counts;
      }),
  };
}

async function read(db: Kysely<Tables>, vault: Vault, person: Person) {
  const key = personHash(vault, person);
  const row = await db
    .selectFrom("rolewise_people")
    .select(["profile", "plan", "nudge_settings", "version"])
    .where("person", "=", key)
    .executeTakeFirst();
  return row && { kept: openKept(vault, key, row), version: row.version };
}

/** Compare and swap on the version: false where somebody else wrote, or erased, since it was read. */
async function writeUnlessChanged(
  db: Kysely<Tables>,
  vault: Vault,
  person: Person,
  change: KeptChange,
  version: number | undefined,
  time: number,
): Promise<boolean> {
  const key = personHash(vault, person);
  const written =
    version === undefined
      ? await insert(db, vault, person, change, time)
          .onConflict((conflict) => conflict.column("person").doNothing())
          .returning("version")
          .executeTakeFirst()
      : await db
          .updateTable("rolewise_people")
          .set({ ...sealChange(vault, key, change), version: version + 1, changed_at: time })
          .where("person", "=", key)
          .where("version", "=", version)
          .returning("version")
          .executeTakeFirst();
  return written !== undefined;
}

function insert(db: Kysely<Tables>, vault: Vault, person: Person, change: KeptChange, time: number) {
  const keys = owner(vault, person);
  return db.insertInto("rolewise_people").values({
    ...keys,
    profile: null,
    plan: null,
    nudge_settings: null,
    ...sealChange(vault, keys.person, change),
    version: 1,
    created_at: time,
    changed_at: time,
  });
}
