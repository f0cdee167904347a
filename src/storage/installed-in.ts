import type { InstallationKey } from "./storage.ts";

/** The workspace of an installation: the team where there is one, else the enterprise. Throws for a key with neither. */
export function installedIn({ teamId, enterpriseId }: InstallationKey): string {
  const id = teamId ?? enterpriseId;
  if (id === undefined) throw new TypeError("an installation needs a teamId or an enterpriseId");
  return id;
}
