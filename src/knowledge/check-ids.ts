import type { Parts } from "./parts.ts";
import type { Problem } from "./problem.ts";

/** Ids and keys that two entries of one file share. */
export function checkIds({ lists, yamls }: Parts): Problem[] {
  const problems: Problem[] = [];
  const check = (file: string, field: string, ids: readonly string[]) => {
    const yaml = yamls.get(file);
    const first = new Map<string, number>();
    for (const [n, id] of ids.entries()) {
      const earlier = first.get(id);
      if (earlier === undefined) first.set(id, n);
      else if (yaml) {
        const line = yaml.lineOf([earlier, field]);
        const message = `the ${field} "${id}" stands twice (also in line ${line})`;
        problems.push(yaml.problem([n, field], message, "Join the two entries, or give one another name."));
      }
    }
  };
  for (const file of [
    "skills.yaml",
    "degrees.yaml",
    "fields.yaml",
    "industries.yaml",
    "topics.yaml",
  ] as const)
    check(file, "id", lists[file]?.map((entry) => entry.id) ?? []);
  check("sources.yaml", "key", lists["sources.yaml"]?.map((source) => source.key) ?? []);
  check("occupations.yaml", "soc", lists["occupations.yaml"]?.map((occupation) => occupation.soc) ?? []);
  return problems;
}
