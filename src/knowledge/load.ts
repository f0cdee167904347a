import type { Knowledge, Role } from "./knowledge.ts";
import { LIST_NAMES } from "./list-names.ts";
import type { Lists } from "./lists.ts";
import { type Parts, readPartsAtOnce, readPartsInSlices } from "./parts.ts";
import { KnowledgeError } from "./problem.ts";
import { type KnowledgeTexts, knowledgeVersion, readKnowledgeTexts } from "./texts.ts";
import { TOPICS } from "./topics.ts";

export { type KnowledgeTexts, knowledgeVersion, type Lists, readKnowledgeTexts };

/**
 * Reads and validates a knowledge folder, without holding the event loop for long.
 * @throws KnowledgeError with every problem of every file at once; nothing is half loaded.
 */
export async function loadKnowledge(folder: string): Promise<Knowledge> {
  return loadTexts(await readKnowledgeTexts(folder));
}

/** @throws KnowledgeError */
export async function loadTexts(texts: KnowledgeTexts): Promise<Knowledge> {
  return index(await readPartsInSlices(texts), knowledgeVersion(texts));
}

/** @throws KnowledgeError */
export function parseKnowledge(texts: KnowledgeTexts): Knowledge {
  return index(readPartsAtOnce(texts), knowledgeVersion(texts));
}

function index({ lists, roleFiles, salaries, problems }: Parts, version: string): Knowledge {
  if (problems.length > 0 || !isComplete(lists)) throw new KnowledgeError(problems);
  const byId = <T extends { id: string }>(items: readonly T[]) =>
    new Map(items.map((item) => [item.id, item]));
  const roles = [...roleFiles.values()].map(({ facts, sections }): Role => ({ ...facts, sections }));
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
    salaries: groupByRole(salaries.rows),
    professions: lists["professions.yaml"].professions,
    backgrounds: lists["professions.yaml"].backgrounds,
    nameGrammar: lists["name-grammar.yaml"],
  };
}

/** A list that is missing has a problem to its name, so this only tells the compiler. */
function isComplete(lists: Partial<Lists>): lists is Lists {
  return LIST_NAMES.every((name) => lists[name] !== undefined);
}

/** Node 20 has no Map.groupBy. */
function groupByRole<T extends { role: string }>(rows: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(row.role);
    if (group) group.push(row);
    else groups.set(row.role, [row]);
  }
  return groups;
}
