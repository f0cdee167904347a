import { foldName } from "./fold-name.ts";
import type { Lists } from "./load.ts";
import type { Problem } from "./problem.ts";
import type { RoleFile } from "./role-file.ts";
import type { YamlText } from "./yaml-text.ts";

interface Claim {
  owner: string;
  file: string;
  line: number;
}

/** Names that two roles, or two skills, share once case, plural and hyphens are folded. */
export function checkAliases(
  lists: Lists,
  yamls: ReadonlyMap<string, YamlText>,
  roleFiles: ReadonlyMap<string, RoleFile>,
): Problem[] {
  const problems: Problem[] = [];
  const roleNames = new Map<string, Claim>();
  for (const [file, { facts, yaml }] of roleFiles) {
    claim(roleNames, facts.name, { owner: facts.id, file, line: yaml.lineOf(["name"]) }, problems);
    claim(roleNames, facts.id, { owner: facts.id, file, line: yaml.lineOf(["id"]) }, problems);
    for (const list of ["aliases", "hiddenAliases"] as const) {
      for (const [n, alias] of facts[list].entries()) {
        claim(roleNames, alias, { owner: facts.id, file, line: yaml.lineOf([list, n]) }, problems);
      }
    }
  }
  const termNames = new Map<string, Claim>();
  for (const file of ["skills.yaml", "degrees.yaml", "fields.yaml", "industries.yaml"] as const) {
    const yaml = yamls.get(file);
    for (const [n, term] of lists[file].entries()) {
      const owner = term.id;
      for (const [k, name] of [term.name, ...term.aliases].entries()) {
        const path = k === 0 ? [n, "name"] : [n, "aliases", k - 1];
        claim(termNames, name, { owner, file, line: yaml?.lineOf(path) ?? 1 }, problems);
      }
    }
  }
  return problems;
}

function claim(names: Map<string, Claim>, name: string, claim: Claim, problems: Problem[]): void {
  const folded = foldName(name);
  const earlier = names.get(folded);
  if (!earlier) names.set(folded, claim);
  else if (earlier.owner !== claim.owner) {
    problems.push({
      file: claim.file,
      line: claim.line,
      message: `"${name}" also names ${earlier.owner} (${earlier.file}:${earlier.line})`,
      fix: `Keep it for ${claim.owner} or for ${earlier.owner}, not for both.`,
    });
  }
}
