import { linesBefore } from "./blocks.ts";
import { nearest } from "./nearest.ts";
import type { Parts } from "./parts.ts";
import type { Problem } from "./problem.ts";
import type { RoleFile } from "./role-file.ts";
import { TOPICS, type Topic, topicHeading } from "./topics.ts";
import type { YamlText } from "./yaml-text.ts";

/** The ids that can be referred to; undefined where the list of them could not be read, which is reported already. */
interface Known {
  skill: ReadonlySet<string> | undefined;
  industry: ReadonlySet<string> | undefined;
  source: ReadonlySet<string> | undefined;
  occupation: ReadonlySet<string> | undefined;
  role: ReadonlySet<string>;
}
type Kind = keyof Known;

/** Ids that name something which is not there: roles, skills, industries, sources, occupations, topics. */
export function checkReferences(parts: Parts): Problem[] {
  const known = knownIds(parts);
  return [
    ...checkLists(parts, known),
    ...checkSalaries(parts, known),
    ...[...parts.roleFiles].flatMap(([file, role]) => checkRole(file, role, known)),
  ];
}

function knownIds({ lists, roleFiles, refused }: Parts): Known {
  const set = (ids: string[] | undefined) => ids && new Set(ids);
  // A role whose file is refused is there: to call it unknown wherever it is named would hide the one real problem.
  const refusedIds = [...refused.keys()].map((file) => file.slice("roles/".length, -".md".length));
  return {
    skill: set(lists["skills.yaml"]?.map((skill) => skill.id)),
    industry: set(lists["industries.yaml"]?.map((industry) => industry.id)),
    source: set(lists["sources.yaml"]?.map((source) => source.key)),
    occupation: set(lists["occupations.yaml"]?.map((occupation) => occupation.soc)),
    role: new Set([...[...roleFiles.values()].map((role) => role.facts.id), ...refusedIds]),
  };
}

function checkLists({ lists, yamls }: Parts, known: Known): Problem[] {
  const problems: Problem[] = [];
  const check = (file: string, kind: Kind, id: string, path: PropertyKey[]) => {
    const yaml = yamls.get(file);
    if (yaml) problems.push(...unknownAt(yaml, known, kind, id, path));
  };
  for (const [n, skill] of lists["skills.yaml"]?.entries() ?? []) {
    for (const [k, id] of skill.towards.entries()) check("skills.yaml", "skill", id, [n, "towards", k]);
  }
  for (const [n, { source }] of lists["occupations.yaml"]?.entries() ?? [])
    check("occupations.yaml", "source", source, [n, "source"]);
  for (const [n, { role }] of lists["name-grammar.yaml"]?.fields.entries() ?? []) {
    if (role !== null) check("name-grammar.yaml", "role", role, ["fields", n, "role"]);
  }
  const topics = new Set(lists["topics.yaml"]?.map((topic) => topic.id) ?? TOPICS);
  for (const topic of TOPICS.filter((topic) => !topics.has(topic))) {
    const message = `the topic "${topic}" is missing`;
    problems.push({ file: "topics.yaml", line: 1, message, fix: "Add it with a label and its cues." });
  }
  return problems;
}

/** Says once of each unknown id on which row it first stands. */
function checkSalaries({ salaries }: Parts, known: Known): Problem[] {
  const seen = new Set<string>();
  const problems: Problem[] = [];
  for (const [n, row] of salaries.rows.entries()) {
    const references: [Kind, string][] = [
      ["role", row.role],
      ["source", row.source],
    ];
    if (row.kind === "official") references.push(["occupation", row.occupation]);
    for (const [kind, id] of references) {
      const ids = known[kind];
      if (!ids || ids.has(id) || seen.has(`${kind} ${id}`)) continue;
      seen.add(`${kind} ${id}`);
      const line = salaries.lines[n] ?? 1;
      problems.push({ file: "salaries.csv", line, message: unknown(kind, id), fix: nearest(id, ids) });
    }
  }
  return problems;
}

function checkRole(file: string, role: RoleFile, known: Known): Problem[] {
  const { facts, yaml } = role;
  const problems: Problem[] = [];
  const check = (kind: Kind, id: string, path: PropertyKey[]) =>
    problems.push(...unknownAt(yaml, known, kind, id, path));
  if (file !== `roles/${facts.id}.md`) {
    const message = `the id "${facts.id}" differs from the file's name`;
    problems.push(yaml.problem(["id"], message, `Name the file ${facts.id}.md.`));
  }
  for (const list of ["skills", "tools"] as const) {
    for (const [n, need] of facts[list].entries()) check("skill", need.id, [list, n, "id"]);
  }
  for (const [n, industry] of facts.industries.entries()) check("industry", industry, ["industries", n]);
  for (const side of ["from", "to"] as const) {
    for (const [n, near] of facts.neighbours[side].entries())
      check("role", near.role, ["neighbours", side, n, "role"]);
  }
  for (const part of ["education", "experience", "conditions", "occupation"] as const) {
    for (const [n, key] of (facts[part]?.sources ?? []).entries()) check("source", key, [part, "sources", n]);
  }
  check("occupation", facts.occupation.soc, ["occupation", "soc"]);
  for (const topic of TOPICS) {
    const section = role.sections[topic];
    for (const key of section.sources) {
      if (!known.source || known.source.has(key)) continue;
      const line = lineOfSource(role, topic, key);
      const message = `"${topicHeading(topic)}" rests on ${unknown("source", key)}`;
      problems.push({ file, line, message, fix: nearest(key, known.source) });
    }
  }
  return problems;
}

function lineOfSource(role: RoleFile, topic: Topic, key: string): number {
  const { markdown, line } = role.sections[topic];
  return (role.textLines[topic] ?? line) + linesBefore(markdown, markdown.indexOf(`[^${key}]`));
}

function unknownAt(yaml: YamlText, known: Known, kind: Kind, id: string, path: PropertyKey[]): Problem[] {
  const ids = known[kind];
  return !ids || ids.has(id) ? [] : [yaml.problem(path, unknown(kind, id), nearest(id, ids))];
}

function unknown(kind: Kind, id: string): string {
  return `the ${kind} "${id}" is unknown`;
}
