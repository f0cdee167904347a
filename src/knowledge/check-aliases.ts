import { foldName } from "./fold-name.ts";
import type { Parts } from "./parts.ts";
import type { Problem } from "./problem.ts";
import type { YamlText } from "./yaml-text.ts";

interface Claim {
  owner: string;
  file: string;
  yaml: YamlText;
  path: PropertyKey[];
}

const NAMED_LISTS = ["skills.yaml", "degrees.yaml", "fields.yaml", "industries.yaml"] as const;

/** Names that two roles, two skills, or a role and a profession share once case, plural and hyphens are folded. */
export function checkAliases({ lists, yamls, roleFiles }: Parts): Problem[] {
  const problems: Problem[] = [];
  const roleNames = new Map<string, Claim>();
  for (const [file, { facts, yaml }] of roleFiles) {
    const owner = facts.id;
    claim(roleNames, facts.name, { owner, file, yaml, path: ["name"] }, problems);
    claim(roleNames, facts.id, { owner, file, yaml, path: ["id"] }, problems);
    for (const list of ["aliases", "hiddenAliases"] as const) {
      for (const [n, alias] of facts[list].entries())
        claim(roleNames, alias, { owner, file, yaml, path: [list, n] }, problems);
    }
  }
  const termNames = new Map<string, Claim>();
  for (const file of NAMED_LISTS) {
    const yaml = yamls.get(file);
    if (!yaml) continue;
    for (const [n, term] of lists[file]?.entries() ?? []) {
      const owner = term.id;
      claim(termNames, term.name, { owner, file, yaml, path: [n, "name"] }, problems);
      for (const [k, alias] of term.aliases.entries())
        claim(termNames, alias, { owner, file, yaml, path: [n, "aliases", k] }, problems);
    }
  }
  return [...problems, ...checkProfessions(lists["professions.yaml"]?.professions ?? [], yamls, roleNames)];
}

/** A question about a profession is out of scope, so none may be a role's name. */
function checkProfessions(
  professions: readonly string[],
  yamls: Parts["yamls"],
  roleNames: ReadonlyMap<string, Claim>,
): Problem[] {
  const yaml = yamls.get("professions.yaml");
  return professions.flatMap((name, n): Problem[] => {
    const role = roleNames.get(foldName(name));
    if (!yaml || !role) return [];
    const message = `"${name}" also names the role ${role.owner} (${role.file}:${role.yaml.lineOf(role.path)})`;
    return [yaml.problem(["professions", n], message, "Take it out here: it is a role now.")];
  });
}

function claim(names: Map<string, Claim>, name: string, claim: Claim, problems: Problem[]): void {
  const folded = foldName(name);
  const earlier = names.get(folded);
  if (!earlier) names.set(folded, claim);
  else if (earlier.owner !== claim.owner) {
    const place = `${earlier.file}:${earlier.yaml.lineOf(earlier.path)}`;
    const message = `"${name}" also names ${earlier.owner} (${place})`;
    const fix = `Keep it for ${claim.owner} or for ${earlier.owner}, not for both.`;
    problems.push(claim.yaml.problem(claim.path, message, fix));
  }
}
