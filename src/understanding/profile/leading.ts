import type { Reading } from "../reading/reading.ts";

const LEADING =
  /\b(lead|leading|head|heading|run|running|manage|managing|build)(?: and (?:lead|manage|grow))? (?:an? |the |my |our |own |small |big |whole )*(?:team of |group of |department of )?(?:about |around )?(?:\d+ )?@[ra](\d+)(?: (?:team|teams|group|department|people|org|engineers|scientists|analysts))?/g;
/** "Lead a team" is a skill's name as well: "lead a team of data scientists". */
const TEAM_OF = /@s(\d+) (?:team )?of (?:about |around )?(?:\d+ )?@[ra](\d+)/g;
const RANKS: Readonly<Record<string, readonly string[]>> = {
  manage: ["manager"],
  head: ["head", "manager"],
  lead: ["lead", "manager"],
};

/**
 * The leading roles that somebody wants who says what they want to lead: "lead an ML team", "manage data scientists". Keyed
 * by the mention that stands for the team; the value is a role id.
 */
export function readLeading(
  marked: string,
  reading: Reading,
  read: (text: string) => Reading,
): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  const take = (verb: string, n: number) => {
    const rank = /^(?:manag|run|build)/.test(verb) ? "manage" : verb.startsWith("head") ? "head" : "lead";
    const role = leadingRole(wordsOf(reading, n), RANKS[rank] ?? [], read);
    if (role !== undefined) found.set(n, role);
  };
  for (const match of marked.matchAll(LEADING)) take(match[1] ?? "lead", Number(match[2]));
  for (const match of marked.matchAll(TEAM_OF)) {
    const skill = reading.mentions[Number(match[1])];
    if (skill && "id" in skill && /^(?:leadership|people-management)$/.test(skill.id))
      take(skill.id === "leadership" ? "lead" : "manage", Number(match[2]));
  }
  return found;
}

/** Composes the role's name from what is led: "machine learning lead", "lead data scientist", "data science manager". */
function leadingRole(
  team: string,
  ranks: readonly string[],
  read: (text: string) => Reading,
): string | undefined {
  const field = team
    .replace(/ (?:scientists?)$/, " science")
    .replace(/ engineers?$/, "")
    .replace(/ analysts?$/, " analytics");
  // "Data engineers" leave "data", which names no field: their lead has no role of ours.
  if (field === "data") return undefined;
  for (const rank of ranks) {
    for (const name of [`${field} ${rank}`, `${rank} ${team}`, `${team} ${rank}`]) {
      const reading = read(name);
      const [mention] = reading.mentions;
      if (mention?.kind === "role" && mention.start === 0 && mention.end === reading.tokens.length)
        return mention.role;
    }
  }
  return undefined;
}

function wordsOf({ tokens, mentions }: Reading, n: number): string {
  const mention = mentions[n];
  return mention
    ? tokens
        .slice(mention.start, mention.end)
        .map((token) => token.folded)
        .join(" ")
    : "";
}
