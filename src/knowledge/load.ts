import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { checkAliases } from "./check-aliases.ts";
import { checkReferences } from "./check-references.ts";
import type { Knowledge, Role } from "./knowledge.ts";
import { KnowledgeError, type Problem } from "./problem.ts";
import { type RoleFile, readRoleFile } from "./role-file.ts";
import { readSalaries } from "./salaries-file.ts";
import {
  nameGrammarSchema,
  occupationSchema,
  skillSchema,
  sourceSchema,
  termSchema,
  topicSchema,
} from "./schema.ts";
import { TOPICS } from "./topics.ts";
import { YamlText } from "./yaml-text.ts";

const professionsSchema = z.strictObject({
  professions: z.array(z.string()),
  backgrounds: z.array(z.string()),
});

const LISTS = {
  "skills.yaml": z.array(skillSchema),
  "degrees.yaml": z.array(termSchema),
  "fields.yaml": z.array(termSchema),
  "industries.yaml": z.array(termSchema),
  "topics.yaml": z.array(topicSchema),
  "sources.yaml": z.array(sourceSchema),
  "occupations.yaml": z.array(occupationSchema),
  "professions.yaml": professionsSchema,
  "name-grammar.yaml": nameGrammarSchema,
} as const;
type ListName = keyof typeof LISTS;
export type Lists = { [Name in ListName]: z.infer<(typeof LISTS)[Name]> };

/** The texts of a knowledge folder by path relative to it. */
export type KnowledgeTexts = ReadonlyMap<string, string>;

/** Reads every file that the knowledge base is made of. */
export async function readKnowledgeTexts(folder: string): Promise<KnowledgeTexts> {
  const roleNames = (await readdir(join(folder, "roles"))).filter((name) => name.endsWith(".md")).sort();
  const names = [...Object.keys(LISTS), "salaries.csv", ...roleNames.map((name) => `roles/${name}`)];
  const read = async (name: string) =>
    [name, await readFile(join(folder, name), "utf8").catch(() => undefined)] as const;
  const texts = await Promise.all(names.map(read));
  return new Map(texts.flatMap(([name, text]) => (text === undefined ? [] : [[name, text]])));
}

/** A hash of all the texts: equal exactly when nothing has changed. */
export function knowledgeVersion(texts: KnowledgeTexts): string {
  const hash = createHash("sha256");
  for (const [name, text] of texts) hash.update(`${name}\0${text}\0`);
  return hash.digest("hex").slice(0, 12);
}

/**
 * Reads and validates a knowledge folder.
 * @throws KnowledgeError with every problem of every file at once; nothing is half loaded.
 */
export async function loadKnowledge(folder: string): Promise<Knowledge> {
  return parseKnowledge(await readKnowledgeTexts(folder).catch(() => new Map()));
}

/** @throws KnowledgeError */
export function parseKnowledge(texts: KnowledgeTexts): Knowledge {
  const problems: Problem[] = [];
  const yamls = new Map<string, YamlText>();
  const lists: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(LISTS)) {
    const text = texts.get(name);
    if (text === undefined) {
      problems.push({
        file: name,
        line: 1,
        message: "the file is missing",
        fix: "Copy it from the project's knowledge/ folder.",
      });
      continue;
    }
    const yaml = new YamlText(name, text);
    yamls.set(name, yaml);
    const parsed = yaml.parse(schema as z.ZodType<unknown>);
    if ("problems" in parsed) problems.push(...parsed.problems);
    else lists[name] = parsed.value;
  }
  const salaries = readSalaries("salaries.csv", texts.get("salaries.csv") ?? "");
  problems.push(...salaries.problems);

  const roleFiles = new Map<string, RoleFile>();
  for (const [file, text] of texts) {
    if (!file.startsWith("roles/")) continue;
    const read = readRoleFile(file, text);
    if ("problems" in read) problems.push(...read.problems);
    else roleFiles.set(file, read.role);
  }
  if (problems.length > 0 && Object.keys(lists).length < Object.keys(LISTS).length)
    throw new KnowledgeError(problems);

  const known = lists as Lists;
  problems.push(
    ...checkReferences(known, yamls, roleFiles, salaries.rows),
    ...checkAliases(known, yamls, roleFiles),
  );
  if (problems.length > 0) throw new KnowledgeError(problems.sort(byPlace));
  return index(known, roleFiles, salaries.rows, knowledgeVersion(texts));
}

function byPlace(a: Problem, b: Problem): number {
  return a.file.localeCompare(b.file) || a.line - b.line;
}

function index(
  lists: Lists,
  files: ReadonlyMap<string, RoleFile>,
  salaries: ReturnType<typeof readSalaries>["rows"],
  version: string,
): Knowledge {
  const byId = <T extends { id: string }>(items: readonly T[]) =>
    new Map(items.map((item) => [item.id, item]));
  const roles = [...files.values()].map(({ facts, sections }): Role => ({ ...facts, sections }));
  const topics = byId(lists["topics.yaml"]);
  return {
    version,
    roles: byId(roles.sort((a, b) => a.name.localeCompare(b.name))),
    skills: byId(lists["skills.yaml"]),
    degrees: byId(lists["degrees.yaml"]),
    fields: byId(lists["fields.yaml"]),
    industries: byId(lists["industries.yaml"]),
    topics: new Map(TOPICS.flatMap((id) => (topics.get(id) ? [[id, topics.get(id)!] as const] : []))),
    sources: new Map(lists["sources.yaml"].map((source) => [source.key, source])),
    occupations: new Map(lists["occupations.yaml"].map((occupation) => [occupation.soc, occupation])),
    salaries: groupByRole(salaries),
    professions: lists["professions.yaml"].professions,
    backgrounds: lists["professions.yaml"].backgrounds,
    nameGrammar: lists["name-grammar.yaml"],
  };
}

/** Node 20 has no Map.groupBy. */
function groupByRole<T extends { role: string }>(rows: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(row.role, [...(groups.get(row.role) ?? []), row]);
  return groups;
}
