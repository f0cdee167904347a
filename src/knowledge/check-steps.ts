import type { Parts } from "./parts.ts";
import type { Problem } from "./problem.ts";

/** Skills whose steps lead back to themselves: a learning plan over them would never end. */
export function checkSteps({ lists, yamls }: Parts): Problem[] {
  const skills = lists["skills.yaml"] ?? [];
  const yaml = yamls.get("skills.yaml");
  const places = new Map(skills.map((skill, n) => [skill.id, n]));
  const done = new Set<string>();
  const problems: Problem[] = [];
  const walk = (id: string, way: string[]): void => {
    const n = places.get(id);
    if (n === undefined || done.has(id)) return;
    for (const [k, next] of skills[n]?.towards.entries() ?? []) {
      const start = [...way, id].indexOf(next);
      if (start < 0) walk(next, [...way, id]);
      else if (yaml) {
        const circle = [...[...way, id].slice(start), next].join(" → ");
        const message = `these skills lead back to themselves: ${circle}`;
        problems.push(yaml.problem([n, "towards", k], message, "Take out one of these steps."));
      }
    }
    done.add(id);
  };
  for (const skill of skills) walk(skill.id, []);
  return problems;
}
