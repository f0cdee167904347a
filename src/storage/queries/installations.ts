import { type Context, workspaceHash } from "../context.ts";
import { installedIn } from "../installed-in.ts";
import type { InstallationKey, Installations } from "../storage.ts";
import type { Vault } from "../vault.ts";

export function installations({ run, vault, now }: Context): Installations {
  return {
    get: (key) =>
      run("installations.get", async (db) => {
        const hash = hashOf(vault, key);
        const row = await db
          .selectFrom("rolewise_installations")
          .select("sealed")
          .where("key", "=", hash)
          .executeTakeFirst();
        return row && vault.open(place(hash), row.sealed);
      }),

    put: (key, installation) =>
      run("installations.put", async (db) => {
        const hash = hashOf(vault, key);
        const row = { sealed: vault.seal(place(hash), installation), changed_at: now() };
        await db
          .insertInto("rolewise_installations")
          .values({ key: hash, ...row })
          .onConflict((conflict) => conflict.column("key").doUpdateSet(row))
          .execute();
      }),

    remove: (key) =>
      run("installations.remove", async (db) => {
        const result = await db
          .deleteFrom("rolewise_installations")
          .where("key", "=", hashOf(vault, key))
          .executeTakeFirst();
        return result.numDeletedRows > 0n;
      }),
  };
}

/** The hash of the workspace, so that erasing a workspace finds its installation. */
function hashOf(vault: Vault, key: InstallationKey): string {
  return workspaceHash(vault, { platform: "slack", workspaceId: installedIn(key) });
}

function place(key: string): string {
  return `installations:${key}`;
}
