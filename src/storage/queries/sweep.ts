import type { Context } from "../context.ts";
import { oldestKeptDay } from "../retention.ts";
import type { Swept } from "../storage.ts";

/** Deletes in bites, so that a large backlog neither meets the statement timeout nor holds its rows for long. */
const BITE = 1000;

export function sweep({ run, now }: Context): () => Promise<Swept> {
  const expired = (table: "rolewise_claims" | "rolewise_memory") =>
    inBites(() =>
      run("sweep", (db) =>
        db
          .deleteFrom(table)
          .where("key", "in", (from) =>
            from.selectFrom(table).select("key").where("expires_at", "<=", now()).limit(BITE),
          )
          .executeTakeFirst(),
      ),
    );
  return async () => ({
    claims: await expired("rolewise_claims"),
    memory: await expired("rolewise_memory"),
    misses: await run("sweep", async (db) => {
      const old = oldestKeptDay(now());
      const result = await db.deleteFrom("rolewise_misses").where("day", "<", old).executeTakeFirst();
      return Number(result.numDeletedRows);
    }),
  });
}

async function inBites(bite: () => Promise<{ numDeletedRows: bigint }>): Promise<number> {
  let total = 0;
  for (;;) {
    const deleted = Number((await bite()).numDeletedRows);
    total += deleted;
    if (deleted < BITE) return total;
  }
}
