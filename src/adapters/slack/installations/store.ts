import type { Installation, InstallationQuery, InstallationStore } from "@slack/bolt";
import { z } from "zod";
import type { Installations } from "./installations.ts";
import { seal, unseal } from "./seal.ts";

/** What must be there for the bot to work; the rest of an installation is kept as it came. */
const installationSchema = z
  .object({ user: z.looseObject({ id: z.string() }), bot: z.looseObject({ token: z.string() }).optional() })
  .loose();

/** Bolt's store on ours: one entry a workspace, or one an enterprise that installed for all of its workspaces. */
export function installationStore(installations: Installations, key: Buffer): InstallationStore {
  return {
    storeInstallation: async (installation) => {
      const name = nameOf(
        installation.isEnterpriseInstall === true,
        installation.team?.id,
        installation.enterprise?.id,
      );
      // The installer's own token is not needed, so it is not kept.
      const kept = {
        ...installation,
        user: { id: installation.user.id, token: undefined, scopes: undefined },
      };
      await installations.save(name, seal(JSON.stringify(kept), name, key));
    },
    fetchInstallation: async (query) => {
      const name = nameOfQuery(query);
      const sealed = await installations.fetch(name);
      if (sealed === undefined) throw new Error("this workspace has not installed the app");
      const kept: unknown = JSON.parse(unseal(sealed, name, key));
      if (!isInstallation(kept)) throw new Error("an installation is incomplete");
      return kept;
    },
    deleteInstallation: async (query) => {
      await installations.erase(nameOfQuery(query));
    },
  };
}

function isInstallation(kept: unknown): kept is Installation<"v2", boolean> {
  return installationSchema.safeParse(kept).success;
}

function nameOfQuery(query: InstallationQuery<boolean>): string {
  return nameOf(query.isEnterpriseInstall, query.teamId, query.enterpriseId);
}

export function nameOf(
  enterprise: boolean,
  teamId: string | undefined,
  enterpriseId: string | undefined,
): string {
  const id = enterprise ? enterpriseId : teamId;
  if (id === undefined) throw new Error("an installation names neither a workspace nor an enterprise");
  return `${enterprise ? "enterprise" : "team"}:${id}`;
}
