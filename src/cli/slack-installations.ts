import type { Installations } from "../adapters/slack/installations/installations.ts";
import type { InstallationKey, Storage } from "../storage/storage.ts";

/** Slack's installations on the shared storage; the adapter names them `team:ID` or `enterprise:ID` and seals them itself. */
export function slackInstallations({ installations }: Pick<Storage, "installations">): Installations {
  return {
    save: (name, sealed) => installations.put(keyOf(name), sealed),
    async fetch(name) {
      const sealed = await installations.get(keyOf(name));
      return typeof sealed === "string" ? sealed : undefined;
    },
    erase: async (name) => void (await installations.remove(keyOf(name))),
  };
}

function keyOf(name: string): InstallationKey {
  const id = name.slice(name.indexOf(":") + 1);
  return name.startsWith("enterprise:") ? { enterpriseId: id } : { teamId: id };
}
