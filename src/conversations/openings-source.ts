import type { OpeningsSource } from "../answers/openings/search.ts";
import type { Openings } from "../openings/open-openings.ts";
import type { Reading } from "../understanding/reading/reading.ts";
import { rolesOfTitle } from "../understanding/role-title.ts";

/** As many titles as the feeds are likely to hold. */
const MOST_TITLES = 5_000;

/** The openings, with their titles read by one version of the knowledge base; each title once. */
export function openingsSource(
  openings: Pick<Openings, "board">,
  read: (text: string) => Reading,
): OpeningsSource {
  const known = new Map<string, readonly string[]>();
  return {
    board: () => openings.board(),
    rolesOf(title) {
      const ready = known.get(title);
      if (ready) return ready;
      const roles = rolesOfTitle(read(title));
      if (known.size >= MOST_TITLES) known.delete(known.keys().next().value ?? "");
      known.set(title, roles);
      return roles;
    },
  };
}
