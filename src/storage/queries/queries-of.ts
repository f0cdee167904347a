import { type Context, workspaceHash } from "../context.ts";
import type { Storage } from "../storage.ts";
import { claims } from "./claims.ts";
import { eraseWorkspace } from "./erase.ts";
import { feedback } from "./feedback.ts";
import { installations } from "./installations.ts";
import { memory } from "./memory.ts";
import { misses } from "./misses.ts";
import { nudges } from "./nudges.ts";
import { people } from "./people.ts";
import { sweep } from "./sweep.ts";

/** All queries over one database. Opening and closing it is its opener's. */
export function queriesOf(context: Context): Omit<Storage, "close"> {
  const { run, vault, erased } = context;
  return {
    claim: claims(context),
    memory: memory(context),
    people: people(context),
    nudges: nudges(context),
    feedback: feedback(context),
    misses: misses(context),
    installations: installations(context),
    eraseWorkspace: (workspace) =>
      run("eraseWorkspace", async (db) => {
        const counts = await eraseWorkspace(db, workspaceHash(vault, workspace));
        await erased(db);
        return counts;
      }),
    sweep: sweep(context),
    check: () =>
      run("check", async (db) => {
        await db.selectFrom("rolewise_meta").select("key").limit(1).execute();
      }),
  };
}
