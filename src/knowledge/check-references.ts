import type { Lists } from "./load.ts";
import type { Problem } from "./problem.ts";
import type { RoleFile } from "./role-file.ts";
import type { Salary } from "./schema.ts";
import { TOPICS, topicHeading } from "./topics.ts";
import type { YamlText } from "./yaml-text.ts";

/** Ids that name something which is not there: roles, skills, industries, sources, occupations. */
export function checkReferences(
  lists: Lists,
  yamls: ReadonlyMap<string, YamlText>,
  roleFiles: ReadonlyMap<string, RoleFile>,
  salaries: readonly Salary[],
): Problem[] {
  const skills = new Set(lists["skills.yaml"].map((skill) => skill.id));
  const industries = new Set(lists["industries.yaml"].map((industry) => industry.id));
  const sources = new Set(lists["sources.yaml"].map((source) => source.key));
  const occupations = new Set(lists["occupations.yaml"].map((occupation) => occupation.soc));
  const roles = new Set([...roleFiles.values()].map((role) => role.facts.id));
  const problems: Problem[] = [];

  const skillsYaml = yamls.get("skills.yaml");
  for (const [n, skill] of lists["skills.yaml"].entries()) {
    for (const [k, id] of skill.towards.entries()) {
      if (!skills.has(id) && skillsYaml) {
        problems.push(skillsYaml.problem([n, "towards", k], unknown("skill", id), nearest(id, skills)));
      }
    }
  }
  const topicsYaml = yamls.get("topics.yaml");
  const topics = new Set(lists["topics.yaml"].map((topic) => topic.id));
  for (const topic of TOPICS.filter((topic) => !topics.has(topic))) {
    problems.push({
      file: "topics.yaml",
      line: topicsYaml?.lineOf([]) ?? 1,
      message: `the topic "${topic}" is missing`,
      fix: "Add it with a label and its cues.",
    });
  }
  for (const [n, occupation] of lists["occupations.yaml"].entries()) {
    const yaml = yamls.get("occupations.yaml");
    if (!sources.has(occupation.source) && yaml) {
      problems.push(
        yaml.problem(
          [n, "source"],
          unknown("source", occupation.source),
          nearest(occupation.source, sources),
        ),
      );
    }
  }
  for (const row of salaries) {
    if (sources.has(row.source)) continue;
    problems.push({
      file: "salaries.csv",
      line: 1,
      message: unknown("source", row.source),
      fix: nearest(row.source, sources),
    });
    break;
  }

  for (const [file, role] of roleFiles) {
    const { facts, yaml } = role;
    const check = (kind: string, known: ReadonlySet<string>, id: string, path: PropertyKey[]) => {
      if (!known.has(id)) problems.push(yaml.problem(path, unknown(kind, id), nearest(id, known)));
    };
    if (file !== `roles/${facts.id}.md`) {
      problems.push(
        yaml.problem(
          ["id"],
          `the id "${facts.id}" differs from the file's name`,
          `Name the file ${facts.id}.md.`,
        ),
      );
    }
    for (const list of ["skills", "tools"] as const) {
      for (const [n, need] of facts[list].entries()) check("skill", skills, need.id, [list, n, "id"]);
    }
    for (const [n, industry] of facts.industries.entries())
      check("industry", industries, industry, ["industries", n]);
    for (const side of ["from", "to"] as const) {
      for (const [n, near] of facts.neighbours[side].entries())
        check("role", roles, near.role, ["neighbours", side, n, "role"]);
    }
    for (const part of ["education", "experience", "conditions", "occupation"] as const) {
      for (const [n, key] of (facts[part]?.sources ?? []).entries())
        check("source", sources, key, [part, "sources", n]);
    }
    check("occupation", occupations, facts.occupation.soc, ["occupation", "soc"]);
    for (const topic of TOPICS) {
      const section = role.sections[topic];
      for (const key of section.sources) {
        if (sources.has(key)) continue;
        const message = `"${topicHeading(topic)}" rests on ${unknown("source", key)}`;
        problems.push({ file, line: section.line, message, fix: nearest(key, sources) });
      }
    }
  }
  return problems;
}

function unknown(kind: string, id: string): string {
  return `the ${kind} "${id}" is unknown`;
}

/** Proposes the known ids that share most letter pairs with `id`. */
function nearest(id: string, known: ReadonlySet<string>): string {
  const pairs = (text: string) => new Set([...text].slice(1).map((letter, at) => text[at] + letter));
  const wanted = pairs(id);
  const likeness = (other: string) => {
    const its = pairs(other);
    return (2 * [...wanted].filter((pair) => its.has(pair)).length) / (wanted.size + its.size || 1);
  };
  const best = [...known]
    .map((other) => ({ other, likeness: likeness(other) }))
    .sort((a, b) => b.likeness - a.likeness);
  const near = best
    .slice(0, 3)
    .filter((item) => item.likeness > 0.4)
    .map((item) => item.other);
  return near.length > 0
    ? `Did you mean ${near.join(" or ")}? Otherwise add it first.`
    : "Add it first, or leave it out.";
}
